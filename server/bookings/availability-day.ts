import type { z } from 'zod';
import { daysToInstants, zoneOf } from '../availability/business.js';
import { bandsOf, runsOf } from '../availability/day-bands.js';
import type { Snapshot } from '../availability/queries-cached.js';
import { questionAt, servicesOf } from '../availability/question.js';
import type { Question } from '../availability/slots.js';
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
  const asked = { providerId: null, persons: moved?.persons ?? 1 };
  const question = await questionAt(
    without(known, moved?.id),
    asked,
    services,
    location,
    range.from,
    range.to,
    clock.now(),
  );
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
      return { id, name, offered: true, ...timeOf(question, lasting(found, length), range, query.step ?? 15) };
    }),
  };
}

function timeOf(question: Question, candidate: Candidate, range: { from: number; to: number }, step: number) {
  const length = candidate.offers.reduce((sum, offer) => sum + (offer?.duration ?? 0), 0);
  return {
    minutes: length / MINUTE,
    bands: bandsOf(candidate.diary, question.limits, range).map(({ kind, from, to }) => ({
      kind,
      start: formatInstant(from),
      end: formatInstant(to),
    })),
    starts: runsOf(question, candidate, range, step).map(({ first, last, reason }) => ({
      first: formatInstant(first),
      last: formatInstant(last),
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
  /** In milliseconds. */
  length: number;
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
    length: row.ends_at - row.starts_at,
    persons: Math.max(1, Number(places?.['persons'] ?? 0)),
  };
}
