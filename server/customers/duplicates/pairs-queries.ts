import type { Db, Tx } from '../../db/connect.js';
import { countedStatuses } from '../../lib/statuses.js';
import { formatInstant } from '../../lib/time-zone.js';
import type { CustomerScope } from '../scope.js';
import { withinScope } from '../scope.js';
import type { Likeness } from './similar.js';

export interface Side {
  number: number;
  name: string;
  email: string | null;
  phone: string | null;
  birthDate: string | null;
  createdAt: string;
  appointments: number;
}

export interface Pair {
  reason: Likeness;
  low: Side;
  high: Side;
}

interface PairRow {
  low_id: number;
  high_id: number;
  reason: Likeness;
}

/** Pairs that nobody dismissed, of two customers in use whom this scope reaches. */
function openPairs(db: Db, scope: CustomerScope, customer: number | undefined) {
  const inUse = (id: string) =>
    withinScope(db('customers').whereRaw(`customers.id = ${id}`).where('customers.status', 'active'), scope).select(
      'customers.id',
    );
  const query = db('customer_pairs')
    .whereNull('dismissed_at')
    .whereExists(inUse('customer_pairs.low_id'))
    .whereExists(inUse('customer_pairs.high_id'));
  if (customer !== undefined) query.andWhere((own) => own.where('low_id', customer).orWhere('high_id', customer));
  return query;
}

export async function countPairs(db: Db, scope: CustomerScope, customer: number | undefined): Promise<number> {
  const row = (await openPairs(db, scope, customer).count({ count: '*' }).first()) as { count: number } | undefined;
  return Number(row?.count ?? 0);
}

/** One page of pairs, the latest found first. */
export async function readPairs(
  db: Db,
  scope: CustomerScope,
  customer: number | undefined,
  page: { limit: number; offset: number },
): Promise<Pair[]> {
  const rows: PairRow[] = await openPairs(db, scope, customer)
    .orderBy([
      { column: 'found_at', order: 'desc' },
      { column: 'low_id', order: 'desc' },
      { column: 'high_id', order: 'desc' },
    ])
    .limit(page.limit)
    .offset(page.offset)
    .select('low_id', 'high_id', 'reason');
  const sides = await readSides(db, [...new Set(rows.flatMap((row) => [row.low_id, row.high_id]))]);
  return rows.flatMap(({ low_id, high_id, reason }) => {
    const low = sides.get(low_id);
    const high = sides.get(high_id);
    return low && high ? [{ reason, low, high }] : [];
  });
}

async function readSides(db: Db, ids: readonly number[]): Promise<Map<number, Side>> {
  const rows = await db('customers')
    .whereIn('id', [...ids])
    .select('id', 'display_name', 'email', 'phone', 'birth_date', 'created_at');
  const counted: { customer_id: number; count: number | string }[] = await db('bookings')
    .join('booking_items', 'booking_items.booking_id', 'bookings.id')
    .whereIn('bookings.customer_id', [...ids])
    .whereIn('booking_items.status', [...countedStatuses])
    .groupBy('bookings.customer_id')
    .select('bookings.customer_id')
    .count({ count: '*' });
  const counts = new Map(counted.map((row) => [row.customer_id, Number(row.count)]));
  return new Map(
    rows.map((row) => [
      row.id,
      {
        number: row.id,
        name: row.display_name,
        email: row.email,
        phone: row.phone,
        birthDate: row.birth_date,
        createdAt: formatInstant(row.created_at),
        appointments: counts.get(row.id) ?? 0,
      },
    ]),
  );
}

/** Marks a pair as two persons, whether it was suggested before or not; false when it was marked already. */
export async function dismissPair(tx: Tx, low: number, high: number, at: number, actor: string): Promise<boolean> {
  const marks = { dismissed_at: at, dismissed_by: actor };
  const known = await tx('customer_pairs').where({ low_id: low, high_id: high }).first('dismissed_at');
  if (known) {
    return (await tx('customer_pairs').where({ low_id: low, high_id: high, dismissed_at: null }).update(marks)) > 0;
  }
  await tx('customer_pairs').insert({ low_id: low, high_id: high, reason: 'name', found_at: at, ...marks });
  return true;
}
