import type { Target } from './access-objects.js';
import { aCut } from './access-objects.js';
import type { AccessTable } from './access-row.js';
import { all, office, row, staff } from './access-row.js';

const owners = ['owner'] as const;
const oneDay = { day: '2026-12-24', windows: [] };
const anHour = { startsAt: '2026-12-01T09:00:00Z', endsAt: '2026-12-01T10:00:00Z' };

const renamed = (_target: Target, lap: number) => ({ name: `Called ${lap}` });

/** What the business is made of: the same for everybody who may see it. Then the team and the settings, which are the owner's. */
export const businessAccess: AccessTable = {
  'admin GET /categories': row('nothing', all(office, '200')),
  'admin POST /categories': row('nothing', all(office, '201')),
  'admin PATCH /categories/:id': row('category', all(office, '200 404'), { body: renamed }),
  'admin DELETE /categories/:id': row('category', all(office, '204 404')),
  'admin GET /locations': row('nothing', all(office, '200')),
  'admin POST /locations': row('nothing', all(office, '201'), { body: { name: 'Baixa', timeZone: 'Europe/Lisbon' } }),
  'admin PATCH /locations/:id': row('location', all(office, '200 404'), { body: renamed }),
  'admin DELETE /locations/:id': row('location', all(office, '204 404')),
  'admin GET /services': row('nothing', all(office, '200')),
  'admin POST /services': row('category', all(office, '201 422'), {
    body: ({ id }) => ({ name: 'Cut', categoryId: id, ...aCut }),
  }),
  'admin GET /services/:id': row('service', all(office, '200 404')),
  'admin PATCH /services/:id': row('service', all(office, '200 404'), { body: renamed }),
  'admin DELETE /services/:id': row('service', all(office, '204 404')),
  'admin PUT /categories/order': row('nothing', all(office, '409'), { body: { ids: [999_999] } }),
  'admin PUT /locations/order': row('nothing', all(office, '409'), { body: { ids: [999_999] } }),
  'admin PUT /categories/:id/services': row('category', all(office, '204 404'), { body: { ids: [] } }),
  'admin POST /services/:id/copies': row('service', all(office, '201 404'), { body: renamed }),
  'admin PUT /services/:id/providers': row('service', all(office, '200 404'), { body: { providers: [] } }),
  'admin PUT /services/:id/picture': row('service', all(office, '422 404')),
  'admin DELETE /services/:id/picture': row('service', all(office, '204 404')),
  'admin GET /services/:id/link': row('service', all(office, '200 404')),
  'admin POST /services/:id/link': row('service', all(office, '201 404')),
  'admin DELETE /services/:id/link': row('service', all(office, '204 404')),
  'admin GET /extras': row('nothing', all(office, '200')),
  'admin POST /extras': row('nothing', all(office, '201'), {
    body: { name: 'Mask', priceMinor: 500, currency: 'EUR' },
  }),
  'admin PATCH /extras/:id': row('missing', all(office, '404'), { body: { name: 'Other' } }),
  'admin DELETE /extras/:id': row('missing', all(office, '404')),
  'admin GET /services/:id/impact': row('service', all(office, '200 404'), { query: '?providers=1,2' }),
  'admin GET /locations/:id/impact': row('location', all(office, '200 404')),
  'admin GET /providers': row('nothing', all(office, '200')),
  'admin POST /providers': row('nothing', all(office, '201'), { body: { name: 'Dora', locations: [] } }),
  // Not the list that there is.
  'admin PUT /providers/order': row('nothing', all(office, '409'), { body: { ids: [999_999] } }),
  'admin GET /providers/:id': row('provider', all(office, '200 404')),
  'admin PATCH /providers/:id': row('provider', all(office, '200 404'), { body: renamed }),
  'admin DELETE /providers/:id': row('provider', all(office, '204 404')),
  'admin GET /providers/:id/working-hours': row('provider', all(office, '200 404')),
  'admin PUT /providers/:id/working-hours': row('provider', all(office, '200 404'), { body: { windows: [] } }),
  'admin PUT /providers/:id/picture': row('provider', all(office, '422 404')),
  'admin DELETE /providers/:id/picture': row('provider', all(office, '204 404')),
  'admin GET /providers/:id/hours': row('provider', all(office, '200 404')),
  'admin PUT /providers/:id/hours': row('provider', all(office, '200 404'), {
    body: { periods: [{ from: null, windows: [] }] },
  }),
  'admin POST /providers/:id/impact': row('provider', all(office, '200 404'), { body: { absence: anHour } }),
  'admin POST /closures/impact': row('nothing', all(office, '200'), {
    body: { firstDay: '2027-04-01', lastDay: '2027-04-01', name: 'Holiday' },
  }),
  'admin GET /providers/:id/calendar-link': row('provider', all(office, '200 404')),
  // Who is hired for the test is nobody's own: an account that sees its own appointments alone gets no link to another's.
  'admin POST /providers/:id/calendar-link': row('provider', {
    ...all(['manager', 'owner'], '201 404'),
    stylist: '403 404',
  }),
  'admin PATCH /providers/:id/calendar-link': row('provider', {
    ...all(['manager', 'owner'], '404 404'),
    stylist: '403 404',
  }),
  'admin DELETE /providers/:id/calendar-link': row('provider', all(office, '404 404')),
  'admin GET /providers/:id/special-days': row('provider', all(office, '200 404')),
  'admin POST /providers/:id/special-days': row('provider', all(office, '201 404'), { body: oneDay }),
  'admin DELETE /providers/:id/special-days/:itemId': row('specialDay', all(office, '204 404')),
  'admin GET /providers/:id/absences': row('provider', all(office, '200 404')),
  'admin POST /providers/:id/absences': row('provider', all(office, '201 404'), { body: anHour }),
  'admin DELETE /providers/:id/absences/:itemId': row('absence', all(office, '204 404')),
  'admin GET /closures': row('nothing', all(office, '200')),
  'admin POST /closures': row('nothing', all(office, '201'), {
    body: { firstDay: '2027-04-01', lastDay: '2027-04-01', name: 'Holiday' },
  }),
  'admin DELETE /closures/:id': row('closure', all(office, '204 404')),
  'admin GET /reports/today': row('nothing', all(staff.slice(1), '200')),
  'admin GET /reports/numbers': row('nothing', all(office, '200'), { query: '?from=2026-11-01&to=2026-11-30' }),
  'admin GET /messages': row('nothing', all(office, '200')),
  'admin GET /messages/:id': row('message', all(office, '200 404')),
  'admin POST /messages/:id/retry': row('message', all(office, '200 404')),
  'admin GET /accounts': row('nothing', all(owners, '200')),
  'admin POST /accounts': row('nothing', all(owners, '201'), {
    body: { name: 'New', email: 'new.one@team.example', role: 'provider' },
  }),
  'admin PATCH /accounts/:id': row('account', all(owners, '200 404'), { body: { name: 'Another' } }),
  'admin POST /accounts/:id/invitation': row('account', all(owners, '409 404')),
  'admin POST /accounts/:id/sessions-end': row('account', all(owners, '204 404')),
  'admin GET /roles': row('nothing', all(owners, '200')),
  'admin POST /roles': row('nothing', all(owners, '201')),
  'admin PATCH /roles/:id': row('role', all(owners, '200 404'), {
    body: { version: 1, permissions: ['messages.view'] },
  }),
  'admin DELETE /roles/:id': row('role', all(owners, '204 404')),
  'admin GET /settings': row('nothing', all(staff, '200')),
  'admin GET /settings/terms': row('nothing', all(['owner'], '200')),
  'admin GET /terms/:version': row('missing', all(['provider', 'stylist', 'receptionist', 'manager', 'owner'], '404')),
  'admin GET /settings/environment': row('nothing', all(['owner'], '200')),
  'admin GET /settings/file': row('nothing', all(['owner'], '200')),
  'admin POST /settings/file/comparison': row('nothing', all(['owner'], '200'), {
    body: { kind: 'bookpane-settings', settings: { pageSize: 30 } },
  }),
  'admin PUT /settings/file': row('nothing', all(['owner'], '200'), {
    body: (_target, lap) => ({ kind: 'bookpane-settings', settings: { pageSize: 20 + (lap % 50) } }),
  }),
  'admin PATCH /settings': row('nothing', all(owners, '200'), { body: renamed }),
};
