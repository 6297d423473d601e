import type { z } from 'zod';
import type { Leg } from '../availability/booking-rules.js';
import { checkMove } from '../availability/booking-rules.js';
import { daysToInstants, zoneOf } from '../availability/business.js';
import type { Band, StartRun } from '../availability/day-bands.js';
import { bandsOf, runsOf } from '../availability/day-bands.js';
import type { Limits, Offer } from '../availability/diary.js';
import type { Snapshot } from '../availability/queries-cached.js';
import { questionAt, servicesOf } from '../availability/question.js';
import type { Question } from '../availability/slots.js';
import { explainCandidate } from '../availability/slots.js';
import type { Candidate } from '../availability/visit.js';
import { notFound } from '../lib/errors.js';
import { standingStatuses } from '../lib/statuses.js';
import { formatInstant, MINUTE, parseDay } from '../lib/time-zone.js';
import type { AvailabilityDay, calendarEndpoints } from './calendar-schema.js';
import type { BookingDeps } from './deps.js';
import type { AppointmentScope } from './scope.js';
import { withinAppointments } from './scope.js';

type DayQuery = z.output<(typeof calendarEndpoints)['GET /availability/day']['query']>;

/**
 * Bands and refused starts of the providers that this scope sees, for a visit or for an appointment that would move. AppError
 * `not_found` for a service, location or appointment that isn't there or is none of theirs.
 */
export async function readAvailabilityDay(
  { db, clock, snapshot }: Pick<BookingDeps, 'db' | 'clock' | 'snapshot'>,
  query: DayQuery,
  scope: AppointmentScope,
): Promise<AvailabilityDay> {
  const known = await snapshot();
  const { business } = known;
  const moved = query.appointment === undefined ? null : await movedOf(db, query.appointment, scope);
  const services = servicesOf(business, moved ? [moved.serviceId] : (query.service ?? []), false);
  const location = query.location ?? moved?.locationId ?? [...business.locations.keys()][0];
  if (location === undefined || !business.locations.has(location)) throw notFound();
  const timezone = zoneOf(business, location);
  const range = daysToInstants(timezone, parseDay(query.from) ?? 0, parseDay(query.to) ?? 0);
  const now = clock.now();
  const asked = { providerId: null, persons: moved?.persons ?? 1 };
  const question = await questionAt(without(known, moved?.id), asked, services, location, range.from, range.to, now);
  const length = query.minutes === undefined ? moved?.length : query.minutes * MINUTE;
  const providers = business.providers.filter(
    ({ id }) => (scope === 'all' || scope.providerId === id) && (query.provider === undefined || query.provider === id),
  );
  return {
    timezone,
    location,
    hidden: services.some(({ bookable }) => !bookable),
    providers: providers.map(({ id, name }) => {
      const found = question.candidates.find(({ providerId }) => providerId === id);
      if (!found?.offers.every((offer) => offer !== null))
        return { id, name, offered: false, minutes: 0, bands: [], starts: [] };
      const candidate = lasting(found, length);
      const judge = moved
        ? (start: number) => checkMove(legOf(candidate, moved, start), start === moved.startsAt ? start : now, false)
        : (start: number) => explainCandidate(question, candidate, start);
      const bands = bandsOf(candidate.diary, moved ? forMoves(question, now) : question.limits, range);
      const runs = runsOf(candidate, range, query.step ?? 15, judge);
      return { id, name, offered: true, ...shown(candidate, bands, runs) };
    }),
  };
}

/** Notice and horizon bind visitors; staff move within them as they like. */
const forMoves = ({ limits }: Question, now: number): Limits => ({
  ...limits,
  earliest: now,
  horizonEnd: Number.POSITIVE_INFINITY,
});

/** The appointment as a move would put it: its buffers go with it. */
function legOf({ offers, diary }: Candidate, { bufferBefore, bufferAfter }: Moved, start: number): Leg {
  return { offer: offers[0] as Offer, diary, start, bufferBefore, bufferAfter };
}

function shown(candidate: Candidate, bands: readonly Band[], runs: readonly StartRun[]) {
  const length = candidate.offers.reduce((sum, offer) => sum + (offer?.duration ?? 0), 0);
  return {
    minutes: length / MINUTE,
    bands: bands.map(({ kind, from, to }) => ({
      kind,
      start: formatInstant(from),
      end: formatInstant(to),
    })),
    starts: runs.map(({ first, last, count, reason }) => ({
      first: formatInstant(first),
      last: formatInstant(last),
      count,
      reason,
    })),
  };
}

/** The same with one service of another length: an appointment may have been made longer. */
const lasting = (candidate: Candidate, length: number | undefined): Candidate =>
  length === undefined || candidate.offers.length !== 1
    ? candidate
    : { ...candidate, offers: candidate.offers.map((offer) => offer && { ...offer, duration: length }) };

/** The calendars as if one appointment weren't there. */
const without = (snapshot: Snapshot, appointmentId: number | undefined): Snapshot =>
  appointmentId === undefined
    ? snapshot
    : {
        ...snapshot,
        async taken(resourceIds, from, to) {
          const taken = await snapshot.taken(resourceIds, from, to);
          return new Map(
            [...taken].map(([id, { busy, absences }]) => [
              id,
              { busy: busy.filter((one) => one.appointmentId !== appointmentId), absences },
            ]),
          );
        },
      };

interface Moved {
  id: number;
  serviceId: number;
  locationId: number;
  startsAt: number;
  /** In milliseconds, as the buffers. */
  length: number;
  bufferBefore: number;
  bufferAfter: number;
  /** Persons in standing bookings, at least one. */
  persons: number;
}

async function movedOf(db: BookingDeps['db'], id: number, scope: AppointmentScope): Promise<Moved> {
  const row = await withinAppointments(db('appointments').where('appointments.id', id), scope).first();
  if (!row) throw notFound();
  const places = await db('booking_items')
    .where({ appointment_id: id })
    .whereIn('status', [...standingStatuses])
    .sum({ persons: 'persons' })
    .first();
  return {
    id,
    serviceId: row.service_id,
    locationId: row.location_id,
    startsAt: row.starts_at,
    length: row.ends_at - row.starts_at,
    bufferBefore: row.starts_at - row.busy_from,
    bufferAfter: row.busy_to - row.ends_at,
    persons: Math.max(1, Number(places?.['persons'] ?? 0)),
  };
}
