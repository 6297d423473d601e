import { instantColumn, tableMigration } from '../server/db/define.js';

/**
 * A customer's way into the panel; one may serve several customers of a family. Staff sign in with `accounts`, which know nothing of
 * these. `email_key` is the address as customers' are compared. `unlinked_from` is the customer whom it served last, while it serves
 * nobody: erasing that customer takes it along.
 */
export const logins = tableMigration('0065-logins', 'logins', (t) => {
  t.bigIncrements('id');
  t.string('email', 254).notNullable();
  t.string('email_key', 254).notNullable().unique('logins_by_email');
  /** Null: there is no password, and mailed codes are the way in. */
  t.string('password_hash', 255);
  instantColumn(t, 'password_set_at');
  t.string('status', 20).notNullable().defaultTo('active');
  t.integer('version').notNullable().defaultTo(1);
  t.bigInteger('unlinked_from').unsigned().index('logins_unlinked');
  instantColumn(t, 'created_at').notNullable();
  t.string('created_by', 60).notNullable();
});
