import type { Catalogue, Translation, Words } from '../widget/kit/words.js';
import { chooseLanguage, createWords } from '../widget/kit/words.js';
import type { en } from './locales/en.js';

type English = typeof en;

export type AdminWords = Words<English>;
export type WordKey = keyof English;

/** The languages of the admin, each by its own name. */
export const languages: readonly { value: string; label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
];

/** Each language is fetched by itself: nobody downloads words that they don't read. */
const loaders: Record<string, () => Promise<Translation<English>>> = {
  en: async () => (await import('./locales/en.js')).en,
  de: async () => (await import('./locales/de.js')).de,
};
/** What was fetched so far, by the language's short name. */
const fetched = new Map<string, Translation<English>>();

const shortName = (language: string): string => language.split('-')[0]!.toLowerCase();

/** The words as `createWords` wants them: of one language, the others stand in for nothing. */
const alone = <Source extends Catalogue>(catalogue: Translation<Source>, language: string) =>
  ({ en: catalogue, [shortName(language)]: catalogue }) as { en: Source } & Record<string, Translation<Source>>;

/**
 * The admin's words and those of a part that is fetched by itself, in a language whose words are there: for parts with so many words
 * that nobody should fetch them with the admin's first page.
 */
export function wordsWith<More extends Catalogue>(
  more: { en: More; de: Translation<More> },
  language: string,
): Words<English & More> {
  const own = (more as Record<string, Translation<More>>)[shortName(language)] ?? more.en;
  const catalogue = { ...fetched.get(shortName(language)), ...own } as Translation<English & More>;
  return createWords(alone<English & More>(catalogue, language), language);
}

const storageName = 'bookpane-admin-language';

/** The words in the language that was chosen on this machine, else the browser's, else the business's. */
export async function readWords(siteLanguage: string | undefined): Promise<AdminWords> {
  const known = languages.map(({ value }) => value);
  const language = chooseLanguage(known, [stored(), ...navigator.languages, siteLanguage]);
  const name = shortName(language);
  const catalogue = fetched.get(name) ?? (await (loaders[name] ?? loaders['en']!)());
  fetched.set(name, catalogue);
  return createWords(alone<English>(catalogue, language), language);
}

/** Remembers a choice of language on this machine. */
export function storeLanguage(language: string): void {
  try {
    localStorage.setItem(storageName, language);
  } catch {
    // Without storage the choice holds until the page is left.
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(storageName);
  } catch {
    return null;
  }
}
