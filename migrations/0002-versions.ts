import { tableMigration } from '../server/db/define.js';

/** Counters that say whether what a server computed from a part of the data still holds; `catalog` is one. */
export const versions = tableMigration('0002-versions', 'versions', (t) => {
  t.string('name', 50).primary();
  t.bigInteger('version').notNullable();
});
