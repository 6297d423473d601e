import type { BookingWords, Site } from '../booking/types.js';
import type { Words } from '../kit/words.js';
import { chooseLanguage, createWords } from '../kit/words.js';
import { de } from '../locales/de.js';
import { en } from '../locales/en.js';
import { pagesDe } from '../locales/pages-de.js';
import { pagesEn } from '../locales/pages-en.js';

const catalogues = { en: { ...en, ...pagesEn }, de: { ...de, ...pagesDe } };

export type PageWords = Words<(typeof catalogues)['en']>;

/** The widget's words and the pages' own, in the visitor's language. */
export function pageWords(site: Site | null): PageWords {
  return createWords(catalogues, chooseLanguage(Object.keys(catalogues), [...navigator.languages, site?.language]));
}

/** The page's words serve where the widget's are asked for: they hold them all. */
export const asBookingWords = (words: PageWords): BookingWords => words as unknown as BookingWords;
