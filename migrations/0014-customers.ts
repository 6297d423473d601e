import { instantColumn, tableMigration } from '../server/db/define.js';

/**
 * `id` is the customer number. `identity_key` is set on the one customer to whom bookings with the same folded e-mail and name
 * attach; it is unique, so that two first bookings at once make one customer.
 */
export const customers = tableMigration('0014-customers', 'customers', (t) => {
  t.bigIncrements('id');
  t.string('first_name', 100).notNullable();
  t.string('last_name', 100).notNullable();
  t.string('display_name', 201).notNullable();
  t.string('sort_name', 201).notNullable().index('customers_by_name');
  t.string('email', 254);
  t.string('email_folded', 254).index('customers_by_email');
  t.string('phone', 40);
  t.string('phone_e164', 20).index('customers_by_phone');
  t.string('identity_key', 64).unique('customers_identity');
  t.string('language', 35);
  t.string('time_zone', 64);
  t.string('status', 20).notNullable().defaultTo('active');
  t.string('source', 20).notNullable();
  instantColumn(t, 'created_at').notNullable();
});
