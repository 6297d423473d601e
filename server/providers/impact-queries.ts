import type { Tx } from '../db/connect.js';
import type { ItemStatus } from '../lib/statuses.js';
import { standingStatuses } from '../lib/statuses.js';
import { formatInstant } from '../lib/time-zone.js';
import type { MisfitReason, Stranded } from './impact-schema.js';

/** An appointment's time, and whose and where it is. Instants in epoch milliseconds. */
export interface BookedAt {
  id: number;
  providerId: number;
  serviceId: number;
  locationId: number;
  startsAt: number;
  endsAt: number;
}

interface Row {
  id: number;
  version: number;
  status: ItemStatus;
  service: string;
  provider: string;
  location: string;
  time_zone: string;
}

/** Appointments as people know them, in the order given. */
export async function describeAppointments(
  tx: Tx,
  appointments: readonly (BookedAt & { reason: MisfitReason })[],
): Promise<Omit<Stranded['items'][number], 'others'>[]> {
  const ids = appointments.map(({ id }) => id);
  if (ids.length === 0) return [];
  const rows: Row[] = await tx('appointments')
    .join('services', 'services.id', 'appointments.service_id')
    .join('providers', 'providers.id', 'appointments.provider_id')
    .join('locations', 'locations.id', 'appointments.location_id')
    .whereIn('appointments.id', ids)
    .select('appointments.id', 'appointments.sequence as version', 'appointments.status')
    .select('services.name as service', 'providers.name as provider', 'locations.name as location')
    .select('locations.time_zone');
  const booked: { appointment_id: number; name: string }[] = await tx('booking_items')
    .join('bookings', 'bookings.id', 'booking_items.booking_id')
    .join('customers', 'customers.id', 'bookings.customer_id')
    .whereIn('booking_items.appointment_id', ids)
    .whereIn('booking_items.status', [...standingStatuses])
    .orderBy('booking_items.id')
    .select('booking_items.appointment_id', 'customers.display_name as name');
  return appointments.map(({ id, startsAt, endsAt, reason, providerId, locationId }) => {
    const row = rows.find((found) => found.id === id) as Row;
    return {
      ...{ id, version: row.version, status: row.status, reason, service: row.service },
      start: formatInstant(startsAt),
      end: formatInstant(endsAt),
      provider: { id: providerId, name: row.provider },
      location: { id: locationId, name: row.location, timeZone: row.time_zone },
      customers: booked.filter((place) => place.appointment_id === id).map(({ name }) => name),
    };
  });
}
