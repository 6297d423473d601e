import { referenceColumn, tableMigration } from '../server/db/define.js';

/** What an invoice is for. `net_minor` and `tax_minor` are the line's share of the whole, after every discount. */
export const invoiceLines = tableMigration('0089-invoice-lines', 'invoice_lines', (t) => {
  t.bigIncrements('id');
  referenceColumn(t, 'invoice_id', 'invoices').notNullable();
  t.integer('position').notNullable();
  t.string('description', 300).notNullable();
  t.string('service_day', 10);
  t.integer('quantity').notNullable();
  t.bigInteger('unit_minor').notNullable();
  t.bigInteger('discount_minor');
  t.integer('discount_basis_points');
  t.integer('tax_basis_points').notNullable();
  t.bigInteger('amount_minor').notNullable();
  t.bigInteger('net_minor').notNullable();
  t.bigInteger('tax_minor').notNullable();
  t.index(['invoice_id', 'position'], 'invoice_lines_in_order');
});
