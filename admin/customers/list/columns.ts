import type { Customer } from '../../admin-api.js';

/** The columns that can be chosen and ordered; person, name and what can be done stand at the edges. */
export const columnNames = [
  'number',
  'phone',
  'email',
  'login',
  'note',
  'lastAppointment',
  'newsletter',
  'created',
  'appointments',
  'trashed',
] as const;
export type ColumnName = (typeof columnNames)[number];

/** What a heading sorts by, where it does. */
export const sortOf: Partial<Record<ColumnName | 'name', string>> = {
  name: 'name',
  number: 'number',
  phone: 'phone',
  email: 'email',
  lastAppointment: 'lastAppointment',
  created: 'created',
  trashed: 'trashed',
};

export interface ColumnChoice {
  name: ColumnName;
  shown: boolean;
}

export const usualColumns: readonly ColumnChoice[] = columnNames.map((name) => ({
  name,
  shown: !['login', 'newsletter', 'created', 'appointments'].includes(name),
}));

/** A choice as it was kept: columns that are gone are left out, those that are new come at the end as usual. */
export function readColumns(text: string | null): readonly ColumnChoice[] {
  try {
    const kept = (JSON.parse(text ?? '[]') as { name: ColumnName; shown: boolean }[]).filter(({ name }) =>
      columnNames.includes(name),
    );
    const known = new Map(kept.map(({ name, shown }) => [name, { name, shown: shown === true }] as const));
    return [...known.values(), ...usualColumns.filter(({ name }) => !known.has(name))];
  } catch {
    return usualColumns;
  }
}

/** A column one place further up or down. */
export function moved(columns: readonly ColumnChoice[], name: ColumnName, by: 1 | -1): readonly ColumnChoice[] {
  const at = columns.findIndex((column) => column.name === name);
  const to = at + by;
  if (at < 0 || to < 0 || to >= columns.length) return columns;
  const next = [...columns];
  const [column] = next.splice(at, 1);
  next.splice(to, 0, column as ColumnChoice);
  return next;
}

/** The columns to show; when somebody was trashed is told where the trash alone is listed. */
export const shownColumns = (columns: readonly ColumnChoice[], status: string | undefined): readonly ColumnName[] =>
  columns.filter(({ name, shown }) => shown && (name !== 'trashed' || status === 'trashed')).map(({ name }) => name);

export type Row = Customer;
