import type { Handlers } from '../lib/endpoint.js';
import type { InvoiceDeps } from './deps.js';
import { beginInvoice, bookingInReach, drawUpForBooking } from './drawing-up.js';
import { changeDraft, discardDraft, repriced, restoreDraft } from './editing.js';
import { exportInvoices } from './exporting.js';
import { issueInvoice, todayOf } from './issuing.js';
import { filtered, listInvoices, named, shown, totalsOf } from './listing.js';
import { fileOf, mailInvoice } from './mailing.js';
import { nextNumber } from './numbering.js';
import { markPaid, markUnpaid } from './paying.js';
import { findInvoice } from './rows.js';
import type { invoiceEndpoints } from './schema.js';
import { viewInvoice } from './viewing.js';
import { voidInvoice } from './voiding.js';

export function invoiceHandlers(deps: InvoiceDeps): Handlers<typeof invoiceEndpoints> {
  const { db } = deps;
  return {
    async 'GET /invoices'({ actor, query: { sort = '-created', page = 1, pageSize, ...filter } }) {
      const size = pageSize ?? Math.min(100, (await deps.settings()).pageSize);
      return listInvoices(db, actor, filter, await todayOf(deps), { sort, page, pageSize: size });
    },
    'GET /invoices/totals': async ({ actor, query }) => ({
      items: await totalsOf(db, actor, query, await todayOf(deps)),
    }),
    'GET /invoices/export': ({ actor, query }) => exportInvoices(deps, actor, query),
    async 'GET /invoices/next-numbers'() {
      const { invoicePrefix, creditNotePrefix, invoiceFirstNumber } = await deps.settings();
      const day = await todayOf(deps);
      return {
        invoice: await nextNumber(db, { pattern: invoicePrefix, day, first: invoiceFirstNumber }),
        creditNote: await nextNumber(db, { pattern: creditNotePrefix, day, first: 1 }),
      };
    },
    'POST /invoices': async ({ actor, body }) => ({ id: await beginInvoice(deps, actor, body.customer) }),
    async 'GET /bookings/:reference/invoices'({ actor, params }) {
      const booking = await bookingInReach(deps, actor, params.reference);
      const today = await todayOf(deps);
      const rows = await filtered(db, actor, {}, today)
        .where('invoices.booking_id', booking)
        .orderBy('invoices.id')
        .select('invoices.*');
      return { items: (await named(db, rows)).map((row) => shown(row, today)) };
    },
    'POST /bookings/:reference/invoices': async ({ actor, params }) => ({
      id: await drawUpForBooking(deps, actor, params.reference),
    }),
    'GET /invoices/:id': ({ actor, params }) => viewInvoice(deps, actor, params.id),
    async 'PATCH /invoices/:id'({ actor, params, body: { version, ...change } }) {
      await changeDraft(deps, actor, params.id, version, change);
      return viewInvoice(deps, actor, params.id);
    },
    async 'POST /invoices/:id/amounts'({ actor, params, body }) {
      const { amounts } = await repriced(db, await findInvoice(db, actor, params.id), body);
      return { ...amounts, lines: amounts.lines.map(({ amountMinor }) => ({ amountMinor })) };
    },
    async 'DELETE /invoices/:id'({ actor, params }) {
      await discardDraft(deps, actor, params.id);
      return null;
    },
    async 'POST /invoices/:id/restoration'({ actor, params }) {
      await restoreDraft(deps, actor, params.id);
      return { id: params.id };
    },
    async 'POST /invoices/:id/issue'({ actor, params, body }) {
      await issueInvoice(deps, actor, params.id, body.version);
      return viewInvoice(deps, actor, params.id);
    },
    async 'POST /invoices/:id/payment'({ actor, params, body }) {
      await markPaid(deps, actor, params.id, body);
      return viewInvoice(deps, actor, params.id);
    },
    async 'DELETE /invoices/:id/payment'({ actor, params }) {
      await markUnpaid(deps, actor, params.id);
      return viewInvoice(deps, actor, params.id);
    },
    async 'POST /invoices/:id/credit-note'({ actor, params, body }) {
      return viewInvoice(deps, actor, await voidInvoice(deps, actor, params.id, body.reason));
    },
    'POST /invoices/:id/mail': ({ actor, params, body, idempotencyKey }) =>
      mailInvoice(deps, actor, params.id, body, idempotencyKey),
    async 'GET /invoices/:id/pdf'({ actor, params }) {
      const { fileName, bytes } = await fileOf(deps, await findInvoice(db, actor, params.id));
      return { media: 'application/pdf', fileName, body: once(bytes) };
    },
  };
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
