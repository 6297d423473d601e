import type { AdminApi } from '../../../server/api.js';
import type { WordKey } from '../../admin-words.js';

export type ExportBody = AdminApi['POST /customer-exports']['body'];
export type CustomerSelection = ExportBody['selection'];
export type Delimiter = ExportBody['delimiter'];
type AnyColumn = ExportBody['columns'][number];
/** Those that everybody who may export can choose; the sensitive ones are asked for. */
type PlainColumn = Extract<AnyColumn, keyof typeof columnWords>;

/** The columns of customers by their words, in the order in which they are offered. */
export const columnWords = {
  number: 'export.column.number',
  firstName: 'export.column.firstName',
  lastName: 'export.column.lastName',
  displayName: 'export.column.displayName',
  email: 'export.column.email',
  phone: 'export.column.phone',
  login: 'export.column.login',
  phoneE164: 'export.column.phoneE164',
  gender: 'export.column.gender',
  birthDate: 'export.column.birthDate',
  language: 'export.column.language',
  timeZone: 'export.column.timeZone',
  newsletter: 'export.column.newsletter',
  occupation: 'export.column.occupation',
  address1: 'export.column.address1',
  address2: 'export.column.address2',
  city: 'export.column.city',
  state: 'export.column.state',
  postalCode: 'export.column.postalCode',
  country: 'export.column.country',
  nationality: 'export.column.nationality',
  note: 'export.column.note',
  createdAt: 'export.column.createdAt',
  lastAppointment: 'export.column.lastAppointment',
  appointments: 'export.column.appointments',
  status: 'export.column.status',
} as const satisfies Record<string, WordKey>;

/** What is computed or known anyway is offered, and not ticked at first. */
const unticked: readonly string[] = ['login', 'phoneE164', 'timeZone', 'status'];

export interface ColumnChoice {
  name: string;
  ticked: boolean;
}

/** How somebody wants exports to be. */
export interface ExportHabit {
  delimiter: Delimiter;
  bom: boolean;
  columns: ColumnChoice[];
}

const names = Object.keys(columnWords) as PlainColumn[];
const delimiters: readonly Delimiter[] = ['comma', 'semicolon', 'tab'];
const storageName = 'bookpane-export';

export const firstHabit = (): ExportHabit => ({
  delimiter: 'comma',
  bom: true,
  columns: names.map((name) => ({ name, ticked: !unticked.includes(name) })),
});

/** What was chosen on this machine before. Columns that are new since come last; what is not known is left out. */
export function habitOf(stored: string | null): ExportHabit {
  const first = firstHabit();
  let kept: Partial<ExportHabit> | null = null;
  try {
    kept = JSON.parse(stored ?? 'null') as Partial<ExportHabit> | null;
  } catch {
    return first;
  }
  if (!kept || !Array.isArray(kept.columns)) return first;
  const chosen = kept.columns.filter(({ name }) => names.includes(name as PlainColumn));
  const known = new Set(chosen.map(({ name }) => name));
  return {
    delimiter: delimiters.find((one) => one === kept.delimiter) ?? first.delimiter,
    bom: kept.bom !== false,
    columns: [
      ...chosen.map(({ name, ticked }) => ({ name, ticked: ticked === true })),
      ...first.columns.filter(({ name }) => !known.has(name)),
    ],
  };
}

export function readHabit(): ExportHabit {
  try {
    return habitOf(localStorage.getItem(storageName));
  } catch {
    return firstHabit();
  }
}

/** Sensitive columns are never remembered: each time they are asked for. */
export function storeHabit({ columns, ...habit }: ExportHabit): void {
  const plain = columns.filter(({ name }) => names.includes(name as PlainColumn));
  try {
    localStorage.setItem(storageName, JSON.stringify({ ...habit, columns: plain }));
  } catch {
    // Without storage the choice holds for this once.
  }
}

/** The list with the column at `from` in the place of `to`. */
export function moved(columns: readonly ColumnChoice[], from: number, to: number): ColumnChoice[] {
  const list = [...columns];
  const [taken] = list.splice(from, 1);
  if (taken) list.splice(to, 0, taken);
  return list;
}
