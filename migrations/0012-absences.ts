import { instantColumn, referenceColumn, tableMigration } from '../server/db/define.js';

export const absences = tableMigration('0012-absences', 'absences', (t) => {
  t.bigIncrements('id');
  referenceColumn(t, 'provider_id', 'providers').notNullable();
  instantColumn(t, 'starts_at').notNullable();
  instantColumn(t, 'ends_at').notNullable();
  t.string('note', 200).notNullable().defaultTo('');
  t.index(['provider_id', 'ends_at'], 'absences_by_provider');
});
