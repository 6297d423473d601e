import { transact } from '../db/transact.js';
import { bumpCalendars } from '../db/versions.js';
import type { Actor } from '../lib/actor.js';
import { AppError, notFound } from '../lib/errors.js';
import type { Attendance } from './attendance-rules.js';
import { markable } from './attendance-rules.js';
import type { BookingDeps } from './deps.js';
import { lockPlaces, noteDecisions, readPlaces, settle } from './places.js';

export interface AttendanceRequest {
  bookingId: number;
  /** One part of the visit; null: all that has begun. */
  appointmentId: number | null;
  attendance: Attendance;
  actor: Actor;
}

/**
 * Notes that a customer came or didn't. The time stays taken either way. AppErrors: `conflict` before it has begun,
 * `already_decided` where nothing of the booking was confirmed.
 */
export async function noteAttendance(deps: BookingDeps, request: AttendanceRequest): Promise<Attendance> {
  const { bookingId, appointmentId, attendance, actor } = request;
  const resources = (await readPlaces(deps.db, bookingId)).map((place) => place.resource_id);
  if (resources.length === 0) throw notFound();
  await transact(deps.db, async (tx) => {
    await bumpCalendars(tx, resources);
    const at = deps.clock.now();
    const asked = (await lockPlaces(tx, bookingId, resources)).filter(
      (place) => appointmentId === null || place.appointment_id === appointmentId,
    );
    const open = asked.filter((place) => markable.includes(place.status));
    if (open.length === 0) throw new AppError('already_decided', 'Only a confirmed visit can be marked.');
    const begun = open.filter((place) => place.starts_at <= at);
    if (begun.length === 0) throw new AppError('conflict', 'This visit has not begun yet.');
    const changed = begun.filter((place) => place.status !== attendance);
    if (changed.length === 0) return;
    const ids = changed.map((place) => place.id);
    await tx('booking_items').whereIn('id', ids).update({ status: attendance });
    await noteDecisions(tx, ids, { decision: attendance, actor, at });
    await settle(deps, tx, bookingId, changed, at);
    await deps.record(tx, [
      { at, actor, action: `booking.${attendance}`, subject: `booking:${bookingId}`, values: { places: ids.length } },
    ]);
  });
  return attendance;
}
