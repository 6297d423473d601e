import type { ImportField, Mapping, RowIssue, RowIssueReason, RowValues } from './fields.js';

/** What a cell says, or why it says nothing. The text is never empty and has no white space around it. */
export type Read = { value: string | boolean } | { reason: RowIssueReason };
export type Readers = Record<ImportField, (text: string) => Read>;

export interface RowPlan {
  mapping: Mapping;
  readers: Readers;
  /** Fields that must not be empty. */
  required: readonly ImportField[];
  splitName: (fullName: string) => { firstName: string; lastName: string };
}

export type RowReading = { values: RowValues; issues: readonly RowIssue[] };

const nothing: RowValues = {
  firstName: '',
  lastName: '',
  displayName: null,
  email: null,
  phone: null,
  gender: null,
  birthDate: null,
  language: null,
  timeZone: null,
  newsletter: null,
  occupation: null,
  address1: null,
  address2: null,
  city: null,
  state: null,
  postalCode: null,
  country: null,
  nationality: null,
  note: null,
};

/**
 * What a row of a file says about a customer, with everything that is wrong in it. Of two columns for one field the first that holds
 * something counts; two for the note are put below one another. A full name fills first and last name where those are empty.
 */
export function readRow(cells: readonly string[], plan: RowPlan): RowReading {
  const { mapping, readers } = plan;
  const values: Record<string, unknown> = { ...nothing };
  const issues: RowIssue[] = [];
  const bad = new Set<ImportField>();
  let fullName: string | null = null;
  for (let column = 0; column < mapping.length; column += 1) {
    const field = mapping[column];
    const text = field ? (cells[column] ?? '').trim() : '';
    if (!field || text === '') continue;
    const read = readers[field](text);
    if ('reason' in read) {
      issues.push({ column, field, reason: read.reason });
      bad.add(field);
    } else if (field === 'fullName') fullName ??= read.value as string;
    else if (field === 'note' && values['note'] !== null) values['note'] = `${values['note']}\n${read.value}`;
    else if (values[field] === null || values[field] === '') values[field] = read.value;
  }
  if (cells.length > mapping.length && cells.slice(mapping.length).some((cell) => cell.trim() !== ''))
    issues.push({ column: null, field: null, reason: 'columns' });
  const found = values as unknown as RowValues;
  if (fullName !== null && found.firstName === '' && found.lastName === '')
    Object.assign(found, plan.splitName(fullName));
  issues.push(...missing(found, plan, bad));
  return { values: found, issues };
}

/** A customer without a first name is nobody: a display name, a last name, or an e-mail takes its place, as on a record. */
function missing(values: RowValues, { mapping, required }: RowPlan, bad: ReadonlySet<ImportField>): RowIssue[] {
  const issues: RowIssue[] = [];
  const lacks = (field: ImportField): void => {
    if (bad.has(field) || (field !== 'email' && bad.has('fullName'))) return;
    const named: ImportField = mapping.includes(field) ? field : 'fullName';
    const column = mapping.indexOf(named);
    issues.push({ column: column < 0 ? mapping.indexOf(field) : column, field, reason: 'required' });
  };
  if (values.firstName === '') lacks('firstName');
  for (const field of required) {
    if (field === 'firstName' || field === 'fullName') continue;
    const value = (values as unknown as Record<string, unknown>)[field];
    if (value === null || value === '') lacks(field);
  }
  return issues.map((issue) => (issue.column !== null && issue.column < 0 ? { ...issue, column: null } : issue));
}
