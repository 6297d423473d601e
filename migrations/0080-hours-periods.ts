import { referenceColumn, tableMigration } from '../server/db/define.js';

/**
 * Hours that hold from a date on (null: since ever) over one week or several in turn, counted from the Monday `anchor_day`. A
 * provider whose hours are one week that always holds has no row.
 */
export const hoursPeriods = tableMigration('0080-hours-periods', 'hours_periods', (t) => {
  t.bigIncrements('id');
  referenceColumn(t, 'provider_id', 'providers').notNullable();
  t.string('from_day', 10);
  t.string('anchor_day', 10).notNullable();
  t.integer('weeks').notNullable();
});
