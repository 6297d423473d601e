import type { CustomerRecord, RecordSettings } from './types.js';

/** The text fields of the form in its order; empty where there is nothing. */
export const textFields = [
  'nationality',
  'firstName',
  'lastName',
  'displayName',
  'email',
  'phone',
  'address1',
  'address2',
  'postalCode',
  'city',
  'state',
  'country',
  'gender',
  'birthDate',
  'occupation',
  'language',
  'timeZone',
  'note',
] as const;

export type TextName = (typeof textFields)[number];
export type FieldName = TextName | 'newsletter';
export const fieldNames: readonly FieldName[] = [...textFields, 'newsletter'];

export type FormValues = Record<TextName, string> & { newsletter: boolean };

const empty = Object.fromEntries(textFields.map((name) => [name, ''])) as Record<TextName, string>;

/** What the form begins with: the record as it is (A063), or nothing but the usual nationality. */
export function valuesOf(record: CustomerRecord | null, { defaultNationality }: RecordSettings): FormValues {
  if (!record) return { ...empty, nationality: defaultNationality ?? '', newsletter: false };
  const texts = textFields.map((name) => [name, record[name] ?? '']);
  return { ...(Object.fromEntries(texts) as Record<TextName, string>), newsletter: record.newsletter };
}

const asSent = (name: FieldName, value: string | boolean): string | boolean | null => {
  if (typeof value === 'boolean') return value;
  const text = value.trim();
  return text === '' ? (name === 'firstName' ? '' : null) : text;
};

/** The fields that differ, as the server takes them: null clears. */
export function changesOf(before: FormValues, after: FormValues): Partial<Record<FieldName, string | boolean | null>> {
  const changed = fieldNames.filter((name) => asSent(name, before[name]) !== asSent(name, after[name]));
  return Object.fromEntries(changed.map((name) => [name, asSent(name, after[name])]));
}

/** “Ana Silva” from “Ana” and “Silva” (A013). */
export const composedName = ({ firstName, lastName }: Pick<FormValues, 'firstName' | 'lastName'>): string =>
  `${firstName.trim()} ${lastName.trim()}`.trim();

/** A full name split as the server splits it: the last word is the last name (A012). */
export function splitName(fullName: string): { firstName: string; lastName: string } {
  const words = fullName.trim().split(/\s+/);
  const lastName = words.length > 1 ? (words.pop() ?? '') : '';
  return { firstName: words.join(' '), lastName };
}

export const isShown = ({ customerFields }: RecordSettings, name: FieldName | 'picture'): boolean =>
  name === 'firstName' || customerFields[name].admin !== 'hidden';

export const isRequired = ({ customerFields }: RecordSettings, name: FieldName): boolean =>
  name === 'firstName' || customerFields[name].admin === 'required';

/** What can be wrong with a field before the server looks at it. */
export type Fault = 'missing' | 'email' | 'phone' | 'birthDate';

// A friend's glance at what was typed; the server decides (server/lib/fields.ts).
const emailLike = /^[^\s@,;<>()"]+@[^\s@,;<>()"]+\.[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$/;
const phoneLike = /^\+?[\d ()./-]{5,40}$/;

/**
 * What is wrong with a field, or null. A required field that was empty in the record may stay so: to correct a postal code, nobody
 * has to ask a customer for an e-mail.
 */
export function faultOf(
  name: FieldName,
  values: FormValues,
  base: FormValues | null,
  settings: RecordSettings,
  today: string,
): Fault | null {
  const value = values[name];
  if (typeof value === 'boolean' || !isShown(settings, name)) return null;
  const text = value.trim();
  if (text === '') return isRequired(settings, name) && (base === null || base[name] !== '') ? 'missing' : null;
  if (base?.[name] === value) return null;
  if (name === 'email' && !(emailLike.test(text) && text.length <= 254)) return 'email';
  if (name === 'phone' && !phoneLike.test(text)) return 'phone';
  if (name === 'birthDate' && (text > today || text < '1880')) return 'birthDate';
  return null;
}
