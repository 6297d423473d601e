import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { sha256 } from '../lib/ids.js';

/** Marks on letters of alphabets that have them for accents; in many scripts of Asia they are the vowels. */
const accents = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu;

/** Text for comparing: no case, no accents, single spaces. `Ana  MÜLLER` and `ana muller` fold alike. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(accents, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/\s+/g, ' ')
    .trim();

/** An e-mail address for comparing. Local parts are case-sensitive on paper (RFC 5321) and nowhere in life. */
export const foldEmail = (email: string): string => email.trim().toLowerCase();

/**
 * What a booking recognises a customer by: the same e-mail and the same folded name (FEATURES, "Same e-mail, other name"). Null
 * without an e-mail: a name alone is nobody in particular.
 */
export function identityKey(person: { firstName: string; lastName: string; email: string | null }): string | null {
  if (person.email === null) return null;
  return sha256(`${foldEmail(person.email)}\0${fold(`${person.firstName} ${person.lastName}`)}`);
}

/** A telephone number in E.164, or null when it is none of the country (ISO 3166, for numbers without a prefix). */
export function phoneE164(phone: string | null, country: string): string | null {
  if (phone === null) return null;
  const parsed = parsePhoneNumberFromString(
    phone,
    country as Parameters<typeof parsePhoneNumberFromString>[1] & string,
  );
  return parsed?.isValid() ? parsed.number : null;
}

/** Most characters of a sort name; folding can make a name longer than it was typed. */
const longestSortName = 201;

/** What a customer is sorted by: the folded last name, then the first. */
export const sortNameOf = (firstName: string, lastName: string): string =>
  [...fold(`${lastName} ${firstName}`)].slice(0, longestSortName).join('');
