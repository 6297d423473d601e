import { tableMigration } from '../server/db/define.js';

export const locations = tableMigration('0004-locations', 'locations', (t) => {
  t.bigIncrements('id');
  t.string('name', 120).notNullable();
  t.string('address', 400).notNullable().defaultTo('');
  t.string('phone', 40);
  t.string('time_zone', 64).notNullable();
  t.integer('position').notNullable().defaultTo(0);
  t.string('status', 20).notNullable().defaultTo('active');
});
