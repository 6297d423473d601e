import { tableMigration } from '../server/db/define.js';

export const providers = tableMigration('0007-providers', 'providers', (t) => {
  t.bigIncrements('id');
  t.bigInteger('resource_id').unsigned().notNullable().unique().references('resource_id').inTable('calendars');
  t.string('name', 120).notNullable();
  t.string('email', 254);
  t.string('phone', 40);
  t.string('picture', 500);
  t.integer('position').notNullable().defaultTo(0);
  t.string('status', 20).notNullable().defaultTo('active');
});
