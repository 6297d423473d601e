import { instantColumn, tableMigration } from '../server/db/define.js';

/**
 * Imports of customers. `status`: staged, checking, checked, running, done, cancelled, undoing, undone, failed. `columns_read` holds
 * names and samples of the file's columns, `head` its first rows, both as JSON; they go with the rows when the time for undoing is over. `next_chunk`
 * is the packet that is worked on next, and `lease_*` say which server does.
 */
export const imports = tableMigration('0049-imports', 'imports', (t) => {
  t.bigIncrements('id');
  t.bigInteger('account_id').unsigned().notNullable();
  t.string('status', 20).notNullable();
  t.string('file_name', 200).notNullable();
  t.bigInteger('bytes').unsigned().notNullable();
  t.string('encoding', 20).notNullable();
  t.string('delimiter', 1).notNullable();
  t.integer('header').notNullable();
  t.string('date_order', 3).notNullable();
  t.string('preset', 40);
  t.integer('remembered').notNullable().defaultTo(0);
  t.specificType('columns_read', 'MEDIUMTEXT').notNullable();
  t.specificType('head', 'MEDIUMTEXT').notNullable();
  t.text('mapping').notNullable();
  t.string('policy', 20).notNullable();
  t.string('match_by', 20).notNullable();
  t.string('country', 2).notNullable();
  t.integer('total').notNullable().defaultTo(0);
  t.integer('n_new').notNullable().defaultTo(0);
  t.integer('n_update').notNullable().defaultTo(0);
  t.integer('n_skip').notNullable().defaultTo(0);
  t.integer('n_error').notNullable().defaultTo(0);
  t.integer('n_done').notNullable().defaultTo(0);
  t.integer('n_removed').notNullable().defaultTo(0);
  t.integer('n_restored').notNullable().defaultTo(0);
  t.integer('n_kept').notNullable().defaultTo(0);
  t.integer('next_chunk').notNullable().defaultTo(0);
  t.text('failure');
  t.string('lease_owner', 40).notNullable().defaultTo('');
  instantColumn(t, 'lease_until').notNullable().defaultTo(0);
  instantColumn(t, 'created_at').notNullable();
  instantColumn(t, 'touched_at').notNullable();
  instantColumn(t, 'finished_at');
  instantColumn(t, 'undone_at');
  instantColumn(t, 'pruned_at');
  t.index(['status', 'lease_until'], 'imports_by_status');
});
