import { instantColumn, referenceColumn, tableMigration } from '../server/db/define.js';

/**
 * Notes about a customer. Shown pinned ones first, then by `position`, the newer first where that is equal. `remind_at` is the
 * instant that the wall time asked for has in `remind_zone`; `announced_at` is 0 until the reminder was put into the outbox. A
 * deleted note stays for 30 days, so that it can come back.
 */
export const customerNotes = tableMigration('0041-customer-notes', 'customer_notes', (t) => {
  t.bigIncrements('id');
  referenceColumn(t, 'customer_id', 'customers').notNullable();
  t.text('text').notNullable();
  t.integer('position').notNullable();
  t.integer('pinned').notNullable().defaultTo(0);
  instantColumn(t, 'remind_at');
  t.string('remind_zone', 64);
  instantColumn(t, 'announced_at').notNullable().defaultTo(0);
  instantColumn(t, 'done_at');
  t.integer('version').notNullable().defaultTo(1);
  t.bigInteger('author_id').unsigned();
  instantColumn(t, 'created_at').notNullable();
  instantColumn(t, 'updated_at').notNullable();
  instantColumn(t, 'deleted_at');
  t.index(['customer_id', 'position'], 'notes_by_customer');
  t.index(['announced_at', 'remind_at'], 'notes_to_announce');
  t.index(['author_id', 'remind_at'], 'notes_by_author');
  t.index(['deleted_at'], 'notes_deleted');
});
