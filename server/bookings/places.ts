import type { Db, Tx } from '../db/connect.js';
import type { Actor } from '../lib/actor.js';
import { actorLabel } from '../lib/actor.js';
import { AppError } from '../lib/errors.js';
import type { ItemStatus } from '../lib/statuses.js';
import type { BookingDeps } from './deps.js';

/** A customer's place in an appointment, as whoever changes its status needs it. Instants are epoch milliseconds. */
export interface Place {
  id: number;
  appointment_id: number;
  resource_id: number;
  persons: number;
  status: ItemStatus;
  starts_at: number;
  needs_approval: number | boolean;
  cancel_notice_minutes: number;
}

/** The places of a booking; in a transaction they are locked. */
export async function readPlaces(db: Db | Tx, bookingId: number, lock = false): Promise<Place[]> {
  // The items alone are locked: a lock on the services' rows would hold up every booking of theirs.
  if (lock) await db('booking_items').where({ booking_id: bookingId }).select('id').forUpdate();
  return db('booking_items')
    .join('appointments', 'appointments.id', 'booking_items.appointment_id')
    .join('services', 'services.id', 'appointments.service_id')
    .where('booking_items.booking_id', bookingId)
    .orderBy('booking_items.id')
    .select(
      'booking_items.id',
      'booking_items.appointment_id',
      'booking_items.persons',
      'booking_items.status',
      'appointments.resource_id',
      'appointments.starts_at',
      'services.needs_approval',
      'services.cancel_notice_minutes',
    );
}

/** The places, locked, behind the calendars that were written before. AppError `overloaded` when one has moved to another since. */
export async function lockPlaces(tx: Tx, bookingId: number, resources: readonly number[]): Promise<Place[]> {
  const places = await readPlaces(tx, bookingId, true);
  if (places.some((place) => !resources.includes(place.resource_id))) throw movedMeanwhile();
  return places;
}

/** Moved to another calendar since the look: the caller's next try sees that one. */
export const movedMeanwhile = (): AppError => new AppError('overloaded', 'Please try again.', { retryAfter: 1 });

/** Writes down who decided what of these places, when and why. */
export async function noteDecisions(
  tx: Tx,
  ids: readonly number[],
  { decision, actor, reason = '', at }: { decision: string; actor: Actor; reason?: string; at: number },
): Promise<void> {
  await tx('decisions').insert(
    ids.map((id) => ({ booking_item_id: id, decision, actor: actorLabel(actor), reason, decided_at: at })),
  );
}

/** Brings what rests on a booking's places after them: the status of each time, and the customer's last visits. */
export async function settle(
  deps: Pick<BookingDeps, 'refreshVisits'>,
  tx: Tx,
  bookingId: number,
  places: readonly Place[],
  at: number,
): Promise<void> {
  for (const id of new Set(places.map((place) => place.appointment_id))) await settleAppointment(tx, id);
  const booking = await tx('bookings').where({ id: bookingId }).first('customer_id');
  await deps.refreshVisits(tx, [booking.customer_id], at);
}

const precedence: readonly ItemStatus[] = ['confirmed', 'pending', 'completed', 'no_show', 'cancelled', 'rejected'];

/** Brings the time's status after its places': free when nobody is left in it. Calendars of customers see a new revision. */
async function settleAppointment(tx: Tx, appointmentId: number): Promise<void> {
  const rows: { status: ItemStatus }[] = await tx('booking_items')
    .where({ appointment_id: appointmentId })
    .select('status');
  const status = precedence.find((one) => rows.some((row) => row.status === one)) ?? 'cancelled';
  await tx('appointments').where({ id: appointmentId }).update({ status }).increment('sequence', 1);
}
