import type { Busy } from '../availability/diary.js';
import type { Tx } from '../db/connect.js';
import { transact } from '../db/transact.js';
import { bumpCalendars } from '../db/versions.js';
import type { Actor } from '../lib/actor.js';
import { AppError, notFound } from '../lib/errors.js';
import type { ItemStatus } from '../lib/statuses.js';
import { standingStatuses } from '../lib/statuses.js';
import type { BookingDeps } from './deps.js';
import { lockTime } from './move-target.js';
import type { Place } from './places.js';
import { lockPlaces, noteDecisions, readPlaces, settle } from './places.js';
import { refusal } from './refusals.js';

export interface RestorationRequest {
  bookingId: number;
  actor: Actor;
  notify: boolean;
}

/**
 * Takes a cancellation or rejection back, if the time is still free: the same way as a booking (DESIGN, section 4). Hours and
 * absences are not asked: staff gave this time before. AppErrors: `slot_taken` with `details.reason`, `already_decided` when nothing
 * of it is cancelled or rejected.
 */
export async function restore(
  deps: BookingDeps,
  { bookingId, actor, notify }: RestorationRequest,
): Promise<ItemStatus> {
  const resources = (await readPlaces(deps.db, bookingId)).map((place) => place.resource_id);
  if (resources.length === 0) throw notFound();
  const status = await transact(deps.db, async (tx) => {
    await bumpCalendars(tx, resources);
    const at = deps.clock.now();
    const gone = (await lockPlaces(tx, bookingId, resources)).filter(
      (place) => place.status === 'cancelled' || place.status === 'rejected',
    );
    if (gone.length === 0) throw new AppError('already_decided', 'Nothing of this booking is cancelled.');
    for (const place of gone) await insistOnRoom(deps, tx, place);
    const approved = await approvedOf(tx, gone);
    let all: ItemStatus = 'confirmed';
    for (const place of gone) {
      const was: ItemStatus = !place.needs_approval || approved.has(place.id) ? 'confirmed' : 'pending';
      if (was === 'pending') all = was;
      await tx('booking_items').where({ id: place.id }).update({ status: was });
    }
    await noteDecisions(
      tx,
      gone.map(({ id }) => id),
      { decision: 'restored', actor, at },
    );
    await settle(deps, tx, bookingId, gone, at);
    const payload = notify ? { bookingId } : { bookingId, silent: true as const };
    await deps.announce(tx, at, { event: 'booking.restored', payload });
    await deps.record(tx, [
      { at, actor, action: 'booking.restored', subject: `booking:${bookingId}`, values: { status: all } },
    ]);
    return all;
  });
  deps.nudge();
  return status;
}

/** The time must be as free as for a new booking: nobody else in it, and room for these persons in a group. */
async function insistOnRoom(deps: BookingDeps, tx: Tx, place: Place): Promise<void> {
  const time = await lockTime(tx, place.appointment_id);
  const taken = (await deps.readTaken(tx, [time.resourceId], time.busyFrom, time.busyTo, true)).get(time.resourceId);
  const busy: readonly Busy[] = taken?.busy ?? [];
  if (busy.some((other) => other.appointmentId !== time.id && other.from < time.busyTo && other.to > time.busyFrom))
    throw refusal('busy');
  const own = busy.find((other) => other.appointmentId === time.id);
  const inside = own && standingStatuses.includes(time.status) ? own.taken : 0;
  if (time.capacity > 1 && time.capacity - inside < place.persons) throw refusal('full');
}

/** Those of the places that staff once approved. */
async function approvedOf(tx: Tx, places: readonly Place[]): Promise<Set<number>> {
  const rows: { booking_item_id: number }[] = await tx('decisions')
    .whereIn(
      'booking_item_id',
      places.map(({ id }) => id),
    )
    .where({ decision: 'approved' })
    .select('booking_item_id');
  return new Set(rows.map((row) => row.booking_item_id));
}
