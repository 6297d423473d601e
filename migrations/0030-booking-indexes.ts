import { columnsMigration } from '../server/db/define.js';

/** A customer's bookings, and a booking's items: MySQL makes such an index with the reference, SQLite does not. */
export const bookingsByCustomer = columnsMigration('0030-booking-indexes', 'bookings', {
  add: {},
  referenceIndex: { bookings_by_customer: ['customer_id', 'id'] },
});
