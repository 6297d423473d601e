import { instantColumn, referenceColumn, tableMigration } from '../server/db/define.js';

/** Who has seen which notice. */
export const noticeReads = tableMigration('0043-notice-reads', 'notice_reads', (t) => {
  referenceColumn(t, 'notice_id', 'notices').notNullable();
  t.bigInteger('account_id').unsigned().notNullable();
  instantColumn(t, 'read_at').notNullable();
  t.primary(['notice_id', 'account_id']);
});
