import { referenceColumn, tableMigration } from '../server/db/define.js';

/** `hours` is a JSON list of { locationId, start, end } that replaces the weekly windows of that date; empty means not working. */
export const specialDays = tableMigration('0011-special-days', 'special_days', (t) => {
  t.bigIncrements('id');
  referenceColumn(t, 'provider_id', 'providers').notNullable();
  t.string('day', 10).notNullable();
  t.text('hours').notNullable();
  t.string('note', 200).notNullable().defaultTo('');
  t.unique(['provider_id', 'day'], { indexName: 'special_days_once' });
});
