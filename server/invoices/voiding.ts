import type { Tx } from '../db/connect.js';
import { transact } from '../db/transact.js';
import type { Actor } from '../lib/actor.js';
import { actorLabel } from '../lib/actor.js';
import type { InvoiceDeps } from './deps.js';
import { assertStatus } from './editing.js';
import { todayOf } from './issuing.js';
import { takeNumber } from './numbering.js';
import { recordInvoice } from './record.js';
import type { InvoiceRow } from './rows.js';
import { findInvoice, linesOf } from './rows.js';

/**
 * Voids an invoice: it keeps its number, and a credit note with a number of its own takes all of it back. Its booking can be invoiced
 * anew. Answers the id of the credit note. AppErrors: `not_found`, `conflict` when it is neither issued nor paid.
 */
export async function voidInvoice(deps: InvoiceDeps, actor: Actor, id: number, reason: string): Promise<number> {
  const settings = await deps.settings();
  const day = await todayOf(deps);
  return transact(deps.db, async (tx) => {
    const row = await findInvoice(tx, actor, id);
    assertStatus(row, 'issued', 'paid');
    // Whoever voids it at the same moment waits here, and finds it void.
    const voided = await tx('invoices')
      .where({ id, kind: 'invoice' })
      .whereIn('status', ['issued', 'paid'])
      .update({ status: 'void', booking_key: null, voided_at: deps.clock.now(), void_reason: reason });
    if (voided === 0) assertStatus(await findInvoice(tx, actor, id), 'issued', 'paid');
    const pattern = settings.creditNotePrefix;
    const number = await takeNumber(tx, { pattern, day, first: 1 });
    const creditId = await insertCredit(deps, tx, actor, { id, row, number, day });
    await recordInvoice(deps, tx, actor, 'invoice.voided', id, { creditNote: number });
    await recordInvoice(deps, tx, actor, 'invoice.credited', creditId, { number, of: row.number });
    return creditId;
  });
}

/** Figures, lines and parties as they were issued, whatever a later version would make of them. */
async function insertCredit(
  deps: InvoiceDeps,
  tx: Tx,
  actor: Actor,
  { id, row, number, day }: { id: number; row: InvoiceRow; number: string; day: string },
): Promise<number> {
  const { customer_id, booking_id, currency, language, rounding, tax_included, tax_name, recipient, seller } = row;
  const { discount_minor, discount_basis_points, taxes, subtotal_minor, discounted_minor } = row;
  const { net_minor, tax_minor, total_minor, search_name } = row;
  const at = deps.clock.now();
  const [inserted] = await tx('invoices').insert({
    ...{ kind: 'credit_note', status: 'issued', number, of_id: id, booking_key: null },
    ...{
      customer_id,
      booking_id,
      currency,
      language,
      rounding,
      tax_included,
      tax_name,
      recipient,
      seller,
      search_name,
    },
    ...{ discount_minor, discount_basis_points, taxes, subtotal_minor, discounted_minor },
    ...{ net_minor, tax_minor, total_minor, due_days: 0, note: '', void_reason: '' },
    ...{ issued_at: at, issue_day: day, created_at: at, created_by: actorLabel(actor) },
  });
  const lines = await linesOf(tx, id);
  await tx('invoice_lines').insert(lines.map(({ id: _, ...line }) => ({ ...line, invoice_id: Number(inserted) })));
  return Number(inserted);
}
