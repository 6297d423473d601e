import type { Tx } from '../db/connect.js';
import { formatDay, localDay } from '../lib/time-zone.js';
import type { LineWish } from './shapes.js';

/** Who did not come, or was turned away, owes nothing until somebody says so. */
const billed = ['pending', 'confirmed', 'completed'];

interface PlaceRow {
  persons: number;
  price_minor: number;
  starts_at: number;
  time_zone: string;
  service: string;
  provider: string;
}

/** A line for each place of a booking that stands, in the order of the visit. */
export async function linesOfBooking(tx: Tx, bookingId: number, taxBasisPoints: number): Promise<LineWish[]> {
  const rows: PlaceRow[] = await tx('booking_items')
    .join('appointments', 'appointments.id', 'booking_items.appointment_id')
    .join('services', 'services.id', 'appointments.service_id')
    .join('providers', 'providers.id', 'appointments.provider_id')
    .join('locations', 'locations.id', 'appointments.location_id')
    .where('booking_items.booking_id', bookingId)
    .whereIn('booking_items.status', billed)
    .orderBy(['appointments.starts_at', 'booking_items.id'])
    .select(
      'booking_items.persons',
      'booking_items.price_minor',
      'appointments.starts_at',
      'locations.time_zone',
      'services.name as service',
      'providers.name as provider',
    );
  return rows.map((row) => {
    const { persons, price_minor: price } = row;
    // The price of a place is that of all its persons; one that can't be divided among them stands as a whole.
    const isEven = price % persons === 0;
    const what = `${row.service} – ${row.provider}`;
    return {
      description: (isEven ? what : `${what} (${persons} ×)`).slice(0, 300),
      serviceDay: formatDay(localDay(row.time_zone, row.starts_at)),
      quantity: isEven ? persons : 1,
      unitMinor: isEven ? price / persons : price,
      discount: null,
      taxBasisPoints,
    };
  });
}
