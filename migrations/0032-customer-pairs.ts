import { instantColumn, tableMigration } from '../server/db/define.js';

/**
 * Two customers who may be one person: the lower number first. `reason`: email, phone, name. A pair that staff called two persons
 * stays, dismissed, so that it is not suggested again.
 */
export const customerPairs = tableMigration('0032-customer-pairs', 'customer_pairs', (t) => {
  t.bigInteger('low_id').unsigned().notNullable();
  t.bigInteger('high_id').unsigned().notNullable();
  t.string('reason', 20).notNullable();
  instantColumn(t, 'found_at').notNullable();
  instantColumn(t, 'dismissed_at');
  t.string('dismissed_by', 60);
  t.primary(['low_id', 'high_id']);
  t.index(['high_id', 'low_id'], 'pairs_by_high');
});
