import { referenceColumn, tableMigration } from '../server/db/define.js';

/** Customers that a bulk action changed, with the version it left each at: undo takes back only what is still so. */
export const bulkActionRows = tableMigration('0046-bulk-action-rows', 'bulk_action_rows', (t) => {
  referenceColumn(t, 'bulk_id', 'bulk_actions').notNullable();
  t.bigInteger('customer_id').unsigned().notNullable();
  t.integer('version').notNullable();
  t.primary(['bulk_id', 'customer_id']);
});
