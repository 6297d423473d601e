import { instantColumn, tableMigration } from '../server/db/define.js';

/** Which column was which field, for files with the same header. `header_hash` is of the folded names of the columns. */
export const importMappings = tableMigration('0053-import-mappings', 'import_mappings', (t) => {
  t.string('header_hash', 64).notNullable().primary();
  t.text('mapping').notNullable();
  t.string('date_order', 3).notNullable();
  instantColumn(t, 'used_at').notNullable();
});
