import { instantColumn, tableMigration } from '../server/db/define.js';

/** One row: since when invoices are drawn up of themselves, and up to where bookings were looked at for it. */
export const invoiceRuns = tableMigration('0091-invoice-runs', 'invoice_runs', (t) => {
  t.string('name', 40).primary();
  instantColumn(t, 'since').notNullable();
  instantColumn(t, 'looked_to').notNullable();
});
