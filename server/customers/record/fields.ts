import type { NameAndContact } from './derived.js';
import type { CustomerRow } from './row.js';

/** The fields of a record by their names in the API. The last name is '' where there is none. */
export interface RecordValues {
  firstName: string;
  lastName: string;
  displayName: string | null;
  email: string | null;
  phone: string | null;
  gender: string | null;
  birthDate: string | null;
  language: string | null;
  timeZone: string | null;
  newsletter: boolean;
  occupation: string | null;
  address1: string | null;
  address2: string | null;
  city: string | null;
  state: string | null;
  postalCode: string | null;
  country: string | null;
  nationality: string | null;
  note: string | null;
}

/** Columns of the fields that nothing else follows from. */
const plainColumns = {
  gender: 'gender',
  birthDate: 'birth_date',
  language: 'language',
  timeZone: 'time_zone',
  newsletter: 'newsletter',
  occupation: 'occupation',
  address1: 'address_1',
  address2: 'address_2',
  city: 'city',
  state: 'state',
  postalCode: 'postal_code',
  country: 'country',
  nationality: 'nationality',
  note: 'note',
} as const satisfies Partial<Record<keyof RecordValues, keyof CustomerRow>>;

type PlainField = keyof typeof plainColumns;
const nameAndContact = ['firstName', 'lastName', 'displayName', 'email', 'phone'] as const;

export const recordFieldNames: readonly (keyof RecordValues)[] = [
  ...nameAndContact,
  ...(Object.keys(plainColumns) as PlainField[]),
];

/** Nothing but a name: what a new record is before anything is given. */
export const emptyRecord: RecordValues = {
  ...(Object.fromEntries(recordFieldNames.map((name) => [name, null])) as unknown as RecordValues),
  firstName: '',
  lastName: '',
  newsletter: false,
};

export function valuesOf(row: CustomerRow): RecordValues {
  const plain = Object.entries(plainColumns).map(([name, column]) => [name, row[column]]);
  return {
    ...(Object.fromEntries(plain) as Omit<RecordValues, (typeof nameAndContact)[number]>),
    newsletter: row.newsletter === 1,
    firstName: row.first_name,
    lastName: row.last_name,
    displayName: row.display_name_set === 1 ? row.display_name : null,
    email: row.email,
    phone: row.phone,
  };
}

/** The columns of those plain fields that are given. */
export function plainColumnsOf(values: Partial<RecordValues>): Record<string, string | number | null> {
  const columns: Record<string, string | number | null> = {};
  for (const [name, column] of Object.entries(plainColumns)) {
    const value = values[name as PlainField];
    if (value !== undefined) columns[column] = typeof value === 'boolean' ? Number(value) : value;
  }
  return columns;
}

export const nameAndContactOf = (values: RecordValues): NameAndContact => ({
  firstName: values.firstName,
  lastName: values.lastName,
  displayName: values.displayName,
  email: values.email,
  phone: values.phone,
});

export const changesNameOrContact = (changed: object): boolean => nameAndContact.some((name) => name in changed);

export const isEmpty = (value: RecordValues[keyof RecordValues] | undefined): boolean =>
  value === null || value === undefined || value === '';

/** Fields as a request gives them: what was left out stays out, null and '' are the field's own emptiness. */
export function given(fields: { [Name in keyof RecordValues]?: RecordValues[Name] | null | undefined }) {
  const found: Record<string, unknown> = {};
  for (const name of recordFieldNames) {
    const value = fields[name];
    if (value !== undefined) found[name] = isEmpty(value) ? emptyRecord[name] : value;
  }
  return found as Partial<RecordValues>;
}
