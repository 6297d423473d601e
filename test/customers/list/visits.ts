import type { Db } from '../../../server/db/connect.js';
import { aBusiness } from '../../support/business.js';
import { clockAt } from '../../support/clock.js';
import { now } from './people.js';

/** A business with one provider; answers what puts a customer's visit into its tables. */
export async function addVisit(db: Db, customerId: number) {
  const business = aBusiness(db, clockAt(now));
  const { id: locationId } = await business.location();
  const { id: categoryId } = await business.category();
  const { id: serviceId } = await business.service({ categoryId });
  const { id: providerId } = await business.provider({ locations: [locationId] });
  let count = 0;
  return async (start: number, status: string): Promise<void> => {
    count += 1;
    const times = { starts_at: start, ends_at: start + 1, busy_from: start, busy_to: start + 1, created_at: now };
    const ids = { resource_id: 1, service_id: serviceId, provider_id: providerId, location_id: locationId };
    const [appointmentId] = await db('appointments').insert({ ...ids, ...times, capacity: 1, status });
    const [bookingId] = await db('bookings').insert({
      reference: `AAAA-${1000 + count}`,
      manage_token_hash: String(count),
      customer_id: customerId,
      first_name: 'Ana',
      last_name: 'Müller',
      note: '',
      language: 'en',
      time_zone: 'UTC',
      total_minor: 0,
      currency: 'EUR',
      source: 'widget',
      created_at: now,
    });
    const item = { booking_id: bookingId, appointment_id: appointmentId, persons: 1, price_minor: 0 };
    await db('booking_items').insert({ ...item, status, created_at: now });
  };
}
