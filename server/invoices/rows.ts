import type { Db, Tx } from '../db/connect.js';
import type { Actor } from '../lib/actor.js';
import { notFound } from '../lib/errors.js';
import type { Amounts, Calculation, Discount, TaxAmounts } from './amount-rules.js';
import { withinInvoices } from './scope.js';
import type { InvoiceKind, InvoiceStatus, LineWish, PaymentMethod, Recipient } from './shapes.js';

/** A row of `invoices` as the database has it. */
export interface InvoiceRow {
  id: number;
  kind: InvoiceKind;
  status: InvoiceStatus;
  number: string | null;
  customer_id: number;
  booking_id: number | null;
  of_id: number | null;
  currency: string;
  language: string;
  tax_included: 0 | 1;
  tax_name: string;
  rounding: Calculation['rounding'];
  discount_minor: number | null;
  discount_basis_points: number | null;
  due_days: number;
  note: string;
  /** JSON; '' while it follows the customer's record. */
  recipient: string;
  search_name: string;
  seller: string | null;
  taxes: string;
  subtotal_minor: number;
  discounted_minor: number;
  net_minor: number;
  tax_minor: number;
  total_minor: number;
  issued_at: number | null;
  issue_day: string | null;
  due_day: string | null;
  paid_day: string | null;
  paid_method: PaymentMethod | null;
  void_reason: string;
  version: number;
  created_at: number;
}

export interface LineRow {
  id: number;
  description: string;
  service_day: string | null;
  quantity: number;
  unit_minor: number;
  discount_minor: number | null;
  discount_basis_points: number | null;
  tax_basis_points: number;
  amount_minor: number;
  net_minor: number;
  tax_minor: number;
}

/** Who writes the invoice, as it was when it was issued. */
export interface Seller {
  name: string;
  address: string;
  taxId: string;
  paymentText: string;
  footer: string;
}

/** An invoice that this actor may see. AppError `not_found` for one that isn't there, was discarded or is foreign, all alike. */
export async function findInvoice(db: Db | Tx, actor: Actor, id: number): Promise<InvoiceRow> {
  const row = await findAny(db, actor, id);
  if (row.status === 'discarded') throw notFound();
  return row;
}

/** As `findInvoice`, and discarded drafts too. */
export async function findAny(db: Db | Tx, actor: Actor, id: number): Promise<InvoiceRow> {
  const row: InvoiceRow | undefined = await withinInvoices(db('invoices').where('invoices.id', id), actor).first(
    'invoices.*',
  );
  if (!row) throw notFound();
  return row;
}

export const linesOf = (db: Db | Tx, invoiceId: number): Promise<LineRow[]> =>
  db('invoice_lines').where({ invoice_id: invoiceId }).orderBy('position').select('*');

/** A discount as it lies in its two columns. */
export const discountOf = (row: {
  discount_minor: number | null;
  discount_basis_points: number | null;
}): Discount | null =>
  row.discount_minor !== null
    ? { minor: row.discount_minor }
    : row.discount_basis_points !== null
      ? { basisPoints: row.discount_basis_points }
      : null;

export const discountColumns = (discount: Discount | null) => ({
  discount_minor: discount && 'minor' in discount ? discount.minor : null,
  discount_basis_points: discount && 'basisPoints' in discount ? discount.basisPoints : null,
});

export const wishOf = (row: LineRow): LineWish => ({
  description: row.description,
  serviceDay: row.service_day,
  quantity: row.quantity,
  unitMinor: row.unit_minor,
  discount: discountOf(row),
  taxBasisPoints: row.tax_basis_points,
});

export const recipientOf = (row: InvoiceRow): Recipient | null =>
  row.recipient === '' ? null : (JSON.parse(row.recipient) as Recipient);
export const taxesOf = (row: InvoiceRow): TaxAmounts[] => JSON.parse(row.taxes) as TaxAmounts[];

/** Amounts as the invoice's own row keeps them. */
export const amountColumns = ({ subtotalMinor, discountMinor, netMinor, taxes, taxMinor, totalMinor }: Amounts) => ({
  taxes: JSON.stringify(taxes),
  subtotal_minor: subtotalMinor,
  discounted_minor: discountMinor,
  net_minor: netMinor,
  tax_minor: taxMinor,
  total_minor: totalMinor,
});

/** Puts these lines in the place of those that an invoice had. */
export async function replaceLines(
  tx: Tx,
  invoiceId: number,
  lines: readonly LineWish[],
  amounts: Amounts,
): Promise<void> {
  await tx('invoice_lines').where({ invoice_id: invoiceId }).delete();
  if (lines.length === 0) return;
  await tx('invoice_lines').insert(
    lines.map((line, at) => ({
      invoice_id: invoiceId,
      position: at,
      description: line.description,
      service_day: line.serviceDay,
      quantity: line.quantity,
      unit_minor: line.unitMinor,
      ...discountColumns(line.discount),
      tax_basis_points: line.taxBasisPoints,
      amount_minor: amounts.lines[at]?.amountMinor ?? 0,
      net_minor: amounts.lines[at]?.netMinor ?? 0,
      tax_minor: amounts.lines[at]?.taxMinor ?? 0,
    })),
  );
}
