import type { AdminApi } from '../../../server/api.js';
import type { AdminWords } from '../../admin-words.js';

export type Import = AdminApi['GET /customers/imports/:id']['answer'];
export type ImportSummary = AdminApi['GET /customers/imports']['answer']['items'][number];
export type ImportedRow = AdminApi['GET /customers/imports/:id/rows']['answer']['items'][number];
export type Settings = AdminApi['PATCH /customers/imports/:id']['body'];
export type Field = NonNullable<Import['columns'][number]['field']>;
export type RowIssue = ImportedRow['issues'][number];
export type Filter = ImportedRow['outcome'] | 'kept';

/** The fields that a column can fill, in the order in which they are offered. */
export const fields: readonly Field[] = [
  'firstName',
  'lastName',
  'fullName',
  'displayName',
  'email',
  'phone',
  'gender',
  'birthDate',
  'address1',
  'address2',
  'postalCode',
  'city',
  'state',
  'country',
  'nationality',
  'occupation',
  'language',
  'timeZone',
  'newsletter',
  'note',
];

export const fieldLabel = ({ t }: AdminWords, field: Field): string =>
  field === 'fullName' ? t('record.fullName') : t(`record.field.${field}`);

/** What a column is called: by its name, or by its place where it has none. */
export const columnLabel = ({ t }: AdminWords, columns: Import['columns'], index: number): string =>
  columns[index]?.name || t('import.column', { number: index + 1 });
