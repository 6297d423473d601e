import { instantColumn, referenceColumn, tableMigration } from '../server/db/define.js';

/** A customer's place in an appointment. Its status is the customer's; the appointment's is the time's. */
export const bookingItems = tableMigration('0017-booking-items', 'booking_items', (t) => {
  t.bigIncrements('id');
  referenceColumn(t, 'booking_id', 'bookings').notNullable();
  referenceColumn(t, 'appointment_id', 'appointments').notNullable();
  t.integer('persons').notNullable();
  t.bigInteger('price_minor').notNullable();
  t.string('status', 20).notNullable();
  instantColumn(t, 'created_at').notNullable();
});
