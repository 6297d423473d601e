import { daysToInstants } from '../availability/business.js';
import type { Db } from '../db/connect.js';
import type { ItemStatus } from '../lib/statuses.js';
import { standingStatuses } from '../lib/statuses.js';
import { MINUTE, parseDay } from '../lib/time-zone.js';
import type { ReportDeps } from './deps.js';
import type { Bucket } from './number-rules.js';
import { byDay, byHour, openMinutesOf, sumsOf } from './number-rules.js';
import type { Numbers } from './schema.js';

/** Quarters of an hour: every zone's days and hours begin at one. */
const bucket = 15 * MINUTE;

/**
 * The numbers of local days `from` to `to`. The database adds up by quarters of an hour, so that a year of a busy shop is a few
 * thousand rows; what they are on the local clock is worked out here.
 */
export async function reportNumbers(
  deps: ReportDeps,
  query: { from: string; to: string; timezone?: string | undefined },
): Promise<Numbers> {
  const { db, clock } = deps;
  const { currency } = await deps.settings();
  const { business } = await deps.snapshot();
  const timezone = query.timezone ?? (await deps.defaultZone());
  const [first, last] = [parseDay(query.from) ?? 0, parseDay(query.to) ?? 0];
  const range = daysToInstants(timezone, first, last);
  const places = await readPlaces(db, range);
  const now = clock.now();
  const booked = await readBooked(db, range);
  const absences = await readAbsences(db, range);
  const providers = business.providers.map((provider) => ({
    id: provider.id,
    name: provider.name,
    openMinutes: openMinutesOf(business, provider, range, absences.get(provider.id) ?? []),
    bookedMinutes: booked.get(provider.id)?.minutes ?? 0,
    appointments: booked.get(provider.id)?.appointments ?? 0,
  }));
  return {
    from: query.from,
    to: query.to,
    timezone,
    days: byDay(places, { zone: timezone, first, last, currency, now }),
    ...sumsOf(places, now),
    providers,
    hours: byHour(places, timezone),
  };
}

interface Range {
  from: number;
  to: number;
}

async function readPlaces(db: Db, { from, to }: Range): Promise<Bucket[]> {
  const rows: {
    at: number | string;
    status: ItemStatus;
    currency: string;
    places: number | string;
    minor: number | string;
  }[] = await db('appointments')
    .join('booking_items', 'booking_items.appointment_id', 'appointments.id')
    .join('bookings', 'bookings.id', 'booking_items.booking_id')
    .where('appointments.starts_at', '>=', from)
    .where('appointments.starts_at', '<', to)
    .groupByRaw('1, 2, 3')
    .select(
      db.raw('appointments.starts_at - appointments.starts_at % ? AS at', [bucket]),
      'booking_items.status',
      'bookings.currency',
    )
    .count({ places: '*' })
    .sum({ minor: 'booking_items.price_minor' });
  // MySQL answers sums as decimal text.
  return rows.map((row) => ({
    at: Number(row.at),
    status: row.status,
    currency: row.currency,
    places: Number(row.places),
    minor: Number(row.minor),
  }));
}

async function readBooked(
  db: Db,
  { from, to }: Range,
): Promise<Map<number, { minutes: number; appointments: number }>> {
  const rows: { provider_id: number; taken: number | string; appointments: number | string }[] = await db(
    'appointments',
  )
    .where('starts_at', '>=', from)
    .where('starts_at', '<', to)
    .whereIn('status', [...standingStatuses])
    .groupBy('provider_id')
    .select('provider_id', db.raw('SUM(ends_at - starts_at) AS taken'))
    .count({ appointments: '*' });
  return new Map(
    rows.map((row) => [
      row.provider_id,
      { minutes: Math.round(Number(row.taken) / MINUTE), appointments: Number(row.appointments) },
    ]),
  );
}

async function readAbsences(db: Db, { from, to }: Range): Promise<Map<number, { from: number; to: number }[]>> {
  const rows: { provider_id: number; starts_at: number; ends_at: number }[] = await db('absences')
    .where('ends_at', '>', from)
    .where('starts_at', '<', to)
    .select('provider_id', 'starts_at', 'ends_at');
  const absences = new Map<number, { from: number; to: number }[]>();
  for (const row of rows)
    absences.set(row.provider_id, [...(absences.get(row.provider_id) ?? []), { from: row.starts_at, to: row.ends_at }]);
  return absences;
}
