import { checkMove } from '../availability/booking-rules.js';
import type { Business } from '../availability/business.js';
import { diaryOf } from '../availability/business.js';
import type { Offer } from '../availability/diary.js';
import type { RefusalReason } from '../availability/schema.js';
import type { Tx } from '../db/connect.js';
import { transact } from '../db/transact.js';
import { bumpCalendars, catalogVersion } from '../db/versions.js';
import type { Actor } from '../lib/actor.js';
import { AppError } from '../lib/errors.js';
import { DAY, formatInstant } from '../lib/time-zone.js';
import { Stale } from './booking-transaction.js';
import type { BookingDeps } from './deps.js';
import type { AppointmentTime } from './move-target.js';
import { lockTime, readTime, targetOf } from './move-target.js';
import { movedMeanwhile } from './places.js';
import { refusal } from './refusals.js';

/** Where staff want an appointment to be. Instants are epoch milliseconds; what is null stays as it is. */
export interface Move {
  appointmentId: number;
  start: number;
  /** Only where the length changes. */
  end: number | null;
  providerId: number | null;
  locationId: number | null;
  /** The revision that was looked at. */
  version: number;
  overrule: boolean;
  notify: boolean;
}

/** Beside the rules: it takes a right of its own, and one rule stands: nothing overlaps. */
interface Checked {
  offer: Offer;
  broken: RefusalReason | null;
}

/**
 * Gives an appointment another time, length, provider or location, with everybody in it. The old time is kept until the new one is
 * won (DESIGN, section 4): both calendars are written first. AppErrors: `stale` when it was changed since it was looked at,
 * `already_decided` when it is cancelled or over, `slot_taken` and `slot_not_offered` with `details.reason`; the latter with
 * `details.overrulable`.
 */
export async function reschedule(deps: BookingDeps, actor: Actor, move: Move): Promise<void> {
  for (let tries = 0; tries < 5; tries += 1) {
    const seen = await deps.snapshot();
    try {
      const before = await readTime(deps.db, move.appointmentId);
      await transact(deps.db, (tx) => moveIn(deps, tx, actor, move, before, seen));
      deps.nudge();
      return;
    } catch (error) {
      if (!(error instanceof Stale)) throw error;
    }
  }
  throw movedMeanwhile();
}

async function moveIn(
  deps: BookingDeps,
  tx: Tx,
  actor: Actor,
  move: Move,
  before: AppointmentTime,
  seen: { business: Business; catalogVersion: number },
): Promise<void> {
  const at = deps.clock.now();
  const target = targetOf(seen.business, before, move);
  await bumpCalendars(tx, [before.resourceId, target.resourceId]);
  if ((await catalogVersion(tx)) !== seen.catalogVersion) throw new Stale();
  const now = await lockTime(tx, move.appointmentId);
  if (now.resourceId !== before.resourceId) throw new Stale();
  if (now.version !== move.version)
    throw new AppError('stale', 'Somebody has changed this appointment meanwhile.', {
      details: { version: now.version, start: formatInstant(now.startsAt) },
    });
  if (now.status !== 'pending' && now.status !== 'confirmed')
    throw new AppError('already_decided', 'This appointment is over or cancelled.');
  const { offer, broken } = await check(deps, tx, seen.business, now, target, move, at);
  const start = move.start;
  const end = start + offer.duration;
  await tx('appointments')
    .where({ id: now.id })
    .update({
      ...{ resource_id: offer.resourceId, provider_id: offer.providerId, location_id: offer.locationId },
      ...{ starts_at: start, ends_at: end, busy_from: start - offer.bufferBefore, busy_to: end + offer.bufferAfter },
    })
    .increment('sequence', 1);
  await tellOf(deps, tx, actor, move, { before: now, offer, broken, at, business: seen.business });
}

/** The rules, over what is booked there as it is under the lock; the appointment's own time doesn't stand in its way. */
async function check(
  deps: BookingDeps,
  tx: Tx,
  business: Business,
  now: AppointmentTime,
  offer: Offer,
  { start, overrule }: Move,
  at: number,
): Promise<Checked> {
  const provider = business.providers.find(({ id }) => id === offer.providerId);
  const from = start - DAY;
  const to = start + offer.duration + DAY;
  const taken = (await deps.readTaken(tx, [offer.resourceId], from, to, true)).get(offer.resourceId);
  const others = {
    busy: (taken?.busy ?? []).filter((busy) => busy.appointmentId !== now.id),
    absences: taken?.absences ?? [],
  };
  const known = provider ?? { ...nobody, id: offer.providerId, resourceId: offer.resourceId };
  const diary = diaryOf(business, known, offer.locationId, others, start, start + 1, offer.duration + DAY);
  const leg = { offer, diary, start, bufferBefore: offer.bufferBefore, bufferAfter: offer.bufferAfter };
  // What only gets shorter or another provider's stays where it was: its start needs no second permission.
  const moment = start === now.startsAt ? Math.min(at, start) : at;
  const broken = checkMove(leg, moment, false);
  if (broken === null) return { offer, broken };
  const left = checkMove(leg, moment, true);
  if (left !== null) throw refusal(left);
  if (!overrule) throw refusal(broken);
  return { offer, broken };
}

/** Somebody who works no more: nothing is known of hours. */
const nobody = {
  name: '',
  locations: new Set<number>(),
  services: new Map(),
  hours: { weekly: [], specialDays: new Map() },
};

interface Moved extends Checked {
  business: Business;
  before: AppointmentTime;
  at: number;
}

async function tellOf(
  deps: BookingDeps,
  tx: Tx,
  actor: Actor,
  move: Move,
  { before, offer, broken, at, business }: Moved,
): Promise<void> {
  const places: { id: number; booking_id: number; customer_id: number }[] = await tx('booking_items')
    .join('bookings', 'bookings.id', 'booking_items.booking_id')
    .where('booking_items.appointment_id', before.id)
    .whereIn('booking_items.status', ['pending', 'confirmed'])
    .select('booking_items.id', 'booking_items.booking_id', 'bookings.customer_id');
  const from = { startsAt: before.startsAt, providerId: before.providerId };
  for (const place of places) {
    const payload = { bookingId: place.booking_id, itemId: place.id, from };
    await deps.announce(tx, at, {
      event: 'booking.rescheduled',
      payload: move.notify ? payload : { ...payload, silent: true },
    });
  }
  await deps.refreshVisits(tx, [...new Set(places.map((place) => place.customer_id))], at);
  const nameOf = (id: number): string | number => business.providers.find((one) => one.id === id)?.name ?? id;
  await deps.record(tx, [
    {
      at,
      actor,
      action: 'appointment.rescheduled',
      subject: `appointment:${before.id}`,
      values: {
        ...differences(before, move.start, move.start + offer.duration),
        ...(offer.providerId === before.providerId
          ? {}
          : { provider: { from: nameOf(before.providerId), to: nameOf(offer.providerId) } }),
        ...(broken ? { overruled: broken } : {}),
      },
    },
  ]);
}

/** What the trail says of the time; what stayed isn't named. */
function differences({ startsAt, endsAt }: AppointmentTime, start: number, end: number): Record<string, unknown> {
  const change = (from: number, to: number) => ({ from: formatInstant(from), to: formatInstant(to) });
  return {
    ...(startsAt === start ? {} : { start: change(startsAt, start) }),
    ...(endsAt === end ? {} : { end: change(endsAt, end) }),
  };
}
