import { instantColumn, tableMigration } from '../server/db/define.js';

/** What must be told, written in the transaction of the fact. The relay turns a row into messages and marks it. */
export const outbox = tableMigration('0020-outbox', 'outbox', (t) => {
  t.bigIncrements('id');
  t.string('event', 60).notNullable();
  t.text('payload').notNullable();
  instantColumn(t, 'created_at').notNullable();
  /** 0 until the relay has made the messages of it. */
  instantColumn(t, 'relayed_at').notNullable().defaultTo(0);
  t.string('lease_owner', 36);
  instantColumn(t, 'lease_until').notNullable().defaultTo(0);
  t.integer('attempts').notNullable().defaultTo(0);
  t.index(['relayed_at', 'lease_until'], 'outbox_waiting');
});
