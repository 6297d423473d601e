import { instantColumn, tableMigration } from '../server/db/define.js';

/**
 * The address at which a provider's appointments can be subscribed to: one for each provider, known by the hash of its token. A new
 * one takes its place, and what is not in here opens nothing (ATTACKS S105).
 */
export const calendarFeeds = tableMigration('0082-calendar-feeds', 'calendar_feeds', (t) => {
  t.bigInteger('provider_id').unsigned().primary().references('id').inTable('providers').onDelete('CASCADE');
  t.string('token_hash', 64).notNullable().unique();
  t.integer('customer_names').notNullable();
  instantColumn(t, 'created_at').notNullable();
  instantColumn(t, 'read_at');
});
