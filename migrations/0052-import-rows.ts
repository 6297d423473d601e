import { tableMigration } from '../server/db/define.js';

/**
 * Single rows of an import with a story of their own. `kind` edit: cells that staff corrected, as JSON by column. `kind` change: a customer
 * that was there before, with what its record said (`detail`, JSON) and the version that the import made of it.
 */
export const importRows = tableMigration('0052-import-rows', 'import_rows', (t) => {
  t.bigInteger('import_id').unsigned().notNullable();
  t.string('kind', 10).notNullable();
  t.integer('row_no').notNullable();
  t.bigInteger('customer_id').unsigned();
  t.integer('version_after');
  t.specificType('detail', 'MEDIUMTEXT').notNullable();
  t.primary(['import_id', 'kind', 'row_no']);
  t.index(['customer_id'], 'import_rows_by_customer');
});
