import type { Db, Tx } from '../db/connect.js';
import { notFound } from '../lib/errors.js';
import { sameHash, sha256 } from '../lib/ids.js';
import type { ItemStatus } from '../lib/statuses.js';
import { formatInstant, MINUTE } from '../lib/time-zone.js';
import { bookedExtras } from './booked-extras.js';
import type { OwnBooking } from './schema.js';

/** What a booking's own view is composed of: one row an item, the booking's values on each. */
export interface OwnRow {
  reference: string;
  first_name: string;
  email: string | null;
  language: string;
  time_zone: string;
  total_minor: number;
  currency: string;
  persons: number;
  price_minor: number;
  extras: string | null;
  status: ItemStatus;
  starts_at: number;
  ends_at: number;
  service: string;
  cancel_notice_minutes: number;
  provider: string;
  location: string;
  address: string;
  zone: string;
}

/** A booking as the person who made it sees it. AppError `not_found` when there is none. */
export async function readOwnBooking(db: Db | Tx, bookingId: number, now: number): Promise<OwnBooking> {
  const rows: OwnRow[] = await db('bookings')
    .join('booking_items', 'booking_items.booking_id', 'bookings.id')
    .join('appointments', 'appointments.id', 'booking_items.appointment_id')
    .join('services', 'services.id', 'appointments.service_id')
    .join('providers', 'providers.id', 'appointments.provider_id')
    .join('locations', 'locations.id', 'appointments.location_id')
    .where('bookings.id', bookingId)
    .orderBy(['appointments.starts_at', 'booking_items.id'])
    .select(
      'bookings.reference',
      'bookings.first_name',
      'bookings.email',
      'bookings.language',
      'bookings.time_zone',
      'bookings.total_minor',
      'bookings.currency',
      'booking_items.persons',
      'booking_items.price_minor',
      'booking_items.extras',
      'booking_items.status',
      'appointments.starts_at',
      'appointments.ends_at',
      'services.name as service',
      'services.cancel_notice_minutes',
      'providers.name as provider',
      'locations.name as location',
      'locations.address',
      'locations.time_zone as zone',
    );
  if (rows.length === 0) throw notFound();
  return composeOwnBooking(rows, now);
}

/** The view of a booking from its rows, of which there is at least one, by start. */
export function composeOwnBooking(rows: readonly OwnRow[], now: number): OwnBooking {
  const first = rows[0] as OwnRow;
  const until = cancellableUntil(rows);
  return {
    reference: first.reference,
    items: rows.map((row) => ({
      service: row.service,
      provider: row.provider,
      location: { name: row.location, address: row.address, timeZone: row.zone },
      start: formatInstant(row.starts_at),
      end: formatInstant(row.ends_at),
      persons: row.persons,
      priceMinor: row.price_minor,
      ...(row.extras === null ? {} : { extras: bookedExtras(row.extras) }),
      status: row.status === 'completed' || row.status === 'no_show' ? 'confirmed' : row.status,
    })),
    totalMinor: first.total_minor,
    currency: first.currency,
    firstName: first.first_name,
    email: first.email,
    timezone: first.time_zone,
    language: first.language,
    cancellableUntil: until !== null && until >= now ? formatInstant(until) : null,
  };
}

/** The last moment at which every active item still has its notice; null when nothing is active. */
export function cancellableUntil(
  items: readonly { status: ItemStatus; starts_at: number; cancel_notice_minutes: number }[],
): number | null {
  const active = items.filter((item) => item.status === 'pending' || item.status === 'confirmed');
  if (active.length === 0) return null;
  return Math.min(...active.map((item) => item.starts_at - item.cancel_notice_minutes * MINUTE));
}

const nobodysHash = sha256('');

/**
 * The id of the booking that a manage token opens. A wrong token and an unknown reference are told apart by nothing (ATTACKS S10,
 * S66): AppError `not_found` for both.
 */
export async function openByToken(db: Db, reference: string, token: string): Promise<number> {
  const row = await db('bookings').where({ reference }).first('id', 'manage_token_hash');
  const matches = sameHash(sha256(token), row?.manage_token_hash ?? nobodysHash);
  if (!row || !matches || token === '') throw notFound();
  return row.id;
}
