import { instantColumn, referenceColumn, tableMigration } from '../server/db/define.js';

/**
 * One mail to one person. `state`: queued, sent, dead. The bodies hold a mark where the manage link goes: the token that it
 * carries is nowhere in the database. `booking_id` is null for mail that is about no booking.
 */
export const messages = tableMigration('0021-messages', 'messages', (t) => {
  t.bigIncrements('id');
  referenceColumn(t, 'outbox_id', 'outbox').notNullable();
  referenceColumn(t, 'booking_id', 'bookings');
  t.string('template', 60).notNullable();
  t.string('audience', 20).notNullable();
  t.string('recipient', 254).notNullable();
  t.string('recipient_name', 201).notNullable();
  t.string('message_id', 120).notNullable();
  t.string('subject', 300).notNullable();
  t.text('text', 'mediumtext').notNullable();
  t.text('html', 'mediumtext').notNullable();
  t.text('calendar', 'mediumtext');
  t.string('calendar_method', 20);
  t.string('state', 20).notNullable();
  t.integer('attempts').notNullable().defaultTo(0);
  instantColumn(t, 'due_at').notNullable();
  t.string('lease_owner', 36);
  instantColumn(t, 'lease_until').notNullable().defaultTo(0);
  t.string('last_answer', 500).notNullable().defaultTo('');
  instantColumn(t, 'created_at').notNullable().index('messages_by_age');
  instantColumn(t, 'sent_at');
  t.unique(['outbox_id', 'recipient', 'template'], { indexName: 'messages_once' });
  t.index(['state', 'due_at'], 'messages_due');
  t.index(['booking_id', 'recipient'], 'messages_by_booking');
});
