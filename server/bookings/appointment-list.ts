import type { Knex } from 'knex';
import type { Db } from '../db/connect.js';
import type { ItemStatus } from '../lib/statuses.js';
import { standingStatuses } from '../lib/statuses.js';
import { formatInstant, instantOfWallTime, parseDay } from '../lib/time-zone.js';
import type { AppointmentRow } from './appointment-row.js';
import { withinSearch } from './appointment-search.js';
import { bookedExtras } from './booked-extras.js';
import type { AppointmentScope } from './scope.js';
import { withinAppointments } from './scope.js';

export interface AppointmentFilter {
  /** Local days of `timezone`, both inclusive. */
  from?: string | undefined;
  to?: string | undefined;
  timezone: string;
  provider?: number | undefined;
  location?: number | undefined;
  service?: number | undefined;
  source?: string | undefined;
  /** `active` leaves out what was cancelled or rejected. */
  status: 'active' | 'all' | readonly ItemStatus[];
  q?: string | undefined;
  scope: AppointmentScope;
}

export interface AppointmentPage {
  items: AppointmentRow[];
  total: number;
  /** `total` is the least that there are; how many there are was not counted. */
  atLeast: boolean;
  page: number;
  pageSize: number;
}

export interface ListQuery extends AppointmentFilter {
  sort: 'start' | '-start' | 'created' | '-created';
  page: number;
  pageSize: number;
}

/** The appointments that a filter lets through, as a query to go on with. */
export async function matchingAppointments(
  db: Db,
  filter: AppointmentFilter,
): Promise<{ matching: () => Knex.QueryBuilder; wide: boolean }> {
  const midnight = (day: string, later: number): number =>
    instantOfWallTime(filter.timezone, (parseDay(day) ?? 0) + later, 0);
  const search = await withinSearch(db, filter.q);
  const statuses = statusesOf(filter.status);
  const matching = (): Knex.QueryBuilder => {
    const found = db('appointments');
    if (filter.from) found.where('appointments.starts_at', '>=', midnight(filter.from, 0));
    if (filter.to) found.where('appointments.starts_at', '<', midnight(filter.to, 1));
    if (filter.provider) found.where('appointments.provider_id', filter.provider);
    if (filter.location) found.where('appointments.location_id', filter.location);
    if (filter.service) found.where('appointments.service_id', filter.service);
    if (statuses) found.whereIn('appointments.status', [...statuses]);
    if (filter.source)
      // Counted, as in the search.
      found.whereRaw(
        `(SELECT COUNT(*) FROM booking_items JOIN bookings ON bookings.id = booking_items.booking_id
          WHERE booking_items.appointment_id = appointments.id AND bookings.source = ?) > 0`,
        [filter.source],
      );
    return withinAppointments(search.narrow(found), filter.scope);
  };
  return { matching, wide: search.wide };
}

const statusesOf = (status: AppointmentFilter['status']): readonly ItemStatus[] | null =>
  status === 'all' ? null : status === 'active' ? standingStatuses : status;

/** A page of appointments with who is in them. */
export async function listAppointments(db: Db, query: ListQuery): Promise<AppointmentPage> {
  const { matching, wide } = await matchingAppointments(db, query);
  const order = query.sort.startsWith('-') ? 'desc' : 'asc';
  const column = query.sort.endsWith('created') ? 'appointments.created_at' : 'appointments.starts_at';
  const ids: { id: number }[] = await matching()
    .orderBy([
      { column, order },
      { column: 'appointments.id', order },
    ])
    // One more than is shown says whether there are others.
    .limit(query.pageSize + 1)
    .offset((query.page - 1) * query.pageSize)
    .select('appointments.id');
  const items = await readAppointments(
    db,
    ids.slice(0, query.pageSize).map(({ id }) => id),
    query.status === 'active',
  );
  const seen = (query.page - 1) * query.pageSize + ids.length;
  const isLast = ids.length <= query.pageSize && (ids.length > 0 || query.page === 1);
  const counted = isLast || wide ? seen : await countUpTo(db, matching());
  return {
    items,
    total: Math.max(counted, seen),
    atLeast: !isLast && (wide || counted > mostCounted),
    page: query.page,
    pageSize: query.pageSize,
  };
}

