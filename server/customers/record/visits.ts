import type { Knex } from 'knex';
import type { Db, Tx } from '../../db/connect.js';
import { transact } from '../../db/transact.js';
import { countedStatuses, keptStatuses } from '../../lib/statuses.js';
import { DAY } from '../../lib/time-zone.js';

/*
 * `last_start_at` and `latest_start_at` of customers: what lists sort and filter by, so that nobody has to look through everybody's
 * appointments. Whoever changes a customer's places calls one of these in the same transaction; time itself is the timetable's.
 */

/** A customer has booked a visit that starts at `start`. */
export async function expectVisit(tx: Tx, customerId: number, start: number): Promise<void> {
  await tx('customers')
    .where({ id: customerId })
    .andWhere((later) => later.whereNull('latest_start_at').orWhere('latest_start_at', '<', start))
    .update({ latest_start_at: start });
}

/** Reads both anew from the appointments: after a cancellation, a merge, an import. */
export async function refreshVisits(tx: Tx, customerIds: readonly number[], now: number): Promise<void> {
  if (customerIds.length === 0) return;
  const starts = (narrow: (query: Knex.QueryBuilder) => void): Knex.QueryBuilder => {
    const query = tx('bookings')
      .join('booking_items', 'booking_items.booking_id', 'bookings.id')
      .join('appointments', 'appointments.id', 'booking_items.appointment_id')
      .whereRaw('bookings.customer_id = customers.id')
      .max('appointments.starts_at');
    narrow(query);
    return query;
  };
  await tx('customers')
    .whereIn('id', [...customerIds])
    .update({
      last_start_at: starts((query) =>
        query.whereIn('booking_items.status', [...keptStatuses]).where('appointments.starts_at', '<=', now),
      ),
      latest_start_at: starts((query) => query.whereIn('booking_items.status', [...countedStatuses])),
    } as never);
}

const batch = 500;

/**
 * Appointments that have begun since are their customers' last ones now. Answers how many customers that changed. Looks two days
 * back, so that a server that was down for a night catches up; older ones were written when they were booked or imported.
 */
export async function advanceVisits(db: Db, now: number): Promise<number> {
  let changed = 0;
  for (;;) {
    const rows: { customer_id: number }[] = await db('appointments')
      .join('booking_items', 'booking_items.appointment_id', 'appointments.id')
      .join('bookings', 'bookings.id', 'booking_items.booking_id')
      .join('customers', 'customers.id', 'bookings.customer_id')
      .where('appointments.starts_at', '>', now - 2 * DAY)
      .where('appointments.starts_at', '<=', now)
      .whereIn('booking_items.status', [...keptStatuses])
      .where((behind) =>
        behind.whereNull('customers.last_start_at').orWhereRaw('customers.last_start_at < appointments.starts_at'),
      )
      .distinct('bookings.customer_id')
      .limit(batch);
    if (rows.length === 0) return changed;
    await transact(db, (tx) =>
      refreshVisits(
        tx,
        rows.map((row) => row.customer_id),
        now,
      ),
    );
    changed += rows.length;
  }
}
