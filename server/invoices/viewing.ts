import type { Db } from '../db/connect.js';
import type { Actor } from '../lib/actor.js';
import { formatInstant } from '../lib/time-zone.js';
import type { InvoiceDeps } from './deps.js';
import { todayOf } from './issuing.js';
import type { PaperFacts } from './paper.js';
import { paperOf } from './paper.js';
import { recipientNow, sellerNow } from './parties.js';
import type { InvoiceRow, Seller } from './rows.js';
import { discountOf, findInvoice, linesOf, taxesOf } from './rows.js';
import type { InvoiceView } from './shapes.js';

/** An invoice as the admin shows it. AppError `not_found`. */
export async function viewInvoice(deps: InvoiceDeps, actor: Actor, id: number): Promise<InvoiceView> {
  const { db } = deps;
  const row = await findInvoice(db, actor, id);
  const facts = await factsOf(deps, row);
  const { recipient, lines } = facts;
  const customer = await db('customers').where({ id: row.customer_id }).first('id', 'display_name', 'email');
  const other = await otherOf(db, row);
  const today = await todayOf(deps);
  return {
    ...{ id: row.id, kind: row.kind, status: row.status, number: row.number, version: row.version },
    customer: { number: customer.id, name: customer.display_name, email: customer.email },
    booking: await bookingOf(db, row),
    creditNote: row.kind === 'invoice' ? other : null,
    of: row.kind === 'credit_note' ? other : null,
    ...{ currency: row.currency, language: row.language, recipient, recipientIsOwn: row.recipient !== '' },
    ...{ note: row.note, dueDays: row.due_days, taxIncluded: row.tax_included === 1, taxName: row.tax_name },
    discount: discountOf(row),
    lines: lines.map((line) => ({
      ...{ description: line.description, serviceDay: line.service_day, quantity: line.quantity },
      ...{ unitMinor: line.unit_minor, discount: discountOf(line), taxBasisPoints: line.tax_basis_points },
      amountMinor: line.amount_minor,
    })),
    amounts: {
      ...{ subtotalMinor: row.subtotal_minor, discountMinor: row.discounted_minor, netMinor: row.net_minor },
      ...{ taxes: taxesOf(row), taxMinor: row.tax_minor, totalMinor: row.total_minor },
    },
    ...{ issueDay: row.issue_day, dueDay: row.due_day, overdue: isOverdue(row, today) },
    ...{ paidDay: row.paid_day, paidMethod: row.paid_method, voidReason: row.void_reason },
    createdAt: formatInstant(row.created_at),
    paper: paperOf(facts),
  };
}

export const isOverdue = ({ status, due_day }: Pick<InvoiceRow, 'status' | 'due_day'>, today: string): boolean =>
  status === 'issued' && due_day !== null && due_day < today;

/** What stands on the paper: as it was frozen, and of a draft as it would be now. */
export async function factsOf(deps: Pick<InvoiceDeps, 'db' | 'settings'>, row: InvoiceRow): Promise<PaperFacts> {
  const { db } = deps;
  const settings = await deps.settings();
  return {
    row,
    lines: await linesOf(db, row.id),
    seller: row.seller === null ? sellerNow(settings) : (JSON.parse(row.seller) as Seller),
    recipient: await recipientNow(db, row, settings.country),
    reference: (await bookingOf(db, row))?.reference ?? null,
    otherNumber: (await otherOf(db, row))?.number ?? null,
  };
}

/** The credit note of a void invoice, the invoice of a credit note. */
async function otherOf(db: Db, row: InvoiceRow): Promise<{ id: number; number: string | null } | null> {
  const other = row.kind === 'credit_note' ? { id: row.of_id } : { of_id: row.id };
  return (await db('invoices').where(other).first('id', 'number')) ?? null;
}

async function bookingOf(db: Db, { booking_id: id }: InvoiceRow): Promise<InvoiceView['booking']> {
  if (id === null) return null;
  const booking = await db('bookings').where({ id }).first('reference');
  const standing = await db('booking_items')
    .where({ booking_id: id })
    .whereNotIn('status', ['cancelled', 'rejected'])
    .first('id');
  return { reference: booking.reference, cancelled: !standing };
}
