import { columnsMigration } from '../server/db/define.js';

/** The items of a booking and of an appointment, as 0030. */
export const itemIndexes = columnsMigration('0031-item-indexes', 'booking_items', {
  add: {},
  referenceIndex: { items_by_booking: ['booking_id', 'id'], items_by_appointment: ['appointment_id', 'id'] },
});
