import { instantColumn, referenceColumn, tableMigration } from '../server/db/define.js';

/** A signed-in browser. Only the hash of its token is kept. */
export const sessions = tableMigration('0024-sessions', 'sessions', (t) => {
  t.string('token_hash', 64).primary();
  referenceColumn(t, 'account_id', 'accounts').notNullable();
  instantColumn(t, 'created_at').notNullable();
  instantColumn(t, 'seen_at').notNullable();
  instantColumn(t, 'expires_at').notNullable().index('sessions_by_expiry');
});
