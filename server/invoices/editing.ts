import { fold } from '../customers/identity.js';
import type { Tx } from '../db/connect.js';
import { isDuplicate, transact } from '../db/transact.js';
import type { Actor } from '../lib/actor.js';
import { AppError } from '../lib/errors.js';
import type { Amounts, Discount } from './amount-rules.js';
import type { InvoiceDeps } from './deps.js';
import { priced } from './pricing.js';
import { recordInvoice } from './record.js';
import type { InvoiceRow } from './rows.js';
import {
  amountColumns,
  discountColumns,
  discountOf,
  findAny,
  findInvoice,
  linesOf,
  recipientOf,
  replaceLines,
  wishOf,
} from './rows.js';
import type { InvoiceStatus, LineWish, Recipient } from './shapes.js';

export interface DraftChange {
  language?: string | undefined;
  recipient?: Recipient | null | undefined;
  note?: string | undefined;
  dueDays?: number | undefined;
  taxIncluded?: boolean | undefined;
  discount?: Discount | null | undefined;
  lines?: LineWish[] | undefined;
}

/** Only in a status that it names; else AppError `conflict` with `details.status`. */
export function assertStatus(row: InvoiceRow, ...allowed: InvoiceStatus[]): void {
  if (row.kind === 'invoice' && allowed.includes(row.status)) return;
  throw new AppError('conflict', 'This can’t be done with the invoice as it stands now.', {
    details: { reason: 'status', status: row.status },
  });
}

/** Takes hold of a draft that is as it was looked at: AppErrors `not_found`, `conflict` when it is none any more, `stale`. */
export async function holdDraft(tx: Tx, actor: Actor, id: number, version: number): Promise<InvoiceRow> {
  const held = await tx('invoices')
    .where({ id, status: 'draft', version })
    .update({ version: version + 1 });
  const row = await findInvoice(tx, actor, id);
  assertStatus(row, 'draft');
  if (held === 0) throw new AppError('stale', 'Somebody has changed this draft meanwhile. Look at it again.');
  return row;
}

/** Changes a draft; what is absent stays. AppErrors as `holdDraft`, and `invalid_request` for amounts that can't be. */
export async function changeDraft(
  deps: InvoiceDeps,
  actor: Actor,
  id: number,
  version: number,
  change: DraftChange,
): Promise<void> {
  await transact(deps.db, async (tx) => {
    const row = await holdDraft(tx, actor, id, version);
    const { amounts, lines } = await repriced(tx, row, change);
    const { recipient, note, language, dueDays, taxIncluded, discount } = change;
    await tx('invoices')
      .where({ id })
      .update({
        ...amountColumns(amounts),
        ...(language === undefined ? {} : { language }),
        ...(note === undefined ? {} : { note }),
        ...(dueDays === undefined ? {} : { due_days: dueDays }),
        ...(taxIncluded === undefined ? {} : { tax_included: taxIncluded ? 1 : 0 }),
        ...(discount === undefined ? {} : discountColumns(discount)),
        ...(recipient === undefined
          ? {}
          : {
              recipient: recipient === null ? '' : JSON.stringify(recipient),
              search_name: await searchName(tx, row, recipient),
            }),
      });
    await replaceLines(tx, id, lines, amounts);
    const changed = Object.keys(change).filter((name) => change[name as keyof DraftChange] !== undefined);
    await recordInvoice(deps, tx, actor, 'invoice.changed', id, {
      fields: changed,
      totalMinor: { from: row.total_minor, to: amounts.totalMinor },
    });
  });
}

/** What a draft comes to with a change. */
export async function repriced(
  tx: InvoiceDeps['db'] | Tx,
  row: InvoiceRow,
  change: Pick<DraftChange, 'lines' | 'discount' | 'taxIncluded'>,
): Promise<{ lines: LineWish[]; amounts: Amounts }> {
  const lines = change.lines ?? (await linesOf(tx, row.id)).map(wishOf);
  const discount = change.discount === undefined ? discountOf(row) : change.discount;
  const taxIncluded = change.taxIncluded ?? row.tax_included === 1;
  return { lines, amounts: priced({ lines, discount, taxIncluded, rounding: row.rounding }) };
}

/** By which an invoice is found: its recipient's name, and the customer's. */
export async function searchName(tx: Tx, row: InvoiceRow, recipient = recipientOf(row)): Promise<string> {
  const customer = await tx('customers').where({ id: row.customer_id }).first('display_name');
  const names = new Set([recipient?.name ?? '', customer.display_name].map(fold).filter(Boolean));
  return [...names].join(' ').slice(0, 201);
}

/** Puts a draft away; its booking can be invoiced anew. AppErrors: `not_found`, `conflict`. */
export async function discardDraft(deps: InvoiceDeps, actor: Actor, id: number): Promise<void> {
  await transact(deps.db, async (tx) => {
    const put = await tx('invoices').where({ id, status: 'draft' }).update({ status: 'discarded', booking_key: null });
    const row = await findAny(tx, actor, id);
    if (put === 0) assertStatus(await findInvoice(tx, actor, id), 'draft');
    await recordInvoice(deps, tx, actor, 'invoice.discarded', id, { customer: row.customer_id });
  });
}

/** Brings back a discarded draft. AppErrors: `not_found`; `conflict` when its booking has another one by now. */
export async function restoreDraft(deps: InvoiceDeps, actor: Actor, id: number): Promise<void> {
  await transact(deps.db, async (tx) => {
    const row = await findAny(tx, actor, id);
    assertStatus(row, 'discarded');
    try {
      const back = await tx('invoices')
        .where({ id, status: 'discarded' })
        .update({ status: 'draft', booking_key: row.booking_id });
      if (back === 0) assertStatus(await findAny(tx, actor, id), 'discarded');
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      throw new AppError('conflict', 'This booking has another invoice by now.', {
        details: { reason: 'has_invoice' },
      });
    }
    await recordInvoice(deps, tx, actor, 'invoice.restored', id, { customer: row.customer_id });
  });
}
