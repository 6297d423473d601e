import { referenceColumn, tableMigration } from '../server/db/define.js';

export const services = tableMigration('0006-services', 'services', (t) => {
  t.bigIncrements('id');
  referenceColumn(t, 'category_id', 'categories').notNullable();
  t.string('name', 120).notNullable();
  t.text('description').notNullable();
  t.integer('duration_minutes').notNullable();
  t.integer('step_minutes').notNullable();
  t.bigInteger('price_minor').notNullable();
  t.string('currency', 3).notNullable();
  t.integer('buffer_before_minutes').notNullable().defaultTo(0);
  t.integer('buffer_after_minutes').notNullable().defaultTo(0);
  t.integer('capacity').notNullable().defaultTo(1);
  t.integer('lead_minutes').notNullable().defaultTo(0);
  t.integer('horizon_days').notNullable();
  t.integer('cancel_notice_minutes').notNullable().defaultTo(0);
  t.integer('reschedule_notice_minutes').notNullable().defaultTo(0);
  t.string('colour', 7).notNullable();
  t.string('picture', 500);
  t.string('visibility', 20).notNullable().defaultTo('visible');
  t.string('status', 20).notNullable().defaultTo('active');
  t.boolean('needs_approval').notNullable().defaultTo(false);
  t.integer('position').notNullable().defaultTo(0);
});
