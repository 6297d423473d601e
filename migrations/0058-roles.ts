import { instantColumn, tableMigration } from '../server/db/define.js';

/** Roles that a business made for itself; the built-in ones are in the code. `permissions` is a JSON list of their names. */
export const roles = tableMigration('0058-roles', 'roles', (t) => {
  t.bigIncrements('id');
  t.string('name', 80).notNullable();
  t.string('name_folded', 80).notNullable().unique('roles_name');
  t.text('permissions').notNullable();
  t.integer('version').notNullable().defaultTo(1);
  instantColumn(t, 'created_at').notNullable();
});
