import { fold } from './identity.js';

/** What a search text asks for. All `words` must match; `phone` is the whole text read as a telephone number. */
export interface ListTerms {
  words: string[];
  /** Digits of a telephone number without a leading zero; null when the text is none. */
  phone: string | null;
}

const mostWords = 6;
const fewestDigits = 4;

/** Reads a search text; null when it asks for nothing. */
export function listTerms(text: string): ListTerms | null {
  const words = fold(text)
    .split(/[\s,;]+/)
    .filter((word) => word !== '')
    .slice(0, mostWords);
  if (words.length === 0) return null;
  const digits = text.replace(/\D/g, '').replace(/^0+/, '');
  const isPhone = /^[\d\s()./+-]+$/.test(text) && digits.length >= fewestDigits;
  return { words, phone: isPhone ? digits : null };
}

/** A LIKE pattern's literal part; used with ESCAPE '!', which both databases read alike (ATTACKS S37). */
export const literally = (text: string): string => text.replace(/[!%_]/g, (sign) => `!${sign}`);
