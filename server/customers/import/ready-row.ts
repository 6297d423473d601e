import type { Derived } from '../record/derived.js';
import { deriveRecord } from '../record/derived.js';
import type { RecordValues } from '../record/fields.js';
import type { RowValues } from './fields.js';

/*
 * A row of a file as it will lie in the database: everything that follows from it is computed by the dry run and kept in the packet,
 * so that the import itself only looks who is known and writes. In the order of `readyColumns`.
 */

export const readyColumns = [
  'first_name',
  'last_name',
  'display_name',
  'display_name_set',
  'sort_name',
  'email',
  'email_folded',
  'phone',
  'phone_e164',
  'phone_national',
  'search_text',
  'identity_key',
  'gender',
  'birth_date',
  'language',
  'time_zone',
  'newsletter',
  'occupation',
  'address_1',
  'address_2',
  'city',
  'state',
  'postal_code',
  'country',
  'nationality',
  'note',
] as const;

export type ReadyColumn = (typeof readyColumns)[number];
type Cell = string | number | null;

/** The columns of a row, and its words for `customer_words`. */
export interface ReadyRow {
  columns: Cell[];
  words: string[];
  /** The customer number that our own export wrote: of several who are recognised, it says which one. */
  number?: number;
}

const places = Object.fromEntries(readyColumns.map((name, at) => [name, at])) as Record<ReadyColumn, number>;
export const cellOf = (row: ReadyRow, column: ReadyColumn): Cell => row.columns[places[column]] ?? null;
export const textOf = (row: ReadyRow, column: ReadyColumn): string | null => cellOf(row, column) as string | null;
export const placeOf = (column: ReadyColumn): number => places[column];

/** `country` is whose telephone numbers have no prefix in the file. */
export function makeReady(values: RowValues, country: string, number: number | null = null): ReadyRow {
  const { columns, identityKey, words }: Derived = deriveRecord(values, country);
  const { newsletter } = values;
  const rest: Cell[] = [
    values.gender,
    values.birthDate,
    values.language,
    values.timeZone,
    newsletter === null ? null : Number(newsletter),
    values.occupation,
    values.address1,
    values.address2,
    values.city,
    values.state,
    values.postalCode,
    values.country,
    values.nationality,
    values.note,
  ];
  const derived = readyColumns
    .slice(0, readyColumns.length - rest.length)
    .map((name): Cell => (name === 'identity_key' ? identityKey : columns[name as keyof Derived['columns']]));
  return { columns: [...derived, ...rest], words, ...(number === null ? {} : { number }) };
}

/** What a row says about a record: the fields that are not empty in it. */
export function saidBy(row: ReadyRow): Partial<RecordValues> {
  const text = (column: ReadyColumn) => textOf(row, column);
  const newsletter = cellOf(row, 'newsletter');
  const values: Record<string, unknown> = {
    firstName: text('first_name'),
    lastName: text('last_name'),
    displayName: cellOf(row, 'display_name_set') === 1 ? text('display_name') : null,
    email: text('email'),
    phone: text('phone'),
    gender: text('gender'),
    birthDate: text('birth_date'),
    language: text('language'),
    timeZone: text('time_zone'),
    newsletter: newsletter === null ? null : newsletter === 1,
    occupation: text('occupation'),
    address1: text('address_1'),
    address2: text('address_2'),
    city: text('city'),
    state: text('state'),
    postalCode: text('postal_code'),
    country: text('country'),
    nationality: text('nationality'),
    note: text('note'),
  };
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== ''),
  ) as Partial<RecordValues>;
}
