import { tableMigration } from '../server/db/define.js';

/**
 * Some hundred rows of an import: the cells of the file, what each row came to, and for those that can be imported what is to be
 * written, all compressed (server/customers/import/packing.ts). `customer_ids` lists the customers that its rows are about, between
 * commas, so that an erasure finds them.
 */
export const importChunks = tableMigration('0051-import-chunks', 'import_chunks', (t) => {
  t.bigInteger('import_id').unsigned().notNullable();
  t.integer('chunk').notNullable();
  t.integer('first_row').notNullable();
  t.integer('row_count').notNullable();
  t.integer('n_new').notNullable();
  t.integer('n_update').notNullable();
  t.integer('n_skip').notNullable();
  t.integer('n_error').notNullable();
  t.integer('n_kept').notNullable().defaultTo(0);
  t.specificType('cells', 'MEDIUMBLOB').notNullable();
  t.specificType('outcomes', 'MEDIUMBLOB').notNullable();
  t.specificType('ready', 'MEDIUMBLOB').notNullable();
  t.specificType('customer_ids', 'MEDIUMTEXT').notNullable();
  t.primary(['import_id', 'chunk']);
});
