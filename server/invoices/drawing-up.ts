import { fold } from '../customers/identity.js';
import { findActiveCustomer } from '../customers/record/find.js';
import type { Tx } from '../db/connect.js';
import { isDuplicate, transact } from '../db/transact.js';
import type { Actor } from '../lib/actor.js';
import { actorLabel } from '../lib/actor.js';
import { AppError, notFound } from '../lib/errors.js';
import type { Settings } from '../settings/values.js';
import { linesOfBooking } from './booking-lines.js';
import type { InvoiceDeps } from './deps.js';
import { priced } from './pricing.js';
import { recordInvoice } from './record.js';
import { amountColumns, replaceLines } from './rows.js';
import { ownProvider } from './scope.js';
import type { LineWish } from './shapes.js';

interface Draft {
  customer: { id: number; display_name: string };
  booking: { id: number; currency: string; language: string } | null;
  language: string;
  lines: readonly LineWish[];
}

/** An empty draft for a customer in use. AppErrors: `not_found`, `conflict`. */
export async function beginInvoice(deps: InvoiceDeps, actor: Actor, customerNumber: number): Promise<number> {
  const settings = await deps.settings();
  return transact(deps.db, async (tx) => {
    const customer = await findActiveCustomer(tx, actor, customerNumber);
    const language = customer.language ?? settings.language;
    return insertDraft(deps, tx, actor, settings, { customer, booking: null, language, lines: [] });
  });
}

/**
 * A draft from a booking: one line for each place. AppErrors: `not_found` for one that isn't there or is foreign; `conflict` with
 * `details.reason` `has_invoice` (and `details.invoice`) or `nothing_to_invoice`.
 */
export async function drawUpForBooking(deps: InvoiceDeps, actor: Actor, reference: string): Promise<number> {
  const bookingId = await bookingInReach(deps, actor, reference);
  const id = await drawUp(deps, actor, bookingId);
  if (id !== null) return id;
  const standing = await deps.db('invoices').where({ booking_key: bookingId }).first('id');
  throw standing
    ? new AppError('conflict', 'This booking has an invoice.', {
        details: { reason: 'has_invoice', invoice: standing.id },
      })
    : new AppError('conflict', 'There is nothing to invoice in this booking.', {
        details: { reason: 'nothing_to_invoice' },
      });
}

/** As above, by the booking's id; null where it has one already or nothing in it is to be paid for. */
export async function drawUp(deps: InvoiceDeps, actor: Actor, bookingId: number): Promise<number | null> {
  const settings = await deps.settings();
  try {
    return await transact(deps.db, async (tx) => {
      const booking = await tx('bookings').where({ id: bookingId }).first('id', 'customer_id', 'currency', 'language');
      const customer = await tx('customers').where({ id: booking.customer_id }).first('id', 'display_name');
      const lines = await linesOfBooking(tx, bookingId, settings.invoiceTaxRates[0] ?? 0);
      if (lines.length === 0) return null;
      return insertDraft(deps, tx, actor, settings, { customer, booking, language: booking.language, lines });
    });
  } catch (error) {
    if (isDuplicate(error)) return null;
    throw error;
  }
}

/** The id of a booking, a part of which at least is the actor's to see (ATTACKS S04). AppError `not_found`. */
export async function bookingInReach(
  { db }: Pick<InvoiceDeps, 'db'>,
  actor: Actor,
  reference: string,
): Promise<number> {
  const query = db('bookings')
    .join('booking_items', 'booking_items.booking_id', 'bookings.id')
    .join('appointments', 'appointments.id', 'booking_items.appointment_id')
    .where('bookings.reference', reference);
  const provider = ownProvider(actor);
  const row = await (provider === null ? query : query.where('appointments.provider_id', provider)).first(
    'bookings.id',
  );
  if (!row) throw notFound();
  return row.id;
}

async function insertDraft(
  deps: InvoiceDeps,
  tx: Tx,
  actor: Actor,
  settings: Settings,
  { customer, booking, language, lines }: Draft,
): Promise<number> {
  const { invoiceTaxIncluded: taxIncluded, invoiceRounding: rounding } = settings;
  const amounts = priced({ lines, discount: null, taxIncluded, rounding });
  const [inserted] = await tx('invoices').insert({
    ...{ kind: 'invoice', status: 'draft', customer_id: customer.id },
    ...{ booking_id: booking?.id ?? null, booking_key: booking?.id ?? null },
    ...{ currency: booking?.currency ?? settings.currency, language },
    ...{ tax_included: taxIncluded ? 1 : 0, tax_name: settings.invoiceTaxName, rounding },
    ...{ due_days: settings.invoiceDueDays, note: '', recipient: '', void_reason: '' },
    search_name: fold(customer.display_name).slice(0, 201),
    ...amountColumns(amounts),
    created_at: deps.clock.now(),
    created_by: actorLabel(actor),
  });
  const id = Number(inserted);
  await replaceLines(tx, id, lines, amounts);
  await recordInvoice(deps, tx, actor, 'invoice.drawn_up', id, {
    customer: customer.id,
    booking: booking?.id ?? null,
    totalMinor: amounts.totalMinor,
    currency: booking?.currency ?? settings.currency,
  });
  return id;
}