/** Beyond this nobody goes page by page, and a number is worth no waiting. */
const mostCounted = 10_000;

/** How many there are, or one more than `mostCounted`. */
async function countUpTo(db: Db, query: Knex.QueryBuilder): Promise<number> {
  const some = query.limit(mostCounted + 1).select(db.raw('1 AS one'));
  const counted = (await db.from(some.as('some')).count({ total: '*' }).first()) as
    | { total: number | string }
    | undefined;
  return Number(counted?.total ?? 0);
}

/** These appointments in this order; ids of none are left out. `standing`: without places that were cancelled or rejected. */
export async function readAppointments(db: Db, ids: readonly number[], standing = false): Promise<AppointmentRow[]> {
  const rows: Record<string, unknown>[] = await db('appointments')
    .join('services', 'services.id', 'appointments.service_id')
    .join('providers', 'providers.id', 'appointments.provider_id')
    .join('locations', 'locations.id', 'appointments.location_id')
    .whereIn('appointments.id', [...ids])
    .select(
      'appointments.*',
      'services.name as service',
      'services.colour',
      'providers.name as provider',
      'locations.name as location',
      'locations.time_zone as zone',
    );
  const places = await placesOf(db, ids, standing);
  const byId = new Map(rows.map((row) => [row['id'] as number, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [appointmentOf(row, places.get(id) ?? [])] : [];
  });
}

type Place = AppointmentRow['bookings'][number];

async function placesOf(db: Db, appointmentIds: readonly number[], standing: boolean): Promise<Map<number, Place[]>> {
  const query = db('booking_items')
    .join('bookings', 'bookings.id', 'booking_items.booking_id')
    .join('customers', 'customers.id', 'bookings.customer_id')
    .whereIn('booking_items.appointment_id', [...appointmentIds])
    .orderBy('booking_items.id')
    .select(
      'booking_items.appointment_id',
      'booking_items.persons',
      'booking_items.price_minor',
      'booking_items.extras',
      'booking_items.status',
      'bookings.reference',
      'bookings.email',
      'bookings.phone',
      'bookings.note',
      'bookings.currency',
      'bookings.source',
      'bookings.created_at',
      'customers.id as customer_id',
      'customers.display_name',
    );
  if (standing) query.whereIn('booking_items.status', [...standingStatuses]);
  const places = new Map<number, Place[]>();
  for (const row of await query) {
    const place: Place = {
      reference: row.reference,
      customer: { id: row.customer_id, name: row.display_name },
      email: row.email,
      phone: row.phone,
      note: row.note,
      persons: row.persons,
      priceMinor: row.price_minor,
      extras: bookedExtras(row.extras),
      currency: row.currency,
      status: row.status as ItemStatus,
      source: row.source,
      createdAt: formatInstant(row.created_at),
    };
    places.set(row.appointment_id, [...(places.get(row.appointment_id) ?? []), place]);
  }
  return places;
}

function appointmentOf(row: Record<string, unknown>, bookings: Place[]): AppointmentRow {
  const standing = bookings.filter((booking) => standingStatuses.includes(booking.status));
  return {
    id: row['id'] as number,
    version: row['sequence'] as number,
    start: formatInstant(row['starts_at'] as number),
    end: formatInstant(row['ends_at'] as number),
    status: row['status'] as AppointmentRow['status'],
    service: { id: row['service_id'] as number, name: row['service'] as string, colour: row['colour'] as string },
    provider: { id: row['provider_id'] as number, name: row['provider'] as string },
    location: { id: row['location_id'] as number, name: row['location'] as string, timeZone: row['zone'] as string },
    capacity: row['capacity'] as number,
    taken: standing.reduce((sum, booking) => sum + booking.persons, 0),
    bookings,
  };
}
