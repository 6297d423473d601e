import { instantColumn, tableMigration } from '../server/db/define.js';

/** A merge of two customers, with all that is needed to take it back for 30 days; afterwards the snapshot is emptied. */
export const merges = tableMigration('0063-merges', 'merges', (t) => {
  t.bigIncrements('id');
  t.bigInteger('kept_id').unsigned().notNullable().index('merges_by_kept');
  t.bigInteger('gone_id').unsigned().notNullable().index('merges_by_gone');
  t.string('actor', 60).notNullable();
  instantColumn(t, 'merged_at').notNullable().index('merges_by_age');
  instantColumn(t, 'undone_at');
  t.text('snapshot', 'mediumtext').notNullable();
});
