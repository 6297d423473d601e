import { columnsMigration } from '../server/db/define.js';

/**
 * What was booked with a place, as it was then: a JSON list of { id, name, quantity, priceMinor, minutes }, amounts and minutes for
 * one; null for nothing. The place's price has them in it.
 */
export const bookedExtras = columnsMigration('0079-booked-extras', 'booking_items', {
  add: { extras: (t) => t.text('extras') },
});
