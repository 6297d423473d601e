import { instantColumn, referenceColumn, tableMigration } from '../server/db/define.js';

/** Who approved, rejected or cancelled a booking item, when and why: a status with its story. */
export const decisions = tableMigration('0018-decisions', 'decisions', (t) => {
  t.bigIncrements('id');
  referenceColumn(t, 'booking_item_id', 'booking_items').notNullable();
  t.string('decision', 20).notNullable();
  t.string('actor', 60).notNullable();
  t.text('reason').notNullable();
  instantColumn(t, 'decided_at').notNullable();
});
