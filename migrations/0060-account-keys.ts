import { instantColumn, referenceColumn, tableMigration } from '../server/db/define.js';

/**
 * What lets somebody set the password of an account once: `purpose` is invitation or reset. The token is made from `seed` and the
 * server's secret; only its hash is here, so that a copy of the database opens nothing.
 */
export const accountKeys = tableMigration('0060-account-keys', 'account_keys', (t) => {
  t.string('token_hash', 64).primary();
  referenceColumn(t, 'account_id', 'accounts').notNullable();
  t.string('purpose', 20).notNullable();
  t.string('seed', 64).notNullable();
  instantColumn(t, 'created_at').notNullable();
  instantColumn(t, 'expires_at').notNullable().index('account_keys_by_age');
  t.unique(['account_id', 'purpose'], { indexName: 'account_keys_one' });
});
