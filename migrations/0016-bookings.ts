import { instantColumn, referenceColumn, tableMigration } from '../server/db/define.js';

/** The contact columns keep what was typed for this booking; the customer's own record is never changed by one (ATTACKS S21). */
export const bookings = tableMigration('0016-bookings', 'bookings', (t) => {
  t.bigIncrements('id');
  t.string('reference', 9).notNullable().unique('bookings_reference');
  t.string('manage_token_hash', 64).notNullable().unique('bookings_manage');
  referenceColumn(t, 'customer_id', 'customers').notNullable();
  t.string('first_name', 100).notNullable();
  t.string('last_name', 100).notNullable();
  t.string('email', 254);
  t.string('phone', 40);
  t.text('note').notNullable();
  t.string('language', 35).notNullable();
  t.string('time_zone', 64).notNullable();
  t.bigInteger('total_minor').notNullable();
  t.string('currency', 3).notNullable();
  t.string('terms_version', 64);
  t.string('source', 20).notNullable();
  instantColumn(t, 'created_at').notNullable();
});
