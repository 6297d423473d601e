import { instantColumn, referenceColumn, tableMigration } from '../server/db/define.js';

/**
 * Invoices and the credit notes that void them. `number` is given when it is issued; from then on `seller` and `recipient` (JSON) say
 * who they were at that moment, and amounts and lines stay as they are. `booking_key` is the booking's id on its one invoice that
 * stands, so that no booking is ever invoiced twice; a voided or discarded one lets go of it. Days are the business's own.
 */
export const invoices = tableMigration('0088-invoices', 'invoices', (t) => {
  t.bigIncrements('id');
  t.string('kind', 20).notNullable().defaultTo('invoice');
  t.string('status', 20).notNullable();
  t.string('number', 60).unique('invoices_number');
  referenceColumn(t, 'customer_id', 'customers').notNullable();
  referenceColumn(t, 'booking_id', 'bookings');
  t.bigInteger('booking_key').unsigned().unique('invoices_once');
  t.bigInteger('of_id').unsigned().unique('invoices_credit');
  t.string('currency', 3).notNullable();
  t.string('language', 35).notNullable();
  t.boolean('tax_included').notNullable();
  t.string('tax_name', 20).notNullable();
  t.string('rounding', 20).notNullable();
  t.bigInteger('discount_minor');
  t.integer('discount_basis_points');
  t.integer('due_days').notNullable();
  t.text('note').notNullable();
  t.text('recipient').notNullable();
  t.string('search_name', 201).notNullable();
  t.text('seller');
  t.text('taxes').notNullable();
  t.bigInteger('subtotal_minor').notNullable();
  t.bigInteger('discounted_minor').notNullable();
  t.bigInteger('net_minor').notNullable();
  t.bigInteger('tax_minor').notNullable();
  t.bigInteger('total_minor').notNullable();
  instantColumn(t, 'issued_at');
  t.string('issue_day', 10);
  t.string('due_day', 10);
  instantColumn(t, 'paid_at');
  t.string('paid_day', 10);
  t.string('paid_method', 20);
  instantColumn(t, 'voided_at');
  t.text('void_reason').notNullable();
  t.integer('version').notNullable().defaultTo(1);
  instantColumn(t, 'created_at').notNullable();
  t.string('created_by', 60).notNullable();
  t.index(['status', 'id'], 'invoices_by_status');
  t.index(['issue_day', 'id'], 'invoices_by_day');
  t.index(['customer_id', 'id'], 'invoices_by_customer');
  t.index(['booking_id', 'id'], 'invoices_by_booking');
});
