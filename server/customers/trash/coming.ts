import type { Db, Tx } from '../../db/connect.js';
import type { Actor } from '../../lib/actor.js';
import { formatInstant } from '../../lib/time-zone.js';
import type { ComingBooking } from './schema.js';
import { mostComing } from './schema.js';

interface ComingRow {
  id: number;
  reference: string;
  status: 'pending' | 'confirmed';
  starts_at: number;
  ends_at: number;
  provider_id: number;
  service: string;
  provider: string;
  zone: string;
}

/** A coming booking, with what the code needs beside what is answered. */
export interface Coming extends ComingBooking {
  bookingId: number;
  providerIds: number[];
}

const standing = ['pending', 'confirmed'];

/** Bookings of a customer with something pending or confirmed that has not ended, by start. */
export async function comingBookings(db: Db | Tx, customerId: number, now: number): Promise<Coming[]> {
  const rows: ComingRow[] = await db('bookings')
    .join('booking_items', 'booking_items.booking_id', 'bookings.id')
    .join('appointments', 'appointments.id', 'booking_items.appointment_id')
    .join('services', 'services.id', 'appointments.service_id')
    .join('providers', 'providers.id', 'appointments.provider_id')
    .join('locations', 'locations.id', 'appointments.location_id')
    .where('bookings.customer_id', customerId)
    .whereIn('booking_items.status', standing)
    .where('appointments.ends_at', '>', now)
    .orderBy(['appointments.starts_at', 'booking_items.id'])
    .select(
      'bookings.id',
      'bookings.reference',
      'booking_items.status',
      'appointments.starts_at',
      'appointments.ends_at',
      'appointments.provider_id',
      'services.name as service',
      'providers.name as provider',
      'locations.time_zone as zone',
    );
  const byBooking = new Map<number, ComingRow[]>();
  for (const row of rows) byBooking.set(row.id, [...(byBooking.get(row.id) ?? []), row]);
  return [...byBooking.values()].map(bookingOf);
}

function bookingOf(rows: ComingRow[]): Coming {
  const first = rows[0] as ComingRow;
  return {
    bookingId: first.id,
    providerIds: [...new Set(rows.map((row) => row.provider_id))],
    reference: first.reference,
    status: rows.some((row) => row.status === 'pending') ? 'pending' : 'confirmed',
    start: formatInstant(first.starts_at),
    end: formatInstant(Math.max(...rows.map((row) => row.ends_at))),
    timeZone: first.zone,
    services: rows.map((row) => row.service),
    providers: [...new Set(rows.map((row) => row.provider))],
  };
}

/** Who sees only own appointments sees, and cancels, only bookings that are wholly own (ATTACKS S04). */
export const isOwn = (actor: Actor, { providerIds }: Coming): boolean =>
  actor.kind !== 'account' ||
  actor.permissions.has('appointments.view_all') ||
  providerIds.every((id) => id === actor.providerId);

/** As they are answered: those that the actor may see, without what only the code needs, and not without end. */
export const answerOfComing = (actor: Actor, coming: readonly Coming[]): ComingBooking[] =>
  coming
    .filter((booking) => isOwn(actor, booking))
    .slice(0, mostComing)
    .map(({ bookingId, providerIds, ...answered }) => answered);

/** Which of these customers have something pending or confirmed that has not ended. */
export async function withComing(db: Db | Tx, customerIds: readonly number[], now: number): Promise<Set<number>> {
  const rows: { customer_id: number }[] = await db('bookings')
    .join('booking_items', 'booking_items.booking_id', 'bookings.id')
    .join('appointments', 'appointments.id', 'booking_items.appointment_id')
    .whereIn('bookings.customer_id', [...customerIds])
    .whereIn('booking_items.status', standing)
    .where('appointments.ends_at', '>', now)
    .distinct('bookings.customer_id');
  return new Set(rows.map((row) => row.customer_id));
}

/** Appointments of a customer that are over and were not called off. */
export async function countPast(db: Db, customerId: number, now: number): Promise<number> {
  const row = (await db('bookings')
    .join('booking_items', 'booking_items.booking_id', 'bookings.id')
    .join('appointments', 'appointments.id', 'booking_items.appointment_id')
    .where('bookings.customer_id', customerId)
    .whereIn('booking_items.status', standing)
    .where('appointments.ends_at', '<=', now)
    .count({ count: '*' })
    .first()) as { count: number | string } | undefined;
  return Number(row?.count ?? 0);
}
