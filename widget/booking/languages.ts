import type { Translation } from '../kit/words.js';
import { chooseLanguage, createWords } from '../kit/words.js';
import type { en } from '../locales/en.js';
import type { BookingWords, Site } from './types.js';

/** The languages that there are catalogues of, in widget/locales. */
const known = ['en', 'de'];

/** Fetches the catalogue of a language other than English, which comes with the widget; undefined if it is of another build. */
export type LoadLanguage = (language: string) => Promise<Translation<typeof en> | undefined>;

export interface Languages {
  english: BookingWords;
  /**
   * The words for a visitor: in the language that the page wishes, else the visitor's own, else the business's. English where a
   * catalogue can't be fetched: words in the wrong language are better than none.
   */
  wordsFor(wish: string | null, site: Promise<Site>): Promise<BookingWords>;
}

export function createLanguages(catalogue: typeof en, load: LoadLanguage): Languages {
  const english = createWords({ en: catalogue }, 'en');
  return {
    english,
    async wordsFor(wish, site) {
      const wishes = [wish, ...navigator.languages];
      // The business is asked for its language only when it matters: words are then on their way before it has answered.
      const language = chooseLanguage(known, wishes, '') || chooseLanguage(known, [(await site).language]);
      const short = language.split('-')[0]!.toLowerCase();
      if (short === 'en') return createWords({ en: catalogue }, language);
      return load(short).then(
        (other) => (other ? createWords({ en: catalogue, [short]: other }, language) : english),
        () => english,
      );
    },
  };
}
