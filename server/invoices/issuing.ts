import { transact } from '../db/transact.js';
import type { Actor } from '../lib/actor.js';
import { AppError } from '../lib/errors.js';
import { formatDay, localDay } from '../lib/time-zone.js';
import type { InvoiceDeps } from './deps.js';
import { holdDraft } from './editing.js';
import { daysAfter } from './number-rules.js';
import { takeNumber } from './numbering.js';
import { recipientNow, sellerNow } from './parties.js';
import { recordInvoice } from './record.js';

/** Today on the business's wall. */
export const todayOf = async ({ clock, zone }: InvoiceDeps): Promise<string> =>
  formatDay(localDay(await zone(), clock.now()));

/**
 * Gives a draft its number and freezes who wrote it to whom. The draft is held first, and the series last: it is the one row that all
 * who issue wait for. AppErrors: `not_found`, `stale`, `conflict` (`details.reason` is `no_lines` for an empty one).
 */
export async function issueInvoice(deps: InvoiceDeps, actor: Actor, id: number, version: number): Promise<void> {
  const settings = await deps.settings();
  const day = await todayOf(deps);
  await transact(deps.db, async (tx) => {
    const row = await holdDraft(tx, actor, id, version);
    if (!(await tx('invoice_lines').where({ invoice_id: id }).first('id')))
      throw new AppError('conflict', 'There is nothing on this invoice.', { details: { reason: 'no_lines' } });
    const recipient = await recipientNow(tx, row, settings.country);
    const { invoicePrefix: pattern, invoiceFirstNumber: first } = settings;
    const number = await takeNumber(tx, { pattern, day, first });
    await tx('invoices')
      .where({ id })
      .update({
        ...{ status: 'issued', number, issued_at: deps.clock.now(), issue_day: day },
        due_day: daysAfter(day, row.due_days),
        recipient: JSON.stringify(recipient),
        seller: JSON.stringify(sellerNow(settings)),
      });
    const { total_minor: totalMinor, currency } = row;
    await recordInvoice(deps, tx, actor, 'invoice.issued', id, { number, totalMinor, currency });
  });
}
