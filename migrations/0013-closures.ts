import { referenceColumn, tableMigration } from '../server/db/define.js';

/** Whole local days, both inclusive, of one location or (location null) of every one. */
export const closures = tableMigration('0013-closures', 'closures', (t) => {
  t.bigIncrements('id');
  referenceColumn(t, 'location_id', 'locations');
  t.string('first_day', 10).notNullable();
  t.string('last_day', 10).notNullable();
  t.string('name', 120).notNullable();
});
