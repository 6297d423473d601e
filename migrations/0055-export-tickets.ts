import { instantColumn, tableMigration } from '../server/db/define.js';

/**
 * What somebody asked to be exported, for the one download that follows at once. The ticket itself is not here, but its hash
 * (ATTACKS S92). `used_at` is 0 until the download began.
 */
export const exportTickets = tableMigration('0055-export-tickets', 'export_tickets', (t) => {
  t.string('ticket_hash', 64).primary();
  t.bigInteger('account_id').unsigned().notNullable();
  t.string('session_hash', 64).notNullable();
  t.text('wish', 'mediumtext').notNullable();
  instantColumn(t, 'expires_at').notNullable().index('export_tickets_by_age');
  instantColumn(t, 'used_at').notNullable().defaultTo(0);
});
