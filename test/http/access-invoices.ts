import type { AccessTable, ActorName, Statuses } from './access-row.js';
import { all, row } from './access-row.js';

/** Whoever has to do with money. */
const cashiers: readonly ActorName[] = ['stylist', 'receptionist', 'manager', 'owner'];

/** Own, foreign, missing: who sees their own customers alone sees their invoices alone (S04, S07). */
const reached = (status: string): Statuses => ({
  stylist: `${status} 404 404`,
  ...all(['receptionist', 'manager', 'owner'], `${status} ${status} 404`),
});

/** Invoices. */
export const invoiceAccess: AccessTable = {
  'admin GET /invoices': row('nothing', all(cashiers, '200')),
  'admin GET /invoices/totals': row('nothing', all(cashiers, '200')),
  'admin GET /invoices/export': row('nothing', all(cashiers, '200')),
  'admin GET /invoices/next-numbers': row('nothing', all(cashiers, '200')),
  'admin POST /invoices': row(
    'customer',
    {
      stylist: '201 404 409 404',
      receptionist: '201 201 404 404',
      ...all(['manager', 'owner'], '201 201 409 404'),
    },
    { body: ({ number }) => ({ customer: number }) },
  ),
  'admin GET /bookings/:reference/invoices': row('booking', reached('200')),
  'admin POST /bookings/:reference/invoices': row('booking', reached('201')),
  'admin GET /invoices/:id': row('draftInvoice', reached('200')),
  'admin PATCH /invoices/:id': row('draftInvoice', reached('200'), { body: { version: 1, note: 'Thank you' } }),
  'admin POST /invoices/:id/amounts': row('draftInvoice', reached('200'), { body: { taxIncluded: false } }),
  'admin DELETE /invoices/:id': row('draftInvoice', reached('204')),
  'admin POST /invoices/:id/restoration': row('discardedInvoice', reached('200')),
  'admin POST /invoices/:id/issue': row('draftInvoice', reached('200'), { body: { version: 1 } }),
  'admin POST /invoices/:id/payment': row('issuedInvoice', reached('200'), {
    body: { day: '2026-11-24', method: 'cash' },
  }),
  'admin DELETE /invoices/:id/payment': row('paidInvoice', reached('200')),
  'admin POST /invoices/:id/credit-note': row('issuedInvoice', reached('201'), { body: { reason: 'Wrong price' } }),
  'admin POST /invoices/:id/mail': row('issuedInvoice', reached('201'), { body: {} }),
  'admin GET /invoices/:id/pdf': row('issuedInvoice', reached('200')),
};
