import { columnsMigration } from '../server/db/define.js';

/** The list by what invoices come to. */
export const invoicesByTotal = columnsMigration('0092-invoices-by-total', 'invoices', {
  add: {},
  index: { invoices_by_total: ['total_minor', 'id'] },
});
