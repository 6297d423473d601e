import type { Translation } from '../kit/words.js';
import { chooseLanguage, createWords } from '../kit/words.js';
import { en } from '../locales/en.js';
import type { BookingWords, Site } from './types.js';

/** The languages that there are catalogues of, in widget/locales. */
export const languages = ['en', 'de'];

/** Fetches the catalogue of a language other than English, which comes with the widget. */
export type LoadLanguage = (language: string) => Promise<Translation<typeof en>>;

export const english: BookingWords = createWords({ en }, 'en');

/**
 * The words for a visitor: in the language that the page wishes, else the visitor's own, else the business's. English where a
 * catalogue can't be fetched: words in the wrong language are better than none.
 */
export async function wordsFor(wish: string | null, site: Promise<Site>, load: LoadLanguage): Promise<BookingWords> {
  const wishes = [wish, ...navigator.languages];
  // The business is asked for its language only when it matters: words are then on their way before it has answered.
  const known = chooseLanguage(languages, wishes, '') || chooseLanguage(languages, [(await site).language]);
  const short = known.split('-')[0]!.toLowerCase();
  if (short === 'en') return createWords({ en }, known);
  return load(short).then(
    (catalogue) => createWords({ en, [short]: catalogue }, known),
    () => english,
  );
}
