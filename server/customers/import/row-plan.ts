import { formatInstant } from '../../lib/time-zone.js';
import type { CustomerFields } from '../../settings/customer-fields.js';
import { splitName } from '../record/derived.js';
import type { ImportField, RowIssue } from './fields.js';
import { importFields } from './fields.js';
import type { ImportRow } from './import-row.js';
import { columnsOf, mappingOf } from './import-row.js';
import { numberHeader, ownCell, ownNumber, ownPreset } from './own-file.js';
import { createReaders } from './readers.js';
import type { ReadyRow } from './ready-row.js';
import { makeReady } from './ready-row.js';
import { readRow } from './row-rules.js';

/** What the business requires of a record that staff make (FEATURES, “Which fields are required”). */
export const requiredFields = (fields: CustomerFields): ImportField[] =>
  importFields.filter((name) => (fields as Partial<CustomerFields>)[name as 'email']?.admin === 'required');

export type ReadFileRow = (cells: readonly string[]) => { ready: ReadyRow | null; issues: readonly RowIssue[] };

/** How the rows of an import are read. */
export function rowReader(row: ImportRow, fields: CustomerFields, now: number): ReadFileRow {
  const own = row.preset === ownPreset;
  const numberAt = own ? columnsOf(row).findIndex(({ name }) => name === numberHeader) : -1;
  const plan = {
    mapping: mappingOf(row),
    readers: createReaders(row.date_order, formatInstant(now).slice(0, 10), own),
    required: requiredFields(fields),
    splitName,
  };
  return (cells) => {
    const { values, issues } = readRow(cells, plan);
    const isReadable = issues.every(({ reason }) => reason === 'required') && values.firstName !== '';
    return { ready: isReadable ? makeReady(values, row.country, ownNumber(cells[numberAt])) : null, issues };
  };
}

/** The cells of a row as they are meant: our own export's without what makes them safe, corrected where staff did. */
export function cellsAsMeant(cells: string[], own: boolean, edit: Record<string, string> | undefined): string[] {
  const meant = own ? cells.map(ownCell) : cells;
  if (!edit) return meant;
  const corrected = [...meant];
  for (const [column, text] of Object.entries(edit)) {
    while (corrected.length <= Number(column)) corrected.push('');
    corrected[Number(column)] = text;
  }
  return corrected;
}
