import type { Knex } from 'knex';
import type { z } from 'zod';
import { daysToInstants } from '../availability/business.js';
import type { Db } from '../db/connect.js';
import type { ItemStatus } from '../lib/statuses.js';
import { standingStatuses } from '../lib/statuses.js';
import { formatInstant, parseDay } from '../lib/time-zone.js';
import type { appointmentRow } from './schema.js';
import type { AppointmentScope } from './scope.js';
import { withinAppointments } from './scope.js';

type AppointmentRow = z.output<typeof appointmentRow>;

export interface ListQuery {
  from: string;
  to: string;
  timezone: string;
  provider?: number;
  location?: number;
  /** `active` leaves out what was cancelled or rejected. */
  status: 'active' | 'all';
  page: number;
  pageSize: number;
  scope: AppointmentScope;
}

/** A page of appointments that start on local days `from` to `to` of a zone, by time, with who is in them. */
export async function listAppointments(
  db: Db,
  query: ListQuery,
): Promise<{ items: AppointmentRow[]; total: number; page: number; pageSize: number }> {
  const range = daysToInstants(query.timezone, parseDay(query.from) ?? 0, parseDay(query.to) ?? 0);
  const matching = (): Knex.QueryBuilder => {
    const found = db('appointments')
      .where('appointments.starts_at', '>=', range.from)
      .where('appointments.starts_at', '<', range.to);
    if (query.provider) found.where('appointments.provider_id', query.provider);
    if (query.location) found.where('appointments.location_id', query.location);
    if (query.status === 'active') found.whereIn('appointments.status', [...standingStatuses]);
    return withinAppointments(found, query.scope);
  };
  const counted = (await matching().count({ total: '*' }).first()) as { total: number } | undefined;
  const rows = await matching()
    .join('services', 'services.id', 'appointments.service_id')
    .join('providers', 'providers.id', 'appointments.provider_id')
    .join('locations', 'locations.id', 'appointments.location_id')
    .orderBy(['appointments.starts_at', 'appointments.id'])
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .select(
      'appointments.*',
      'services.name as service',
      'services.colour',
      'providers.name as provider',
      'locations.name as location',
      'locations.time_zone as zone',
    );
  const places = await placesOf(
    db,
    rows.map((row: { id: number }) => row.id),
    query.status,
  );
  const items = rows.map((row: Record<string, never>) =>
    appointmentOf(row, places.get(row['id'] as unknown as number) ?? []),
  );
  return { items, total: Number(counted?.total ?? 0), page: query.page, pageSize: query.pageSize };
}

type Place = AppointmentRow['bookings'][number];

async function placesOf(db: Db, appointmentIds: number[], status: ListQuery['status']): Promise<Map<number, Place[]>> {
  const query = db('booking_items')
    .join('bookings', 'bookings.id', 'booking_items.booking_id')
    .join('customers', 'customers.id', 'bookings.customer_id')
    .whereIn('booking_items.appointment_id', appointmentIds)
    .orderBy('booking_items.id')
    .select(
      'booking_items.appointment_id',
      'booking_items.persons',
      'booking_items.price_minor',
      'booking_items.status',
      'bookings.reference',
      'bookings.email',
      'bookings.phone',
      'bookings.note',
      'bookings.currency',
      'bookings.created_at',
      'customers.id as customer_id',
      'customers.display_name',
    );
  if (status === 'active') query.whereIn('booking_items.status', [...standingStatuses]);
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
      currency: row.currency,
      status: row.status as ItemStatus,
      createdAt: formatInstant(row.created_at),
    };
    places.set(row.appointment_id, [...(places.get(row.appointment_id) ?? []), place]);
  }
  return places;
}

function appointmentOf(row: Record<string, unknown>, bookings: Place[]): AppointmentRow {
  const active = bookings.filter((booking) => standingStatuses.includes(booking.status));
  return {
    id: row['id'] as number,
    start: formatInstant(row['starts_at'] as number),
    end: formatInstant(row['ends_at'] as number),
    status: row['status'] as AppointmentRow['status'],
    service: { id: row['service_id'] as number, name: row['service'] as string, colour: row['colour'] as string },
    provider: { id: row['provider_id'] as number, name: row['provider'] as string },
    location: { id: row['location_id'] as number, name: row['location'] as string, timeZone: row['zone'] as string },
    capacity: row['capacity'] as number,
    taken: active.reduce((sum, booking) => sum + booking.persons, 0),
    bookings,
  };
}
