import { instantColumn, referenceColumn, tableMigration } from '../server/db/define.js';

export const accounts = tableMigration('0023-accounts', 'accounts', (t) => {
  t.bigIncrements('id');
  t.string('email', 254).notNullable();
  t.string('email_folded', 254).notNullable().unique('accounts_email');
  t.string('name', 120).notNullable();
  t.string('role', 40).notNullable();
  referenceColumn(t, 'provider_id', 'providers');
  t.string('password_hash', 200).notNullable();
  t.string('status', 20).notNullable().defaultTo('active');
  instantColumn(t, 'created_at').notNullable();
});
