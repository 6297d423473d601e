import { searchWords } from '../record/derived.js';

/** What of a customer is compared. */
export interface Comparable {
  firstName: string;
  lastName: string;
  emailFolded: string | null;
  phoneE164: string | null;
  birthDate: string | null;
}

/** Why two customers may be one person, the strongest reason first. */
export type Likeness = 'email' | 'phone' | 'name';

/** Letters that may differ between two names of people born on the same day: a slip of the pen, a missing accent. */
const mostSlips = 2;

/**
 * Whether two customers may be one person: the same e-mail address, the same telephone number, or a similar name and the same
 * birth date. Null: nothing says so. A name alone says nothing: there are many called Ana Silva.
 */
export function likenessOf(left: Comparable, right: Comparable): Likeness | null {
  if (left.emailFolded !== null && left.emailFolded === right.emailFolded) return 'email';
  if (left.phoneE164 !== null && left.phoneE164 === right.phoneE164) return 'phone';
  if (left.birthDate !== null && left.birthDate === right.birthDate && isSimilarName(left, right)) return 'name';
  return null;
}

/** Names that are alike: the same words in any order, one within the other, or two slips of the pen apart. */
export function isSimilarName(
  left: Pick<Comparable, 'firstName' | 'lastName'>,
  right: Pick<Comparable, 'firstName' | 'lastName'>,
): boolean {
  const leftWords = searchWords(`${left.firstName} ${left.lastName}`).sort();
  const rightWords = searchWords(`${right.firstName} ${right.lastName}`).sort();
  if (leftWords.length === 0 || rightWords.length === 0) return false;
  const [fewer, more] = leftWords.length <= rightWords.length ? [leftWords, rightWords] : [rightWords, leftWords];
  // “Ana Silva” and “Ana Maria Silva”; a single word within another name is too little.
  if (fewer.length >= 2 && fewer.every((word) => more.includes(word))) return true;
  return isWithin(leftWords.join(' '), rightWords.join(' '), mostSlips);
}

/** Whether one text becomes the other by at most `most` letters added, left out or exchanged (Levenshtein's distance). */
function isWithin(left: string, right: string, most: number): boolean {
  const from = [...left];
  const to = [...right];
  if (Math.abs(from.length - to.length) > most) return false;
  let row = to.map((_, index) => index + 1);
  for (const [index, letter] of from.entries()) {
    const next: number[] = [];
    for (const [place, other] of to.entries()) {
      const corner = place === 0 ? index : (row[place - 1] as number);
      const before = place === 0 ? index + 1 : (next[place - 1] as number);
      next.push(Math.min(before + 1, (row[place] as number) + 1, corner + (letter === other ? 0 : 1)));
    }
    if (Math.min(...next) > most) return false;
    row = next;
  }
  return (row.at(-1) ?? from.length) <= most;
}
