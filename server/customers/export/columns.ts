import { fieldNamed } from '../nationality/profiles.js';

/** What a column holds: `plain` can be neither a formula nor in need of quotes. */
export type ColumnKind = 'text' | 'plain' | 'yesNo' | 'instant';

export interface ExportColumn {
  /** The head of the column. It never changes and is in no language: the import knows our own files by it. */
  header: string;
  /** The column of `customers`; null where another table knows. */
  from: string | null;
  kind: ColumnKind;
}

const column = (header: string, from: string | null, kind: ColumnKind): ExportColumn => ({ header, from, kind });

/**
 * Every column that can be exported, in the order in which they are offered (FEATURES A095). The display name is the one that was
 * typed: where it was composed the cell is empty, so that importing the file again changes nothing.
 */
export const exportColumns = {
  number: column('Customer number', 'id', 'plain'),
  firstName: column('First name', 'first_name', 'text'),
  lastName: column('Last name', 'last_name', 'text'),
  displayName: column('Display name', 'display_name', 'text'),
  email: column('E-mail', 'email', 'text'),
  phone: column('Phone', 'phone', 'text'),
  login: column('Login', null, 'text'),
  phoneE164: column('Phone (E.164)', 'phone_e164', 'text'),
  gender: column('Gender', 'gender', 'plain'),
  birthDate: column('Birth date', 'birth_date', 'plain'),
  language: column('Language', 'language', 'plain'),
  timeZone: column('Time zone', 'time_zone', 'plain'),
  newsletter: column('Newsletter', 'newsletter', 'yesNo'),
  occupation: column('Occupation', 'occupation', 'text'),
  address1: column('Address line 1', 'address_1', 'text'),
  address2: column('Address line 2', 'address_2', 'text'),
  city: column('City', 'city', 'text'),
  state: column('State', 'state', 'text'),
  postalCode: column('Postal code', 'postal_code', 'text'),
  country: column('Country', 'country', 'plain'),
  nationality: column('Nationality', 'nationality', 'plain'),
  note: column('Note', 'note', 'text'),
  createdAt: column('Created', 'created_at', 'instant'),
  lastAppointment: column('Last appointment', 'last_start_at', 'instant'),
  appointments: column('Appointments', null, 'plain'),
  status: column('Status', 'status', 'plain'),
} as const satisfies Record<string, ExportColumn>;

export type PlainColumnName = keyof typeof exportColumns;
export const plainColumnNames = Object.keys(exportColumns) as [PlainColumnName, ...PlainColumnName[]];

const sensitivePrefix = 'sensitive.';

/** The sensitive field that a column such as `sensitive.ssn` is of; null for all others and for unknown fields. */
export function sensitiveFieldOf(name: string): string | null {
  if (!name.startsWith(sensitivePrefix)) return null;
  const field = name.slice(sensitivePrefix.length);
  return fieldNamed(field) ? field : null;
}

const isPlain = (name: string): name is PlainColumnName => Object.hasOwn(exportColumns, name);

/** A column by its name in a wish. Sensitive ones are headed by the field's own name: `ssn`. */
export function columnOf(name: string): ExportColumn {
  if (isPlain(name)) return exportColumns[name];
  return column(sensitiveFieldOf(name) ?? name, null, 'text');
}
