import { instantColumn, tableMigration } from '../server/db/define.js';

/**
 * What staff are told in the bell. `account_id` null: everybody who has `permission`. `customer_id` repeats the number of a
 * subject `customer:12`; `values` hold no names and no contact, so that nothing has to be erased here.
 */
export const notices = tableMigration('0042-notices', 'notices', (t) => {
  t.bigIncrements('id');
  t.bigInteger('account_id').unsigned();
  t.string('permission', 60);
  t.string('kind', 60).notNullable();
  t.string('subject', 60).notNullable();
  t.bigInteger('customer_id').unsigned();
  t.text('values').notNullable();
  instantColumn(t, 'created_at').notNullable();
  t.index(['created_at'], 'notices_by_age');
  t.index(['customer_id'], 'notices_by_customer');
});
