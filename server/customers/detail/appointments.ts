import type { Knex } from 'knex';
import type { z } from 'zod';
import type { Db } from '../../db/connect.js';
import type { Actor } from '../../lib/actor.js';
import { formatInstant } from '../../lib/time-zone.js';
import type { detailEndpoints, summaryKinds } from './schema.js';

export type SummaryKind = (typeof summaryKinds)[number];
type AppointmentPage = z.input<(typeof detailEndpoints)['GET /customers/:number/appointments']['answer']>;

/** Nobody has this id. */
const nobody = 0;

/** Whose appointments an actor may see: everybody's, or those of one provider (ATTACKS S04). */
export function providerOf(actor: Actor): number | 'all' {
  if (actor.kind === 'system') return 'all';
  if (actor.kind !== 'account' || !actor.permissions.has('appointments.view')) return nobody;
  return actor.permissions.has('appointments.view_all') ? 'all' : (actor.providerId ?? nobody);
}

/** A customer's places in appointments that this actor may see. */
export function placesOf(db: Db, actor: Actor, customerId: number): Knex.QueryBuilder {
  const query = db('bookings')
    .join('booking_items', 'booking_items.booking_id', 'bookings.id')
    .join('appointments', 'appointments.id', 'booking_items.appointment_id')
    .where('bookings.customer_id', customerId);
  const provider = providerOf(actor);
  return provider === 'all' ? query : query.where('appointments.provider_id', provider);
}

export function ofKind(query: Knex.QueryBuilder, kind: SummaryKind, now: number): Knex.QueryBuilder {
  if (kind === 'requests') return query.where('booking_items.status', 'pending');
  if (kind === 'coming')
    return query.where('booking_items.status', 'confirmed').where('appointments.ends_at', '>', now);
  return query
    .whereNot('booking_items.status', 'pending')
    .where((over) => over.whereNot('booking_items.status', 'confirmed').orWhere('appointments.ends_at', '<=', now));
}

interface PlaceRow {
  id: number;
  appointment_id: number;
  status: AppointmentPage['items'][number]['status'];
  persons: number;
  price_minor: number;
  reference: string;
  currency: string;
  note: string;
  starts_at: number;
  ends_at: number;
  service_id: number;
  provider_id: number;
  location_id: number;
  service: string;
  colour: string;
  provider: string;
  location: string;
  time_zone: string;
}

export interface SummaryQuery {
  kind: SummaryKind;
  page: number;
  pageSize: number;
}

/** A page of one kind: what comes by time, the history the newest first. */
export async function listPlaces(
  db: Db,
  actor: Actor,
  customerId: number,
  { kind, page, pageSize }: SummaryQuery,
  now: number,
): Promise<AppointmentPage> {
  const found = () => ofKind(placesOf(db, actor, customerId), kind, now);
  const counted = (await found().count({ total: '*' }).first()) as { total: number | string } | undefined;
  const order = kind === 'history' ? 'desc' : 'asc';
  const rows: PlaceRow[] = await found()
    .join('services', 'services.id', 'appointments.service_id')
    .join('providers', 'providers.id', 'appointments.provider_id')
    .join('locations', 'locations.id', 'appointments.location_id')
    .orderBy([
      { column: 'appointments.starts_at', order },
      { column: 'booking_items.id', order },
    ])
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .select(
      'booking_items.id',
      'booking_items.appointment_id',
      'booking_items.status',
      'booking_items.persons',
      'booking_items.price_minor',
      'bookings.reference',
      'bookings.currency',
      'bookings.note',
      'appointments.starts_at',
      'appointments.ends_at',
      'appointments.service_id',
      'appointments.provider_id',
      'appointments.location_id',
      'services.name as service',
      'services.colour',
      'providers.name as provider',
      'locations.name as location',
      'locations.time_zone',
    );
  const items = rows.map((row) => ({
    id: row.id,
    appointmentId: row.appointment_id,
    reference: row.reference,
    serviceId: row.service_id,
    service: row.service,
    colour: row.colour,
    providerId: row.provider_id,
    provider: row.provider,
    locationId: row.location_id,
    location: row.location,
    timeZone: row.time_zone,
    start: formatInstant(row.starts_at),
    end: formatInstant(row.ends_at),
    status: row.status,
    persons: row.persons,
    priceMinor: row.price_minor,
    currency: row.currency,
    note: row.note,
  }));
  return { items, total: Number(counted?.total ?? 0), page, pageSize };
}
