import { messageRow } from '../customers/mail/message-row.js';
import { once } from '../customers/mail/once.js';
import { countOne, quotas } from '../customers/mail/quota.js';
import { holdCustomer } from '../customers/trash/hold.js';
import type { Actor } from '../lib/actor.js';
import { AppError } from '../lib/errors.js';
import type { InvoiceDeps } from './deps.js';
import { paperOf } from './paper.js';
import { pdfOf } from './pdf.js';
import { recordInvoice } from './record.js';
import type { InvoiceRow } from './rows.js';
import { findInvoice, recipientOf } from './rows.js';
import { factsOf } from './viewing.js';
import { speechOf } from './words.js';

export interface MailWish {
  to?: string | undefined;
  text?: string | undefined;
}

/**
 * Writes the mail that an issued invoice goes out with; the PDF is made when it is sent. Answers the message's id and where it goes.
 * AppErrors: `not_found`; `conflict` with `details.reason` `status` for a draft, `no_email` where no address is known; `too_many_requests`.
 */
export async function mailInvoice(
  deps: InvoiceDeps,
  actor: Actor,
  id: number,
  { to, text }: MailWish,
  key: string,
): Promise<{ message: number; to: string }> {
  const { db, clock } = deps;
  const now = clock.now();
  const row = await findInvoice(db, actor, id);
  if (row.number === null)
    throw new AppError('conflict', 'A draft is not sent.', { details: { reason: 'status', status: row.status } });
  const write = await deps.write({ ...(await wordsOf(deps, row, text)), newsletter: false });
  const accountId = actor.kind === 'account' ? actor.accountId : 0;
  const deed = { scope: 'POST /invoices/:id/mail', accountId, key, body: { id, to, text } };
  const { answer, isNew } = await once(db, deed, now, async (tx) => {
    // Held: whoever erases at this moment waits for the mail, and takes its content away with the rest.
    await holdCustomer(tx, row.customer_id);
    const customer = await tx('customers')
      .where({ id: row.customer_id })
      .first('first_name', 'last_name', 'display_name', 'email');
    const recipient = to ?? customer.email;
    if (!recipient)
      throw new AppError('conflict', 'There is no e-mail address on file.', { details: { reason: 'no_email' } });
    await countOne(tx, `mail-to-customer:${row.customer_id}`, quotas.toCustomer, now);
    await countOne(tx, `mail-by-account:${accountId}`, quotas.byAccount, now);
    const payload = JSON.stringify({ customerId: row.customer_id, invoiceId: id });
    const [outboxId] = await tx('outbox').insert({
      event: 'invoice.mailed',
      payload,
      created_at: now,
      relayed_at: now,
    });
    const recipientName = recipientOf(row)?.name ?? customer.display_name;
    const bodies = write({ firstName: customer.first_name, lastName: customer.last_name, name: recipientName });
    const facts = { campaignId: null, template: 'invoice', recipient, recipientName, bodies, now } as const;
    const [message] = await tx('messages').insert(
      messageRow(deps, { ...facts, outboxId: Number(outboxId), customerId: row.customer_id }),
    );
    await recordInvoice(deps, tx, actor, 'invoice.mailed', id, { message: Number(message) });
    return { message: Number(message), to: recipient as string };
  });
  if (isNew) deps.nudge();
  return answer;
}

/** Subject and text in the language of the paper. Braces in what is filled in would be placeholders: they go. */
async function wordsOf(
  { settings }: Pick<InvoiceDeps, 'settings'>,
  row: InvoiceRow,
  text: string | undefined,
): Promise<{ subject: string; text: string }> {
  const { say, money, day } = speechOf(row.language);
  const plain = (value: string) => value.replace(/[{}]/g, '');
  const values = {
    title: say(row.kind),
    number: row.number ?? '',
    total: money(row.total_minor, row.currency),
    business: plain((await settings()).name),
    name: '{{ name }}',
  };
  const due = row.status === 'issued' && row.due_day ? `\n\n${say('mailDue', { day: day(row.due_day) })}` : '';
  const [greeting, sentence, ...rest] = say('mailText', values).split('\n\n');
  return {
    subject: say('mailSubject', values),
    text: text || [greeting, `${sentence}${due}`, ...rest].join('\n\n'),
  };
}

/** A file to hang on a mail, or to hand out. */
export interface InvoiceFile {
  fileName: string;
  bytes: Buffer;
}

/** The PDF of an invoice, made anew from what was frozen. */
export async function fileOf(deps: Pick<InvoiceDeps, 'db' | 'settings'>, row: InvoiceRow): Promise<InvoiceFile> {
  const paper = paperOf(await factsOf(deps, row));
  const { say } = speechOf(row.language);
  const title = row.number ?? paper.title;
  const bytes = await pdfOf({
    paper,
    title,
    madeAt: row.issued_at ?? row.created_at,
    pageWords: (page, pages) => say('page', { page: String(page), pages: String(pages) }),
  });
  return { fileName: `${title.replace(/[^\p{L}\p{N}._-]+/gu, '-')}.pdf`, bytes };
}

/** The PDF that a mail of these takes along; null for one that is no longer there. */
export async function fileById(deps: Pick<InvoiceDeps, 'db' | 'settings'>, id: number): Promise<InvoiceFile | null> {
  const row: InvoiceRow | undefined = await deps.db('invoices').where({ id }).whereNotNull('number').first();
  return row ? fileOf(deps, row) : null;
}
