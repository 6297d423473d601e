import { fold } from '../identity.js';
import { searchWords } from '../record/derived.js';

/**
 * One thing that a search asks for, in any of several ways. Each way is a list of beginnings, all of which must begin a token of
 * the customer's `search_text` (a word of the name, the e-mail, the telephone's digits), or the customer number itself.
 */
export interface Term {
  ways: readonly (readonly string[])[];
  /** The number of the customer that the text may mean. */
  number: number | null;
}

/** More than these are not looked for; nobody types them. */
const mostTerms = 8;

/** Characters around a word that belong to where it was copied from: `<ana@example.com>,`. */
const wrapping = /^[<("'„“«[]+|[>)"'”»\]:]+$/gu;
const phoneLike = /^[\d()./+-]*\d[\d()./+-]*$/;
const hasSubstance = /[\p{L}\p{N}]/u;

/**
 * Reads a search text: every term must match (FEATURES A056 to A060). What is written like a telephone number is one term over all
 * its groups, whatever stands between the digits; leading zeros and `+` are no part of it. Empty when the text asks for nothing.
 */
export function readTerms(text: string): Term[] {
  const pieces = fold(text)
    .split(/[\s,;]+/u)
    .filter((piece) => piece !== '');
  const telling = pieces.filter((piece) => hasSubstance.test(piece));
  const terms: Term[] = [];
  for (let at = 0; at < telling.length; at += 1) {
    const piece = telling[at] as string;
    const group = [piece];
    while (phoneLike.test(piece) && phoneLike.test(telling[at + 1] ?? '')) {
      at += 1;
      group.push(telling[at] as string);
    }
    terms.push(phoneLike.test(piece) ? numberTerm(group) : wordTerm(piece));
  }
  // Signs alone can begin nothing but an address.
  if (terms.length === 0 && pieces[0] !== undefined) return [{ ways: [[pieces[0]]], number: null }];
  return withoutImplied(terms).slice(0, mostTerms);
}

function numberTerm(group: readonly string[]): Term {
  const digits = group.join('').replaceAll('(0)', '').replace(/\D/g, '');
  const [piece = ''] = group;
  const single = group.length === 1;
  return {
    ways: distinct([[digits.replace(/^0+(?=.)/, '')], ...(single ? waysOf(piece) : [])]),
    number: single ? customerNumber(piece) : null,
  };
}

function wordTerm(piece: string): Term {
  const number = piece.startsWith('#') ? customerNumber(piece.slice(1)) : null;
  if (number !== null) return { ways: [], number };
  const bare = piece.replace(wrapping, '');
  return { ways: distinct(waysOf(bare === '' ? piece : bare)), number: null };
}

/** `silva` begins a word or an address. `silva-reis` begins an address, or is two words of a name. */
function waysOf(piece: string): string[][] {
  const words = searchWords(piece);
  if (words.length === 1 && words[0] === piece) return [words];
  return words.length > 0 ? [[piece], words] : [[piece]];
}

const customerNumber = (digits: string): number | null => (/^[1-9]\d{0,14}$/.test(digits) ? Number(digits) : null);

function distinct(ways: readonly string[][]): string[][] {
  return [...new Map(ways.map((way) => [way.join(' '), way] as const)).values()];
}

/** Without the terms that another implies: who has a word that begins with `ana` has one that begins with `an`. */
function withoutImplied(terms: readonly Term[]): Term[] {
  const plain = ({ ways, number }: Term): string | null =>
    number === null && ways.length === 1 && ways[0]?.length === 1 ? (ways[0][0] as string) : null;
  return terms.filter((term, index) => {
    const start = plain(term);
    if (start === null) return true;
    return !terms.some((other, at) => {
      const longer = plain(other);
      return at !== index && longer !== null && longer.startsWith(start) && (longer !== start || at < index);
    });
  });
}
