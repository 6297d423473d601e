import type { ComboOption } from '../kit/combo-matches.js';

/** Codes with their names in a language, in its order: countries by name, currencies as `EUR · Euro`. */
export function namedOptions(language: string, type: 'region' | 'currency', codes: readonly string[]): ComboOption[] {
  const names = new Intl.DisplayNames([language], { type });
  const { compare } = new Intl.Collator(language);
  return codes
    .map((value) => ({
      value,
      label: type === 'currency' ? `${value} · ${names.of(value)}` : (names.of(value) ?? value),
    }))
    .sort((left, right) => compare(left.label, right.label));
}

/** Every time zone that the browser knows, and the one in use. */
export const zoneOptions = (own: string): ComboOption[] =>
  [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...(own ? [own] : [])])].map((value) => ({
    value,
    label: value.replaceAll('_', ' '),
  }));

/** The languages that mails and booking page speak. */
export const siteLanguages = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
];
