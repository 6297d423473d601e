import { instantColumn, tableMigration } from '../server/db/define.js';

/** One thing done to many customers at once. `by` is the actor's label in the audit trail. */
export const bulkActions = tableMigration('0045-bulk-actions', 'bulk_actions', (t) => {
  t.bigIncrements('id');
  t.string('action', 20).notNullable();
  t.string('by', 60).notNullable();
  instantColumn(t, 'created_at').notNullable().index('bulk_actions_by_age');
  instantColumn(t, 'undone_at');
});
