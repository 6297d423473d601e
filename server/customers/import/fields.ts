/** The fields of a customer that a column of a file can fill, in the order in which the admin lists them. */
export const importFields = [
  'firstName',
  'lastName',
  'fullName',
  'displayName',
  'email',
  'phone',
  'gender',
  'birthDate',
  'language',
  'timeZone',
  'newsletter',
  'occupation',
  'address1',
  'address2',
  'city',
  'state',
  'postalCode',
  'country',
  'nationality',
  'note',
] as const;
export type ImportField = (typeof importFields)[number];

/** Which column of the file fills which field: one entry for each column, null for one that is left out. */
export type Mapping = readonly (ImportField | null)[];

/** What is read from one row: '' never, null where the row says nothing. */
export interface RowValues {
  firstName: string;
  lastName: string;
  displayName: string | null;
  email: string | null;
  phone: string | null;
  gender: string | null;
  birthDate: string | null;
  language: string | null;
  timeZone: string | null;
  newsletter: boolean | null;
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

/**
 * Why a cell was refused. `required`: nothing stands there; `too_long`: more characters than the field takes; `control`: control
 * characters; the others: not one that we know. `columns`: the row has more cells than the file has columns.
 */
export const rowIssueReasons = [
  'required',
  'too_long',
  'control',
  'email',
  'phone',
  'date',
  'gender',
  'yes_no',
  'country',
  'language',
  'time_zone',
  'columns',
] as const;
export type RowIssueReason = (typeof rowIssueReasons)[number];

export interface RowIssue {
  /** Which column, from 0; null: the field that is missing has none. */
  column: number | null;
  field: ImportField | null;
  reason: RowIssueReason;
}

/** How long the text of each field may be: as on the record itself (record/schema.ts). */
export const longest: Partial<Record<ImportField, number>> = {
  firstName: 100,
  lastName: 100,
  fullName: 201,
  displayName: 201,
  email: 254,
  phone: 40,
  occupation: 120,
  address1: 200,
  address2: 200,
  city: 120,
  state: 120,
  postalCode: 20,
  note: 5000,
};
