import { email } from '../../lib/fields.js';
import { canonicalTimeZone } from '../../lib/time-zone.js';
import { fold } from '../identity.js';
import { recordFields } from '../record/schema.js';
import { countryOf, languageOf } from './country-names.js';
import type { DateOrder } from './date-rules.js';
import { readBirthDate } from './date-rules.js';
import type { ImportField } from './fields.js';
import { longest } from './fields.js';
import type { Read, Readers } from './row-rules.js';
import { genderOf, yesOrNo } from './word-rules.js';

// biome-ignore lint/suspicious/noControlCharactersInRegex: this is the rule that keeps them out (ATTACKS S41, S103)
const controlsAndLineEnds = /[\u0000-\u001f\u007f\u2028\u2029]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above; a note may have lines
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const phoneShape = /^\+?[\d ()./-]{5,}$/;

/** Fields of few spellings, which our own export writes as the record keeps them. */
const coded = ['gender', 'birthDate', 'language', 'timeZone', 'country', 'nationality'] as const;

/**
 * How each field is read. The rules are those of the record itself (record/schema.ts), and what files write beside them. In an `own`
 * file whatever a record can hold comes first, so that it comes back as it was (`sr-Latn`, born in 1899).
 */
export function createReaders(order: DateOrder, today: string, own = false): Readers {
  const line =
    (field: ImportField): ((text: string) => Read) =>
    (text) => {
      if (controlsAndLineEnds.test(text)) return { reason: 'control' };
      return text.length > (longest[field] ?? 200) ? { reason: 'too_long' } : { value: text };
    };
  const oneOf =
    (reason: 'gender' | 'yes_no' | 'country' | 'language', find: (text: string) => string | boolean | null) =>
    (text: string): Read => {
      const value = find(text);
      return value === null ? { reason } : { value };
    };
  const readers: Readers = {
    firstName: line('firstName'),
    lastName: line('lastName'),
    fullName: line('fullName'),
    displayName: line('displayName'),
    occupation: line('occupation'),
    address1: line('address1'),
    address2: line('address2'),
    city: line('city'),
    state: line('state'),
    postalCode: line('postalCode'),
    email: (text) => {
      // Address books write `mailto:ana@example.com`.
      const checked = email.safeParse(text.replace(/^mailto:/i, ''));
      return checked.success ? { value: checked.data } : { reason: text.length > 254 ? 'too_long' : 'email' };
    },
    phone: (text) => {
      // Signs that look like a hyphen or a space, and `00` for a plus; letters such as “Tel.” are not guessed at.
      const plain = text.replace(/[\u2010-\u2015\u2212]/g, '-').replace(/[\u00a0\u2000-\u200b\u202f\u2060]/g, ' ');
      if (plain.length > 40) return { reason: 'too_long' };
      return phoneShape.test(plain) ? { value: plain } : { reason: 'phone' };
    },
    gender: oneOf('gender', (text) => genderOf(fold(text))),
    newsletter: oneOf('yes_no', (text) => yesOrNo(fold(text))),
    country: oneOf('country', countryOf),
    nationality: oneOf('country', countryOf),
    language: oneOf('language', languageOf),
    birthDate: (text) => {
      const value = readBirthDate(text, order, today);
      return value === null ? { reason: 'date' } : { value };
    },
    timeZone: (text) => {
      const value = canonicalTimeZone(text);
      return value === null ? { reason: 'time_zone' } : { value };
    },
    note: (text) => {
      if (controls.test(text)) return { reason: 'control' };
      return text.length > 5000 ? { reason: 'too_long' } : { value: text.replaceAll('\r\n', '\n') };
    },
  };
  if (!own) return readers;
  const asKept = coded.map((field): [string, (text: string) => Read] => [
    field,
    (text) => {
      const kept = recordFields[field].safeParse(text);
      return kept.success && kept.data !== null ? { value: kept.data } : readers[field](text);
    },
  ]);
  return { ...readers, ...Object.fromEntries(asKept) };
}
