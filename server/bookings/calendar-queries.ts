import type { Knex } from 'knex';
import type { Span } from '../availability/intervals.js';
import { longestDuration } from '../catalog/schema.js';
import type { Db } from '../db/connect.js';
import type { ItemStatus } from '../lib/statuses.js';
import { standingStatuses } from '../lib/statuses.js';
import { formatInstant, MINUTE } from '../lib/time-zone.js';
import type { CalendarEvent } from './calendar-schema.js';
import type { AppointmentScope } from './scope.js';
import { withinAppointments } from './scope.js';

export interface CalendarQuery {
  provider?: number | undefined;
  location?: number | undefined;
  service?: number | undefined;
  status?: ItemStatus | 'active' | 'all' | undefined;
  scope: AppointmentScope;
}

/** More than this, and no eye finds anything: three months of a shop with thirty chairs. */
export const mostEvents = 10_000;

/** The appointments that meet [from, to), by time: two statements, however many there are. */
export async function readEvents(
  db: Db,
  range: Span,
  query: CalendarQuery,
): Promise<{ events: CalendarEvent[]; cut: boolean }> {
  const matching = (): Knex.QueryBuilder => {
    const found = db('appointments')
      .where('appointments.starts_at', '>=', range.from - longestDuration * MINUTE)
      .where('appointments.starts_at', '<', range.to)
      .where('appointments.ends_at', '>', range.from);
    if (query.provider) found.where('appointments.provider_id', query.provider);
    if (query.location) found.where('appointments.location_id', query.location);
    if (query.service) found.where('appointments.service_id', query.service);
    const { status = 'active' } = query;
    if (status === 'active') found.whereIn('appointments.status', [...standingStatuses]);
    else if (status !== 'all') found.where('appointments.status', status);
    return withinAppointments(found, query.scope);
  };
  const rows: Row[] = await matching()
    .orderBy(['appointments.starts_at', 'appointments.id'])
    .limit(mostEvents + 1)
    .select('appointments.*');
  const places: PlaceRow[] = await matching()
    .join('booking_items', 'booking_items.appointment_id', 'appointments.id')
    .join('bookings', 'bookings.id', 'booking_items.booking_id')
    .join('customers', 'customers.id', 'bookings.customer_id')
    .orderBy(['appointments.starts_at', 'appointments.id', 'booking_items.id'])
    .select(
      'booking_items.appointment_id',
      'booking_items.persons',
      'booking_items.status',
      'customers.display_name as name',
    );
  const inside = new Map<number, PlaceRow[]>();
  for (const place of places) {
    const known = inside.get(place.appointment_id);
    if (known) known.push(place);
    else inside.set(place.appointment_id, [place]);
  }
  const cut = rows.length > mostEvents;
  return { events: rows.slice(0, mostEvents).map((row) => eventOf(row, inside.get(row.id) ?? [])), cut };
}

interface Row {
  id: number;
  starts_at: number;
  ends_at: number;
  busy_from: number;
  busy_to: number;
  status: ItemStatus;
  service_id: number;
  provider_id: number;
  location_id: number;
  capacity: number;
  sequence: number;
}

interface PlaceRow {
  appointment_id: number;
  persons: number;
  status: ItemStatus;
  name: string;
}

function eventOf(row: Row, places: readonly PlaceRow[]): CalendarEvent {
  const standing = places.filter(({ status }) => standingStatuses.includes(status));
  // One that was cancelled still says whose it was.
  const shown = standing.length > 0 ? standing : places;
  return {
    id: row.id,
    start: formatInstant(row.starts_at),
    end: formatInstant(row.ends_at),
    busyFrom: formatInstant(row.busy_from),
    busyTo: formatInstant(row.busy_to),
    status: row.status,
    service: row.service_id,
    provider: row.provider_id,
    location: row.location_id,
    customer: shown[0]?.name ?? '',
    others: Math.max(0, shown.length - 1),
    capacity: row.capacity,
    taken: standing.reduce((sum, { persons }) => sum + persons, 0),
    version: row.sequence,
  };
}

/** The absences that meet [from, to), by provider. */
export async function readAbsences(db: Db, range: Span, scope: AppointmentScope): Promise<Map<number, Span[]>> {
  const query = db('absences')
    .where('ends_at', '>', range.from)
    .where('starts_at', '<', range.to)
    .orderBy('starts_at')
    .select('provider_id', 'starts_at', 'ends_at');
  if (scope !== 'all') query.where('provider_id', scope.providerId);
  const absences = new Map<number, Span[]>();
  for (const row of (await query) as { provider_id: number; starts_at: number; ends_at: number }[]) {
    const known = absences.get(row.provider_id) ?? [];
    absences.set(row.provider_id, [...known, { from: row.starts_at, to: row.ends_at }]);
  }
  return absences;
}
