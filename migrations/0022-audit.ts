import { instantColumn, tableMigration } from '../server/db/define.js';

/** Append-only. `values_hash` outlives the values, so that erasing a person can empty them and leave the trail whole. */
export const audit = tableMigration('0022-audit', 'audit', (t) => {
  t.bigIncrements('id');
  instantColumn(t, 'at').notNullable();
  t.string('actor', 60).notNullable();
  t.string('action', 60).notNullable();
  t.string('subject', 60).notNullable();
  t.text('values').notNullable();
  t.string('values_hash', 64).notNullable();
  t.index(['subject', 'id'], 'audit_by_subject');
});
