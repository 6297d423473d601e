import { tableMigration } from '../server/db/define.js';

/**
 * The last number given in each series, such as `INV-2026-`. It is counted up in the transaction that issues, so a number is neither
 * given twice nor left out. `pattern` is the prefix as it was set, `INV-{year}-`.
 */
export const invoiceSeries = tableMigration('0090-invoice-series', 'invoice_series', (t) => {
  t.string('prefix', 40).primary();
  t.string('pattern', 40).notNullable();
  t.bigInteger('last_number').notNullable();
});
