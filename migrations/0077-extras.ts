import { tableMigration } from '../server/db/define.js';

/** What can be booked with a service: each adds its price and its minutes, `most` times at most. */
export const extras = tableMigration('0077-extras', 'extras', (t) => {
  t.bigIncrements('id');
  t.string('name', 120).notNullable();
  t.bigInteger('price_minor').notNullable();
  t.string('currency', 3).notNullable();
  t.integer('minutes').notNullable().defaultTo(0);
  t.integer('most').notNullable().defaultTo(1);
  t.integer('position').notNullable().defaultTo(0);
});
