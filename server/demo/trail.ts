import type { Row } from '../db/rows.js';
import { sha256 } from '../lib/ids.js';
import type { Rows } from './catalog-rows.js';

/** The account that the start makes beside the demo. */
const desk = 'account:1';

/** What the trail would hold if the bookings of the demo had come in one by one: who became a customer, booked and decided, and when. */
export function trailRows({ customers = [], bookings = [], booking_items: items = [], decisions = [] }: Rows): Row[] {
  const bookingOfItem = new Map(items.map((item) => [item['id'], item['booking_id']]));
  const decided = new Map(
    decisions.map((row) => [`${bookingOfItem.get(row['booking_item_id'])} ${row['decision']}`, row] as const),
  );
  const rows = [
    ...customers.map((row) => {
      const isOwn = row['source'] === 'booking';
      return lineOf(row['created_at'], isOwn ? 'visitor' : desk, 'customer.created', `customer:${row['id']}`, {
        source: row['source'],
      });
    }),
    ...bookings.map((row) =>
      lineOf(
        row['created_at'],
        row['source'] === 'widget' ? 'visitor' : desk,
        'booking.created',
        `booking:${row['id']}`,
        {
          reference: row['reference'],
        },
      ),
    ),
    ...[...decided].map(([key, row]) => {
      const by = row['actor'] === 'visitor' ? 'customer' : 'business';
      const subject = `booking:${key.split(' ')[0]}`;
      return lineOf(row['decided_at'], row['actor'], `booking.${row['decision']}`, subject, {
        by,
        reason: row['reason'],
      });
    }),
  ];
  return rows.sort((left, right) => Number(left['at']) - Number(right['at']));
}

function lineOf(at: unknown, actor: unknown, action: string, subject: string, facts: object): Row {
  const values = JSON.stringify(facts);
  return { at, actor, action, subject, values, values_hash: sha256(values) };
}
