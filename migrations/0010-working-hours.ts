import { referenceColumn, tableMigration } from '../server/db/define.js';

/** Weekly windows in wall-clock minutes of the location's zone; an end at or before the start is on the next day (rule T2). */
export const workingHours = tableMigration('0010-working-hours', 'working_hours', (t) => {
  t.bigIncrements('id');
  referenceColumn(t, 'provider_id', 'providers').notNullable();
  referenceColumn(t, 'location_id', 'locations').notNullable();
  t.integer('weekday').notNullable();
  t.integer('start_minute').notNullable();
  t.integer('end_minute').notNullable();
});
