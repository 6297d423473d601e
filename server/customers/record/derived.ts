import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { fold, foldEmail, identityKey, sortNameOf } from '../identity.js';

/** What of a record its name, address of mail and telephone are found and sorted by. */
export interface NameAndContact {
  firstName: string;
  /** '' where there is none. */
  lastName: string;
  /** What staff typed; null: composed of first and last name (FEATURES A013). */
  displayName: string | null;
  email: string | null;
  phone: string | null;
}

/** The columns of `customers` that follow from others, and the rows of `customer_words` beside them. */
export interface Derived {
  columns: {
    first_name: string;
    last_name: string;
    display_name: string;
    display_name_set: 0 | 1;
    sort_name: string;
    email: string | null;
    email_folded: string | null;
    phone: string | null;
    phone_e164: string | null;
    phone_national: string | null;
    search_text: string;
  };
  /** Null without an e-mail. Whoever writes it gives way when another customer has it already: it is unique. */
  identityKey: string | null;
  words: string[];
}

export const longestDisplayName = 201;
const longestWord = 60;
/** As much as an index on the sort name and this text may hold in MySQL (3072 bytes); only names of hundreds of letters are longer. */
const longestSearchText = 540;

/** “Ana Silva” from “Ana” and “Silva”; one of them alone where the other is empty. */
export const composeName = (firstName: string, lastName: string): string => `${firstName} ${lastName}`.trim();

/** A full name in one field, split: the last word is the last name (FEATURES A012). A single word is the first name. */
export function splitName(fullName: string): { firstName: string; lastName: string } {
  const words = fullName.trim().split(/\s+/);
  const lastName = words.length > 1 ? (words.pop() as string) : '';
  return { firstName: words.join(' '), lastName };
}

/** The words of a text for searching: folded, at whatever is neither letter nor digit. `da Silva-Reis` has three. */
export const searchWords = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
    .map((word) => [...word].slice(0, longestWord).join(''));

/**
 * A telephone number as it is found: E.164 when it is one of the `country` (ISO 3166, for numbers without a prefix), and its
 * digits without the country's prefix. A number that is none keeps its digits alone.
 */
export function phoneForms(phone: string | null, country: string): { e164: string | null; national: string | null } {
  if (phone === null) return { e164: null, national: null };
  const parsed = parsePhoneNumberFromString(phone, country as 'PT');
  if (parsed?.isValid()) return { e164: parsed.number, national: parsed.nationalNumber };
  const digits = phone.replace(/\D/g, '').replace(/^0+/, '').slice(0, 20);
  return { e164: null, national: digits === '' ? null : digits };
}

/** Everything that follows from a name and how to reach a person. `country` is the business's, for telephone numbers. */
export function deriveRecord(person: NameAndContact, country: string): Derived {
  const { firstName, lastName, email } = person;
  const phone = phoneForms(person.phone, country);
  const displayName = person.displayName ?? composeName(firstName, lastName);
  const sortName = sortNameOf(firstName, lastName);
  const emailFolded = email === null ? null : foldEmail(email);
  const names = [...new Set(searchWords(`${lastName} ${firstName} ${displayName}`))];
  const tokens = [...names, emailFolded, phone.e164?.slice(1), phone.national].filter((token) => token != null);
  return {
    columns: {
      first_name: firstName,
      last_name: lastName,
      display_name: displayName,
      display_name_set: person.displayName === null ? 0 : 1,
      sort_name: sortName,
      email,
      email_folded: emailFolded,
      phone: person.phone,
      phone_e164: phone.e164,
      phone_national: phone.national,
      search_text: [...` ${[...new Set(tokens)].join(' ')}`].slice(0, longestSearchText).join(''),
    },
    identityKey: identityKey(person),
    words: names.filter((word) => !sortName.startsWith(word)),
  };
}
