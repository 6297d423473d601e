import type { Knex } from 'knex';
import type { Db } from '../db/connect.js';
import type { ListTerms } from './list-terms.js';
import { literally } from './list-terms.js';

export interface CustomerListRow {
  id: number;
  display_name: string;
  first_name: string;
  last_name: string;
  email: string | null;
  phone: string | null;
  created_at: number;
}

export type CustomerSort = 'name' | 'number' | 'created';

const sortColumns: Record<CustomerSort, string> = { name: 'sort_name', number: 'id', created: 'created_at' };

/** Customers that are neither in the trash nor merged away, narrowed by a search. */
function listed(db: Db, terms: ListTerms | null): Knex.QueryBuilder {
  const query = db('customers').where({ status: 'active' });
  if (!terms) return query;
  return query.andWhere((found) => {
    found.where((all) => {
      for (const word of terms.words) all.andWhere((any) => matchesWord(any, word));
    });
    if (terms.phone) found.orWhereRaw("phone_e164 LIKE ? ESCAPE '!'", [`%${literally(terms.phone)}%`]);
  });
}

function matchesWord(any: Knex.QueryBuilder, word: string): void {
  const literal = literally(word);
  any
    .whereRaw("sort_name LIKE ? ESCAPE '!'", [`${literal}%`])
    .orWhereRaw("sort_name LIKE ? ESCAPE '!'", [`% ${literal}%`])
    .orWhereRaw("sort_name LIKE ? ESCAPE '!'", [`%-${literal}%`])
    .orWhereRaw("email_folded LIKE ? ESCAPE '!'", [`${literal}%`]);
  if (/^[1-9]\d{0,9}$/.test(word)) any.orWhere('id', Number(word));
}

export async function countCustomers(db: Db, terms: ListTerms | null): Promise<number> {
  const row: { count: number | string } | undefined = await listed(db, terms).count({ count: '*' }).first();
  return Number(row?.count ?? 0);
}

export async function readCustomers(
  db: Db,
  terms: ListTerms | null,
  order: { by: CustomerSort; descending: boolean },
  page: { limit: number; offset: number },
): Promise<CustomerListRow[]> {
  const direction = order.descending ? 'desc' : 'asc';
  return listed(db, terms)
    .select('id', 'display_name', 'first_name', 'last_name', 'email', 'phone', 'created_at')
    .orderBy([
      { column: sortColumns[order.by], order: direction },
      { column: 'id', order: direction },
    ])
    .limit(page.limit)
    .offset(page.offset);
}

export interface Visits {
  /** Start of the last confirmed appointment that has begun; null until there is one. */
  last: number | null;
  appointments: number;
}

/** How often and when last these customers came, or will come. Cancelled and rejected places do not count. */
export async function visitsOf(db: Db, customerIds: readonly number[], now: number): Promise<Map<number, Visits>> {
  const rows: { customer_id: number; last_start: number | null; appointments: number | string }[] = await db(
    'booking_items',
  )
    .join('bookings', 'bookings.id', 'booking_items.booking_id')
    .join('appointments', 'appointments.id', 'booking_items.appointment_id')
    .whereIn('bookings.customer_id', [...customerIds])
    .whereIn('booking_items.status', ['pending', 'confirmed'])
    .groupBy('bookings.customer_id')
    .select('bookings.customer_id')
    .count({ appointments: '*' })
    .select(
      db.raw(
        "MAX(CASE WHEN booking_items.status = 'confirmed' AND appointments.starts_at <= ? THEN appointments.starts_at END) AS last_start",
        [now],
      ),
    );
  return new Map(
    rows.map((row) => [row.customer_id, { last: row.last_start, appointments: Number(row.appointments) }] as const),
  );
}
