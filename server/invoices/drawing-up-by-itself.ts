import type { Knex } from 'knex';
import type { Db } from '../db/connect.js';
import { isDuplicate, transact } from '../db/transact.js';
import type { Actor } from '../lib/actor.js';
import { giveWay } from '../lib/courtesy.js';
import { DAY, HOUR, MINUTE } from '../lib/time-zone.js';
import type { InvoiceDeps } from './deps.js';
import { drawUp } from './drawing-up.js';

const actor: Actor = { kind: 'system', name: 'invoices' };
const name = 'draw_up';

/** A transaction that began before the last look may have come in after it. */
const overlap = 10 * MINUTE;
/** Visits are marked as completed, or as missed, days after they were: so far back each look goes. */
const lookBack = 7 * DAY;
/** A visit that nobody marked counts as completed: by then, who did not come has been marked. */
const untilTakenAsKept = 12 * HOUR;

/**
 * Draws up what the setting asks for and answers how many drafts that were. A booking gets one of itself once, whatever becomes of it:
 * one that was discarded or voided is not made again. Bookings from before the setting was switched on are left alone.
 */
export async function drawUpByItself(deps: InvoiceDeps): Promise<number> {
  const { invoiceDrawUp: moment } = await deps.settings();
  const now = deps.clock.now();
  const run = await runOf(deps, now);
  if (moment === 'by_hand') {
    await transact(deps.db, (tx) => tx('invoice_runs').where({ name }).update({ since: now, looked_to: now }));
    return 0;
  }
  const due = moment === 'on_confirmation' ? await confirmed(deps, run) : await completed(deps, run, now);
  let made = 0;
  const failures: unknown[] = [];
  for (const bookingId of due) {
    await giveWay();
    try {
      if ((await drawUp(deps, actor, bookingId)) !== null) made += 1;
    } catch (error) {
      // One that can't be drawn up keeps no other from it.
      failures.push(error);
    }
  }
  await transact(deps.db, (tx) => tx('invoice_runs').where({ name }).update({ looked_to: now }));
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} invoices could not be drawn up`);
  return made;
}

interface Run {
  since: number;
  looked_to: number;
}

async function runOf({ db }: InvoiceDeps, now: number): Promise<Run> {
  const found: Run | undefined = await db('invoice_runs').where({ name }).first();
  if (found) return found;
  const begun = { since: now, looked_to: now };
  try {
    await transact(db, (tx) => tx('invoice_runs').insert({ name, ...begun }));
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  return begun;
}

/** Bookings that cost something and for which none was ever drawn up. */
const unbilled = (db: Db): Knex.QueryBuilder =>
  db('bookings')
    .where('bookings.total_minor', '>', 0)
    .whereNotExists((drawn) =>
      drawn.from('invoices').whereRaw('invoices.booking_id = bookings.id').select('invoices.id'),
    );

const placesOf = (query: Knex.QueryBuilder): Knex.QueryBuilder =>
  query
    .from('booking_items as places')
    .join('appointments as times', 'times.id', 'places.appointment_id')
    .whereRaw('places.booking_id = bookings.id')
    .select('places.id');

/** Those that were confirmed since the last look: what was announced of them says so. */
async function confirmed({ db }: InvoiceDeps, { since, looked_to }: Run): Promise<number[]> {
  const rows: { payload: string }[] = await db('outbox')
    .where('created_at', '>=', Math.max(since, looked_to - overlap))
    .whereIn('event', ['booking.created', 'booking.approved'])
    .select('payload');
  const ids = [...new Set(rows.map(({ payload }) => Number(JSON.parse(payload).bookingId)))];
  const found: number[] = [];
  for (let from = 0; from < ids.length; from += 500) {
    const some: { id: number }[] = await unbilled(db)
      .whereIn('bookings.id', ids.slice(from, from + 500))
      .whereExists((place) => placesOf(place).whereIn('places.status', ['confirmed', 'completed']))
      .whereNotExists((place) => placesOf(place).where('places.status', 'pending'))
      .select('bookings.id');
    found.push(...some.map(({ id }) => id));
  }
  return found;
}

/** Those of which somebody came, and nothing is still to come. */
async function completed({ db }: InvoiceDeps, { since, looked_to }: Run, now: number): Promise<number[]> {
  const keptBefore = now - untilTakenAsKept;
  const rows: { id: number }[] = await unbilled(db)
    .whereIn(
      'bookings.id',
      db('appointments')
        .join('booking_items', 'booking_items.appointment_id', 'appointments.id')
        .where('appointments.starts_at', '>=', Math.max(since - DAY, looked_to - lookBack))
        .where('appointments.starts_at', '<=', now)
        .where('appointments.ends_at', '>=', since)
        .where((kept) =>
          kept
            .where('booking_items.status', 'completed')
            .orWhere((over) =>
              over.where('booking_items.status', 'confirmed').where('appointments.ends_at', '<=', keptBefore),
            ),
        )
        .select('booking_items.booking_id'),
    )
    .whereNotExists((place) =>
      placesOf(place).where((open) =>
        open
          .where('places.status', 'pending')
          .orWhere((coming) => coming.where('places.status', 'confirmed').where('times.ends_at', '>', keptBefore)),
      ),
    )
    .select('bookings.id');
  return rows.map(({ id }) => id);
}
