import { instantColumn, tableMigration } from '../server/db/define.js';

/** Every text of the terms that was ever in use, by what bookings name it (`terms_version`). Rows are never changed. */
export const termsVersions = tableMigration('0093-terms-versions', 'terms_versions', (t) => {
  t.string('version', 64).primary();
  t.text('text', 'mediumtext').notNullable();
  instantColumn(t, 'created_at').notNullable();
});
