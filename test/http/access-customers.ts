import type { Target } from './access-objects.js';
import type { AccessTable, ActorName, Statuses } from './access-row.js';
import { all, office, row, staff } from './access-row.js';

/** Whoever may see customers at all. */
const seers = staff.slice(1);
const front: readonly ActorName[] = ['stylist', 'receptionist', 'manager', 'owner'];

/** To look: others' customers are not there for who sees their own alone, nor is the trash for who has no business in it. */
//                                        own foreign trashed missing
const looked: Statuses = {
  provider: '200 404 404 404',
  stylist: '200 404 200 404',
  receptionist: '200 200 404 404',
  manager: '200 200 200 404',
  owner: '200 200 200 404',
};
/** To change what is in use: who is in the trash is out of use for those who may see them there. */
const changed = (status: string): Statuses => ({
  stylist: `${status} 404 409 404`,
  receptionist: `${status} ${status} 404 404`,
  manager: `${status} ${status} 409 404`,
  owner: `${status} ${status} 409 404`,
});
/** The same for what receptionists may not do. */
const officeOnly = (own: string, trashed = own): Statuses => ({
  stylist: `${own} 404 ${trashed} 404`,
  manager: `${own} ${own} ${trashed} 404`,
  owner: `${own} ${own} ${trashed} 404`,
});
const decided: Statuses = { stylist: '200 404 404', ...all(['receptionist', 'manager', 'owner'], '200 200 404') };

/** What can't be done with a request that waits. */
const undecided: Statuses = {
  stylist: '409 404 404',
  ...all(['receptionist', 'manager', 'owner'], '409 409 404'),
};
const hourOf = (lap: number): string => `${new Date(Date.UTC(2027, 0, 4, lap)).toISOString().slice(0, 19)}Z`;

const theOne = ({ number }: Target) => ({ selection: { numbers: [number] } });
const letter = { subject: 'Hello', text: 'Hello' };
const wish = { columns: ['firstName'], delimiter: 'comma', bom: false };

