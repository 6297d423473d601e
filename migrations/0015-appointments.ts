import { instantColumn, referenceColumn, tableMigration } from '../server/db/define.js';

/** `busy_from` and `busy_to` include the buffers; the index serves both the overlap check and availability. */
export const appointments = tableMigration('0015-appointments', 'appointments', (t) => {
  t.bigIncrements('id');
  t.bigInteger('resource_id').unsigned().notNullable();
  referenceColumn(t, 'service_id', 'services').notNullable();
  referenceColumn(t, 'provider_id', 'providers').notNullable();
  referenceColumn(t, 'location_id', 'locations').notNullable();
  instantColumn(t, 'starts_at').notNullable().index('appointments_by_start');
  instantColumn(t, 'ends_at').notNullable();
  instantColumn(t, 'busy_from').notNullable();
  instantColumn(t, 'busy_to').notNullable();
  t.integer('capacity').notNullable();
  t.string('status', 20).notNullable();
  t.integer('sequence').notNullable().defaultTo(0);
  instantColumn(t, 'created_at').notNullable();
  t.index(['resource_id', 'busy_from'], 'appointments_by_time');
});
