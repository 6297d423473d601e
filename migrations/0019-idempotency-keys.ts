import { instantColumn, tableMigration } from '../server/db/define.js';

export const idempotencyKeys = tableMigration('0019-idempotency-keys', 'idempotency_keys', (t) => {
  t.string('scope', 40).notNullable();
  t.string('key_hash', 64).notNullable();
  t.string('body_hash', 64).notNullable();
  t.text('answer');
  instantColumn(t, 'created_at').notNullable().index('idempotency_keys_by_age');
  t.primary(['scope', 'key_hash']);
});
