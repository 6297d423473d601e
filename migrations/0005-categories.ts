import { tableMigration } from '../server/db/define.js';

export const categories = tableMigration('0005-categories', 'categories', (t) => {
  t.bigIncrements('id');
  t.string('name', 120).notNullable();
  t.integer('position').notNullable().defaultTo(0);
});