/** Customers and appointments. */
export const customerAccess: AccessTable = {
  'admin GET /appointments': row('nothing', all(seers, '200'), { query: '?from=2026-12-01&to=2026-12-02' }),
  'admin GET /calendar': row('nothing', all(seers, '200'), { query: '?from=2026-12-01&to=2026-12-02' }),
  // Whose appointments and services it looks at: test/bookings/availability-day.test.ts.
  'admin GET /availability/day': row('nothing', all(seers, '404'), {
    query: '?from=2026-12-01&to=2026-12-02&appointment=999999',
  }),
  'admin GET /events': row('nothing', all(seers, '200')),
  'admin GET /bookings/choices': row('nothing', all(front, '200')),
  // For whom and with whom: test/bookings/staff-booking.test.ts.
  'admin POST /bookings': row('nothing', all(front, '422')),
  'admin GET /appointments/export': row('nothing', all(['stylist', 'manager', 'owner'], '200')),
  'admin GET /appointments/:id': row('appointment', { provider: '200 404 404', ...decided }),
  'admin POST /appointments/:id/rescheduling': row('appointment', decided, {
    body: (_target, lap) => ({ start: hourOf(lap), version: 0, overrule: true }),
  }),
  // What each of them may: test/bookings/statuses.test.ts.
  'admin POST /appointments/bulk': row('nothing', all(front, '200'), { body: { ids: [999_999], action: 'completed' } }),
  'admin POST /bookings/:reference/approval': row('booking', decided),
  'admin POST /bookings/:reference/restoration': row('booking', undecided),
  'admin POST /bookings/:reference/attendance': row('booking', undecided, { body: { attendance: 'completed' } }),
  'admin POST /bookings/:reference/rejection': row('booking', decided),
  'admin POST /bookings/:reference/cancellation': row('booking', decided),

  'admin GET /customers': row('nothing', all(seers, '200')),
  'admin POST /customers': row('nothing', all(front, '201'), {
    body: (_target, lap) => ({ firstName: 'Eva', lastName: 'Sousa', email: `eva.${lap}@example.com` }),
  }),
  'admin GET /customers/count': row('nothing', all(seers, '200')),
  'admin GET /customers/:number': row('customer', looked),
  'admin PATCH /customers/:number': row('customer', changed('200'), { body: { version: 1, occupation: 'Baker' } }),
  'admin GET /customers/:number/overview': row('customer', looked),
  'admin GET /customers/:number/appointments': row('customer', looked, { query: '?kind=coming' }),
  'admin GET /customers/:number/activity': row('customer', looked),
  'admin GET /nationalities': row('nothing', all(staff, '200')),
  'admin POST /customers/:number/disclosure': row('customer', all(office, '404 404 404 404'), {
    body: { field: 'ssn' },
  }),
  'admin POST /customers/sensitive-search': row('nothing', all(office, '200'), { body: { value: '123-45-6789' } }),
  'admin GET /customers/:number/picture': row('customer', all(seers, '404 404 404 404'), {
    query: `?of=${'0'.repeat(32)}`,
  }),
  'admin PUT /customers/:number/picture': row('customer', changed('422')),
  'admin DELETE /customers/:number/picture': row('customer', changed('204')),

  'admin GET /logins': row('nothing', all(office, '200')),
  'admin GET /customers/:number/login': row('customerLogin', officeOnly('200')),
  'admin POST /customers/:number/login': row('customer', officeOnly('201', '409'), {
    body: (_target, lap) => ({ email: `way.in.${lap}@example.com`, password: 'mellow otter paddles' }),
  }),
  'admin PATCH /customers/:number/login': row('customerLogin', officeOnly('200', '409'), {
    body: { status: 'disabled' },
  }),
  'admin POST /customers/:number/login/password': row('customerLogin', officeOnly('204', '409'), {
    body: { password: 'mellow otter paddles' },
  }),
  'admin DELETE /customers/:number/login': row('customerLogin', officeOnly('204', '409')),

  'admin GET /customers/:number/notes': row('note', looked),
  'admin POST /customers/:number/notes': row('note', changed('201')),
  'admin PATCH /customers/:number/notes/:id': row('note', changed('200'), { body: { version: 1, text: 'Tea' } }),
  'admin DELETE /customers/:number/notes/:id': row('note', changed('204')),
  'admin POST /customers/:number/notes/:id/restoration': row('note', changed('200')),
  'admin PUT /customers/:number/notes/order': row('note', changed('200'), { body: ({ id }) => ({ ids: [id] }) }),
  'admin GET /notices': row('nothing', all(staff, '200')),
  'admin POST /notices/read': row('nothing', all(staff, '204')),

  'admin GET /customers/:number/trash-preview': row('customer', officeOnly('200', '409')),
  'admin POST /customers/:number/trash': row('customer', officeOnly('200', '409'), { body: { cancel: [] } }),
  'admin DELETE /customers/:number/trash': row('customer', officeOnly('409', '200')),
  'admin POST /customers/:number/erasure': row(
    'customer',
    { stylist: '409 404 200 404', owner: '409 409 200 404' },
    { body: ({ number }) => ({ number }) },
  ),
  // Of a selection, what isn't one's own is not in it.
  'admin POST /customers/bulk': row('customer', all(front, '200 200 200 200'), {
    body: (target) => ({ action: 'newsletter_off', ...theOne(target) }),
  }),
  'admin GET /customers/bulk': row('nothing', all(seers, '200')),
  'admin POST /customers/bulk/:id/undo': row('missing', all(seers, '404')),
  'admin GET /customers/:number/export': row('customer', officeOnly('200'), { query: '?as=json' }),

  'admin GET /customers/duplicates': row('nothing', all(office, '200')),
  'admin POST /customers/duplicates/dismissal': row('pair', officeOnly('204', '409'), {
    body: ({ number, other }) => ({ numbers: [number, other] }),
  }),
  'admin GET /customers/:number/merge': row('pair', officeOnly('200', '409'), {
    query: ({ other }) => `?other=${other}`,
  }),
  'admin POST /customers/:number/merge': row('pair', officeOnly('201', '409'), {
    body: ({ other }) => ({ other, version: 1, otherVersion: 1, take: [] }),
  }),
  'admin POST /customers/merges/:id/undo': row('missing', all(office, '404')),

  'admin POST /customer-exports': row('customer', all(office, '201 201 201 201'), {
    body: (target) => ({ ...wish, ...theOne(target) }),
  }),
  'admin GET /customer-exports/:id': row('missing', all(office, '404')),
  'admin POST /customers/imports': row('nothing', all(['manager', 'owner'], '201'), {
    file: 'Name,E-mail\nEva,eva@example.com\n',
  }),
  'admin GET /customers/imports': row('nothing', all(office, '200')),
  'admin GET /customers/imports/:id': row('missing', all(office, '404')),
  'admin PATCH /customers/imports/:id': row('missing', all(office, '404')),
  'admin DELETE /customers/imports/:id': row('missing', all(office, '404')),
  'admin POST /customers/imports/:id/check': row('missing', all(['manager', 'owner'], '404')),
  'admin POST /customers/imports/:id/run': row('missing', all(['manager', 'owner'], '404')),
  'admin POST /customers/imports/:id/undo': row('missing', all(office, '404')),
  'admin GET /customers/imports/:id/rows': row('missing', all(office, '404')),
  'admin PATCH /customers/imports/:id/rows/:row': row('missing', all(office, '404'), { body: { cells: {} } }),
  'admin GET /customers/imports/:id/refused': row('missing', all(office, '404')),

  'admin POST /customers/:number/mail': row('customer', changed('201'), { body: letter }),
  'admin POST /mail-previews': row('customer', changed('200'), {
    body: ({ number }) => ({ to: { number }, ...letter }),
  }),
  'admin POST /newsletters/recipients': row('customer', all(front, '200 200 200 200'), { body: theOne }),
  'admin POST /newsletters': row(
    'customer',
    { ...all(front, '201 201 409 409'), stylist: '201 409 409 409' },
    {
      body: (target) => ({ ...theOne(target), ...letter, kind: 'newsletter' }),
    },
  ),
};
