import { de } from './de.js';
import { en } from './en.js';

export type WordKey = keyof typeof en;
export type Words = Readonly<Record<WordKey, string>>;

/** The catalogues by language; `locale` is how a bare language writes dates and prices. */
export const catalogues: Readonly<Record<string, { words: Words; locale: string }>> = {
  en: { words: en, locale: 'en-GB' },
  de: { words: de, locale: 'de-DE' },
};

/** Words of one language, and the locale that its dates and prices are written in. */
export interface Speech {
  /** BCP 47; the region that was asked for is kept: `en-US`, `de-AT`. */
  locale: string;
  language: string;
  say(key: WordKey, values?: Readonly<Record<string, string>>): string;
}

const base = (language: string): string => language.toLowerCase().split('-')[0] ?? '';

/** The first of these languages that there is a catalogue for, or English. Only listed names ever name a catalogue (ATTACKS S40). */
export function speechFor(...wanted: readonly string[]): Speech {
  const asked = wanted.find((language) => Object.hasOwn(catalogues, base(language))) ?? 'en';
  const language = base(asked);
  const { words, locale } = catalogues[language]!;
  return {
    language,
    locale: asked === language ? locale : properLocale(asked, locale),
    say: (key, values = {}) => fill(words[key], values),
  };
}

/** Fills each `{name}` once; braces within what was filled in stay as they are (ATTACKS S39). */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? values[name]! : whole));

function properLocale(asked: string, otherwise: string): string {
  try {
    return Intl.getCanonicalLocales(asked)[0] ?? otherwise;
  } catch {
    return otherwise;
  }
}
