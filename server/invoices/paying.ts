import { transact } from '../db/transact.js';
import type { Actor } from '../lib/actor.js';
import { AppError } from '../lib/errors.js';
import type { InvoiceDeps } from './deps.js';
import { assertStatus } from './editing.js';
import { todayOf } from './issuing.js';
import { recordInvoice } from './record.js';
import { findInvoice } from './rows.js';
import type { PaymentMethod } from './shapes.js';

/** Notes that an invoice was paid. AppErrors: `not_found`, `conflict` when it is not open, `invalid_request` for a day to come. */
export async function markPaid(
  deps: InvoiceDeps,
  actor: Actor,
  id: number,
  { day, method }: { day: string; method: PaymentMethod },
): Promise<void> {
  const today = await todayOf(deps);
  await transact(deps.db, async (tx) => {
    assertStatus(await findInvoice(tx, actor, id), 'issued');
    if (day > today) throw new AppError('invalid_request', 'day must not be in the future.', { field: 'day' });
    const paid = await tx('invoices')
      .where({ id, status: 'issued' })
      .update({ status: 'paid', paid_at: deps.clock.now(), paid_day: day, paid_method: method });
    if (paid === 0) assertStatus(await findInvoice(tx, actor, id), 'issued');
    await recordInvoice(deps, tx, actor, 'invoice.paid', id, { day, method });
  });
}

/** Takes that back. AppErrors: `not_found`, `conflict`. */
export async function markUnpaid(deps: InvoiceDeps, actor: Actor, id: number): Promise<void> {
  await transact(deps.db, async (tx) => {
    const row = await findInvoice(tx, actor, id);
    assertStatus(row, 'paid');
    const open = await tx('invoices')
      .where({ id, status: 'paid' })
      .update({ status: 'issued', paid_at: null, paid_day: null, paid_method: null });
    if (open === 0) assertStatus(await findInvoice(tx, actor, id), 'paid');
    await recordInvoice(deps, tx, actor, 'invoice.unpaid', id, { day: row.paid_day, method: row.paid_method });
  });
}
