import type { z } from 'zod';
import type { Db } from '../../db/connect.js';
import { countedStatuses } from '../../lib/statuses.js';
import { formatInstant } from '../../lib/time-zone.js';
import { loginsById } from '../record/login-of.js';
import type { CustomerRow } from '../record/row.js';
import { shownPhone } from '../record/view.js';
import type { customerRow } from './schema.js';

/** Characters of the internal note that a list shows. */
const noteLength = 120;

type ListedRow = Omit<CustomerRow, 'note'> & { note: string | null };

/** The rows of these customers in this order. What has gone since its id was found is left out. */
export async function readRows(
  db: Db,
  ids: readonly number[],
  country: string,
  now: number,
): Promise<z.output<typeof customerRow>[]> {
  if (ids.length === 0) return [];
  const rows: ListedRow[] = await db('customers')
    .whereIn('id', [...ids])
    .select('id', 'status', 'display_name', 'first_name', 'last_name', 'picture_key', 'email', 'phone', 'phone_e164')
    .select('newsletter', 'login_id', 'created_at', 'trashed_at', db.raw('SUBSTR(note, 1, ?) AS note', [noteLength]));
  const known = new Map(rows.map((row) => [row.id, row] as const));
  const visits = await visitsOf(db, ids, now);
  const paired = await pairedOf(db, ids);
  const logins = await loginsById(
    db,
    rows.map((row) => row.login_id),
  );
  return ids.flatMap((id) => {
    const row = known.get(id);
    if (!row) return [];
    const visit = visits.get(id);
    return {
      number: id,
      status: row.status,
      name: row.display_name,
      firstName: row.first_name,
      lastName: row.last_name,
      picture: row.picture_key && `/api/v1/admin/customers/${id}/picture?of=${row.picture_key}`,
      email: row.email,
      phone: shownPhone(row, country),
      note: row.note || null,
      newsletter: Boolean(row.newsletter),
      login: (row.login_id !== null && logins.get(row.login_id)) || null,
      createdAt: formatInstant(row.created_at),
      trashedAt: row.trashed_at === null ? null : formatInstant(row.trashed_at),
      lastAppointmentAt: visit?.last ? formatInstant(visit.last) : null,
      appointments: visit?.appointments ?? 0,
      duplicate: row.status === 'active' && paired.has(id),
    };
  });
}

interface Visits {
  /** Start of the last confirmed appointment that has begun; null until there is one. */
  last: number | null;
  appointments: number;
}

/** How often and when last these customers came, or will come. Cancelled and rejected places do not count. */
async function visitsOf(db: Db, customerIds: readonly number[], now: number): Promise<Map<number, Visits>> {
  const rows: { customer_id: number; last_start: number | null; appointments: number | string }[] = await db('bookings')
    .join('booking_items', 'booking_items.booking_id', 'bookings.id')
    .join('appointments', 'appointments.id', 'booking_items.appointment_id')
    .whereIn('bookings.customer_id', [...customerIds])
    .whereIn('booking_items.status', [...countedStatuses])
    .groupBy('bookings.customer_id')
    .select('bookings.customer_id')
    .count({ appointments: '*' })
    .select(
      db.raw(
        "MAX(CASE WHEN booking_items.status IN ('confirmed', 'completed') AND appointments.starts_at <= ? THEN appointments.starts_at END) AS last_start",
        [now],
      ),
    );
  return new Map(
    rows.map((row) => [row.customer_id, { last: row.last_start, appointments: Number(row.appointments) }] as const),
  );
}

/** Those of these customers who stand in a suggested pair with somebody in use. */
async function pairedOf(db: Db, ids: readonly number[]): Promise<Set<number>> {
  const half = (own: 'low_id' | 'high_id', other: 'low_id' | 'high_id') =>
    db('customer_pairs')
      .join('customers', 'customers.id', `customer_pairs.${other}`)
      .whereIn(own, [...ids])
      .whereNull('dismissed_at')
      .where('customers.status', 'active')
      .select(db.raw(`${own} AS id`));
  const rows: { id: number }[] = await half('low_id', 'high_id').unionAll([half('high_id', 'low_id')]);
  return new Set(rows.map(({ id }) => id));
}
