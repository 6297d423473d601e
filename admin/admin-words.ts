import type { Catalogue, Translation, Words } from '../widget/kit/words.js';
import { chooseLanguage, createWords } from '../widget/kit/words.js';
import { de } from './locales/de.js';
import { en } from './locales/en.js';

const catalogues = { en, de };

export type AdminWords = Words<typeof en>;
export type WordKey = keyof typeof en;

/** The languages of the admin, each by its own name. */
export const languages: readonly { value: string; label: string }[] = Object.entries(catalogues).map(
  ([value, catalogue]) => ({ value, label: String(catalogue['language.name']) }),
);

/**
 * The admin's words and those of a part that is fetched by itself, in a language: for parts with so many words that nobody should
 * fetch them with the admin's first page.
 */
export const wordsWith = <More extends Catalogue>(
  more: { en: More; de: Translation<More> },
  language: string,
): Words<typeof en & More> => createWords({ en: { ...en, ...more.en }, de: { ...de, ...more.de } }, language);

const storageName = 'bookpane-admin-language';

/** The words in the language that was chosen on this machine, else the browser's, else the business's. */
export function readWords(siteLanguage: string | undefined): AdminWords {
  return createWords(
    catalogues,
    chooseLanguage(Object.keys(catalogues), [stored(), ...navigator.languages, siteLanguage]),
  );
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
