import type { Db, Dialect } from '../../db/connect.js';
import { dialectOf } from '../../db/connect.js';
import { breather } from '../../lib/courtesy.js';
import type { FieldCipher } from '../../lib/field-cipher.js';
import { countedStatuses } from '../../lib/statuses.js';
import { fieldNamed } from '../nationality/profiles.js';
import type { SensitiveRow } from '../sensitive/rows.js';
import { tryOpenRow } from '../sensitive/rows.js';
import { columnOf, sensitiveFieldOf } from './columns.js';
import type { Cell } from './csv-line.js';
import type { Reach } from './selected.js';
import { lastNumber, selectedBetween, span } from './selected.js';

export interface RowsDeps {
  db: Db;
  cipher: FieldCipher;
}

/**
 * Rows that are in memory at once, twice over: one batch is written while the next is read. The embedded database keeps everybody
 * waiting while it reads.
 */
const batches: Record<Dialect, number> = { mysql: 2000, sqlite: 1000 };

interface Batch {
  rows: Cell[][];
  /** Where the next one begins; null after the last. */
  next: number | null;
}

/**
 * The cells of the wanted columns, a batch of customers at a time in the order of their numbers. Holds no connection between two
 * batches, and reads one ahead, so whoever stops listening has at most one read in vain.
 */
export async function* exportRows(
  { db, cipher }: RowsDeps,
  reach: Reach,
  columns: readonly string[],
  now: number,
): AsyncGenerator<Cell[][], void, void> {
  const last = await lastNumber(db, reach);
  const breathe = breather();
  const read = async (after: number): Promise<Batch> => {
    const found = await readBatch(db, reach, columns, now, after, last);
    await addFromElsewhere({ db, cipher }, columns, found.rows);
    return found;
  };
  for (let reading: Promise<Batch> | null = read(0); reading; ) {
    const { rows, next }: Batch = await reading;
    reading = next === null ? null : read(next);
    // Its failure is told when it is awaited, or by nobody when the reader has gone away.
    reading?.catch(() => {});
    if (rows.length > 0) yield rows;
    await breathe();
  }
}

/** The first cell of each row is the customer number, whatever the columns are. */
async function readBatch(
  db: Db,
  reach: Reach,
  columns: readonly string[],
  now: number,
  after: number,
  last: number,
): Promise<Batch> {
  const batch = batches[dialectOf(db)];
  const upTo = 'numbers' in reach.selection ? last : Math.min(after + span, last);
  const wanted = ['customers.id', ...columns.map((name, at) => selectable(db, name, `cell_${at}`))];
  const query = selectedBetween(db, reach, now, after, upTo).orderBy('customers.id').limit(batch).select(wanted);
  const asArrays = dialectOf(db) === 'mysql';
  const found: unknown[] = await (asArrays ? query.options({ rowsAsArray: true }) : query);
  const rows = (asArrays ? found : found.map((row) => Object.values(row as object))) as Cell[][];
  if (rows.length === batch) return { rows, next: Number(rows[batch - 1]?.[0]) };
  return { rows, next: upTo < last ? upTo : null };
}

/** Each under a name of its own, so that no two of a row are one. */
function selectable(db: Db, name: string, as: string) {
  const { from } = columnOf(name);
  if (name === 'login')
    return db.raw('(SELECT logins.email FROM logins WHERE logins.id = customers.login_id) AS ??', [as]);
  if (from === null) return db.raw('NULL AS ??', [as]);
  if (name === 'displayName')
    return db.raw('CASE WHEN customers.display_name_set = 1 THEN customers.display_name END AS ??', [as]);
  return db.raw('?? AS ??', [`customers.${from}`, as]);
}

/** Fills the columns that other tables know: how many appointments stand, and what is kept under lock. */
async function addFromElsewhere({ db, cipher }: RowsDeps, columns: readonly string[], rows: Cell[][]): Promise<void> {
  const numbers = rows.map(([number]) => Number(number));
  if (numbers.length === 0) return;
  const appointmentsAt = columns.indexOf('appointments');
  if (appointmentsAt >= 0) {
    const counts = await appointmentsOf(db, numbers);
    for (const row of rows) row[appointmentsAt + 1] = counts.get(Number(row[0])) ?? 0;
  }
  const fields = columns.flatMap((name, at) => {
    const field = sensitiveFieldOf(name);
    return field ? [{ field, at: at + 1 }] : [];
  });
  if (fields.length === 0) return;
  const byNumber = new Map(rows.map((row) => [Number(row[0]), row]));
  const sealed: SensitiveRow[] = await db('customer_sensitive')
    .whereIn('customer_id', numbers)
    .whereIn(
      'field',
      fields.map(({ field }) => field),
    )
    .select('*');
  for (const row of sealed) {
    const value = tryOpenRow(cipher, row);
    const at = fields.find(({ field }) => field === row.field)?.at;
    const cells = byNumber.get(row.customer_id);
    if (value !== null && at !== undefined && cells) cells[at] = fieldNamed(row.field)?.format(value) ?? value;
  }
}

/** Cancelled and rejected places don't count, as in the list. */
async function appointmentsOf(db: Db, numbers: readonly number[]): Promise<Map<number, number>> {
  const rows: { customer_id: number; count: number | string }[] = await db('bookings')
    .join('booking_items', 'booking_items.booking_id', 'bookings.id')
    .whereIn('bookings.customer_id', [...numbers])
    .whereIn('booking_items.status', [...countedStatuses])
    .groupBy('bookings.customer_id')
    .select('bookings.customer_id')
    .count({ count: '*' });
  return new Map(rows.map(({ customer_id, count }) => [customer_id, Number(count)]));
}
