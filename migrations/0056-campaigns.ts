import { instantColumn, referenceColumn, tableMigration } from '../server/db/define.js';

/**
 * A newsletter to many customers. Its mails are made piece by piece in the order of customer numbers: `done_to` is the last number
 * that was looked at, and moves in the transaction of the mails, so that nobody gets two, whatever breaks off. `state`: running,
 * done.
 */
export const campaigns = tableMigration('0056-campaigns', 'campaigns', (t) => {
  t.bigIncrements('id');
  referenceColumn(t, 'outbox_id', 'outbox').notNullable();
  t.bigInteger('account_id').unsigned().notNullable();
  t.string('kind', 20).notNullable();
  t.string('subject', 300).notNullable();
  t.text('text', 'mediumtext').notNullable();
  /** Which customers, and whose the sender sees: as JSON. */
  t.text('selection', 'mediumtext').notNullable();
  t.text('scope').notNullable();
  t.bigInteger('done_to').unsigned().notNullable().defaultTo(0);
  t.integer('mails').notNullable().defaultTo(0);
  t.string('state', 20).notNullable();
  t.string('lease_owner', 36);
  instantColumn(t, 'lease_until').notNullable().defaultTo(0);
  instantColumn(t, 'created_at').notNullable();
  instantColumn(t, 'finished_at');
  t.index(['state', 'lease_until'], 'campaigns_running');
});
