import { columnsMigration } from '../server/db/define.js';

/** Which period of hours a window belongs to (null: the week that holds where no period does), and in which of its weeks it is, from 0. */
export const workingHoursPeriod = columnsMigration('0081-working-hours-period', 'working_hours', {
  add: {
    period_id: (t) => t.bigInteger('period_id').unsigned(),
    week: (t) => t.integer('week').notNullable().defaultTo(0),
  },
});
