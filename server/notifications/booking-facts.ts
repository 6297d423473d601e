import type { Db } from '../db/connect.js';
import { fromRow } from '../db/rows.js';
import type { ItemStatus } from '../lib/statuses.js';

/** A booking item with all that a letter says of it. Instants are epoch milliseconds, amounts minor units. */
export interface ItemFacts {
  id: number;
  status: ItemStatus;
  persons: number;
  priceMinor: number;
  /** What was booked with it (bookings/booked-extras.ts). */
  extras: string | null;
  startsAt: number;
  endsAt: number;
  sequence: number;
  service: string;
  needsApproval: boolean;
  cancelNoticeMinutes: number;
  providerId: number;
  provider: string;
  providerEmail: string | null;
  location: string;
  address: string;
  locationPhone: string | null;
  timeZone: string;
  /** Somebody approved or turned down this item, so it began as a request. */
  wasDecided: boolean;
}

/** A booking with the contact that was typed for it and its items by time; there is at least one. */
export interface BookingFacts {
  id: number;
  reference: string;
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
  note: string;
  language: string;
  timeZone: string;
  currency: string;
  items: [ItemFacts, ...ItemFacts[]];
}

const itemColumns = [
  'booking_items.id as id',
  'booking_items.status as status',
  'booking_items.persons as persons',
  'booking_items.price_minor as price_minor',
  'booking_items.extras as extras',
  'appointments.starts_at as starts_at',
  'appointments.ends_at as ends_at',
  'appointments.sequence as sequence',
  'services.name as service',
  'services.needs_approval as needs_approval',
  'services.cancel_notice_minutes as cancel_notice_minutes',
  'providers.id as provider_id',
  'providers.name as provider',
  'providers.email as provider_email',
  'locations.name as location',
  'locations.address as address',
  'locations.phone as location_phone',
  'locations.time_zone as time_zone',
];

/** What is to be said of a booking; null when there is none of that id. */
export async function bookingFacts(db: Db, bookingId: number): Promise<BookingFacts | null> {
  const booking = await db('bookings')
    .where({ id: bookingId })
    .first('id', 'reference', 'first_name', 'last_name', 'email', 'phone', 'note', 'language', 'time_zone', 'currency');
  const items = await db('booking_items')
    .join('appointments', 'appointments.id', 'booking_items.appointment_id')
    .join('services', 'services.id', 'appointments.service_id')
    .join('providers', 'providers.id', 'appointments.provider_id')
    .join('locations', 'locations.id', 'appointments.location_id')
    .where('booking_items.booking_id', bookingId)
    .orderBy(['appointments.starts_at', 'booking_items.id'])
    .select(itemColumns);
  if (!booking || items.length === 0) return null;
  const decided = new Set<number>(
    (
      await db('decisions')
        .join('booking_items', 'booking_items.id', 'decisions.booking_item_id')
        .where('booking_items.booking_id', bookingId)
        .whereIn('decisions.decision', ['approved', 'rejected'])
        .select('decisions.booking_item_id as id')
    ).map(({ id }: { id: number }) => id),
  );
  const found = items.map((row) => ({
    ...fromRow<ItemFacts>(row, { booleans: ['needsApproval'] }),
    wasDecided: decided.has(row.id),
  }));
  return { ...fromRow<Omit<BookingFacts, 'items'>>(booking), items: found as BookingFacts['items'] };
}

/** Whether the booking began as a request: it waits, was decided, or was cancelled before anyone decided. */
export const beganAsRequest = ({ items }: BookingFacts): boolean =>
  items.some(
    (item) => item.status === 'pending' || item.wasDecided || (item.status === 'cancelled' && item.needsApproval),
  );
