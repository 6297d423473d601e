import { z } from 'zod';
import { endpoints } from '../lib/endpoint.js';
import { day, email, id, idText, lines, pageOf, pageQuery } from '../lib/fields.js';
import { amounts, draftChange, invoice, listedInvoice, paymentMethods } from './shapes.js';

const one = z.strictObject({ id: idText });
const nothing = z.null();
const reference = z.string().regex(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);

export const listStatuses = ['draft', 'open', 'overdue', 'paid', 'void', 'credit_note'] as const;
export const sorts = ['created', 'number', 'day', 'total'] as const;

const filter = {
  q: z.string().trim().max(100).optional(),
  status: z.enum(listStatuses).optional(),
  /** Days of issue, both included. */
  from: day.optional(),
  to: day.optional(),
  customer: idText.optional(),
};

/** What is said of several invoices in one currency. Credit notes count against the invoices that they void; drafts count for nothing. */
const totals = z.object({
  currency: z.string(),
  invoices: z.int(),
  netMinor: z.int(),
  taxMinor: z.int(),
  totalMinor: z.int(),
  paidMinor: z.int(),
  openMinor: z.int(),
});

export const invoiceEndpoints = endpoints({
  'GET /invoices': {
    who: 'invoices.view',
    summary: 'Invoices and credit notes, the newest first.',
    query: z.strictObject({
      ...filter,
      sort: z.enum([...sorts, ...sorts.map((name) => `-${name}` as const)]).optional(),
      ...pageQuery,
    }),
    /** `total` is counted up to 10,000; `more` says that there are others. */
    answer: pageOf(listedInvoice).extend({ more: z.boolean() }),
    errors: [],
    limit: 'read',
  },
  'GET /invoices/totals': {
    who: 'invoices.view',
    summary: 'What the invoices of a list come to, by currency.',
    query: z.strictObject(filter),
    answer: z.object({ items: z.array(totals) }),
    errors: [],
    limit: 'read',
  },
  'GET /invoices/export': {
    who: 'invoices.view',
    summary: 'The invoices of a list as CSV for the books: one row for each.',
    query: z.strictObject(filter),
    answer: z.string(),
    errors: [],
    limit: 'export',
    media: 'text/csv',
    download: true,
  },
  'GET /invoices/next-numbers': {
    who: 'invoices.view',
    summary: 'The numbers that the next invoice and the next credit note will get.',
    answer: z.object({ invoice: z.string(), creditNote: z.string() }),
    errors: [],
    limit: 'read',
  },
  'POST /invoices': {
    who: 'invoices.edit',
    summary: 'Begin an empty draft for a customer.',
    body: z.strictObject({ customer: id }),
    answer: z.object({ id }),
    status: 201,
    errors: ['not_found', 'conflict'],
    limit: 'write',
  },
  'GET /bookings/:reference/invoices': {
    who: 'invoices.view',
    summary: 'The invoices of a booking, also void ones and credit notes.',
    params: z.strictObject({ reference }),
    answer: z.object({ items: z.array(listedInvoice) }),
    errors: ['not_found'],
    limit: 'read',
  },
  'POST /bookings/:reference/invoices': {
    who: 'invoices.edit',
    summary: 'Draw up a draft from a booking. 409 with details.invoice when it has one that stands.',
    params: z.strictObject({ reference }),
    answer: z.object({ id }),
    status: 201,
    errors: ['not_found', 'conflict'],
    limit: 'write',
  },
  'GET /invoices/:id': {
    who: 'invoices.view',
    summary: 'One invoice, with the paper as it is printed.',
    params: one,
    answer: invoice,
    errors: ['not_found'],
    limit: 'read',
  },
  'PATCH /invoices/:id': {
    who: 'invoices.edit',
    summary: 'Change a draft; what is absent stays.',
    params: one,
    body: z.strictObject({ version: z.int(), ...draftChange }),
    answer: invoice,
    errors: ['not_found', 'conflict', 'stale'],
    limit: 'write',
  },
  'POST /invoices/:id/amounts': {
    who: 'invoices.edit',
    summary: 'What a draft would come to with these changes. Changes nothing.',
    params: one,
    body: z.strictObject({
      taxIncluded: draftChange.taxIncluded,
      discount: draftChange.discount,
      lines: draftChange.lines,
    }),
    answer: amounts.extend({ lines: z.array(z.object({ amountMinor: z.int() })) }),
    errors: ['not_found'],
    limit: 'read',
  },
  'DELETE /invoices/:id': {
    who: 'invoices.edit',
    summary: 'Discard a draft. Its restoration brings it back.',
    params: one,
    answer: nothing,
    status: 204,
    errors: ['not_found', 'conflict'],
    limit: 'write',
  },
  'POST /invoices/:id/restoration': {
    who: 'invoices.edit',
    summary: 'Bring back a draft that was discarded.',
    params: one,
    answer: z.object({ id }),
    errors: ['not_found', 'conflict'],
    limit: 'write',
  },
  'POST /invoices/:id/issue': {
    who: 'invoices.edit',
    summary: 'Give a draft its number and freeze it.',
    params: one,
    body: z.strictObject({ version: z.int() }),
    answer: invoice,
    errors: ['not_found', 'conflict', 'stale'],
    limit: 'write',
  },
  'POST /invoices/:id/payment': {
    who: 'invoices.edit',
    summary: 'Note that an invoice was paid.',
    params: one,
    body: z.strictObject({ day, method: z.enum(paymentMethods) }),
    answer: invoice,
    errors: ['not_found', 'conflict'],
    limit: 'write',
  },
  'DELETE /invoices/:id/payment': {
    who: 'invoices.edit',
    summary: 'Take back that an invoice was paid.',
    params: one,
    answer: invoice,
    errors: ['not_found', 'conflict'],
    limit: 'write',
  },
  'POST /invoices/:id/credit-note': {
    who: 'invoices.edit',
    summary: 'Void an invoice: a credit note with a number of its own takes it back. Answers the credit note.',
    params: one,
    body: z.strictObject({ reason: lines(500) }),
    answer: invoice,
    status: 201,
    errors: ['not_found', 'conflict'],
    limit: 'write',
  },
  'POST /invoices/:id/mail': {
    who: 'invoices.edit',
    summary: 'Mail an issued invoice as a PDF, to the customer or to another address.',
    params: one,
    body: z.strictObject({ to: email.optional(), text: lines(5000).optional() }),
    answer: z.object({ message: id, to: z.string() }),
    status: 201,
    errors: ['not_found', 'conflict', 'too_many_requests', 'idempotency_key_missing', 'idempotency_key_reused'],
    limit: 'write',
    idempotent: true,
  },
  'GET /invoices/:id/pdf': {
    who: 'invoices.view',
    summary: 'The paper as a PDF.',
    params: one,
    answer: z.string(),
    errors: ['not_found'],
    limit: 'read',
    media: 'application/pdf',
    download: true,
  },
});
