import type { AccessTable } from './access-row.js';
import { all, everyone, row, staff } from './access-row.js';

const made = '2026-12-01T10:00:00Z';

/** What anybody may call, and one's own session. Bookings open by their token, whoever calls: without it nothing is there. */
export const publicAccess: AccessTable = {
  'GET /site': row('nothing', all(everyone, '200')),
  'GET /catalog': row('nothing', all(everyone, '200')),
  'GET /pictures/:key': row('nothing', all(everyone, '422')),
  'GET /availability': row('service', all(everyone, '200 404'), {
    query: ({ id }) => `?service=${id}&from=2026-12-01&to=2026-12-02`,
  }),
  'POST /bookings': row('nothing', all(everyone, '422')),
  'GET /bookings/:reference': row('booking', all(everyone, '404 404 404')),
  'GET /bookings/:reference/calendar': row('booking', all(everyone, '404 404 404')),
  'POST /bookings/:reference/cancellation': row('booking', all(everyone, '404 404 404')),
  // The token says whose newsletter it is; one that opens nothing is answered alike.
  'GET /unsubscribe/:token': row('nothing', all(everyone, '200')),
  'POST /unsubscribe/:token': row('nothing', all(everyone, '200'), { form: 'List-Unsubscribe=One-Click' }),
  'GET /calendar/:file': row('nothing', all(everyone, '404')),
  'POST /newsletter-choices': row('nothing', all(everyone, '200')),
  // The link of an installation that is set up opens nothing (S25), whoever tries.
  'admin POST /first-run/link': row('nothing', all(everyone, '404'), {
    body: { token: 'x'.repeat(43), timeZone: 'Europe/Lisbon', languages: ['en'] },
  }),
  'admin POST /first-run': row('nothing', all(everyone, '404'), {
    body: {
      token: 'x'.repeat(43),
      business: { name: 'Mine', language: 'en', timeZone: 'UTC', country: 'PT', currency: 'EUR', weekStart: 1 },
      owner: { name: 'Me', email: 'me@example.com', password: 'mellow otter paddles' },
      categories: [{ name: 'All', services: [{ name: 'One', durationMinutes: 30, priceMinor: 0 }] }],
      hours: [{ weekday: 1, start: '09:00', end: '17:00' }],
      provider: { name: 'Me' },
    },
  }),
  'admin GET /launch': row('nothing', all(['owner'], '200')),
  // A business of one's own is no demo.
  'admin POST /demo/clearing': row('nothing', all(['owner'], '404'), { body: { name: 'Bookpane' } }),
  'admin POST /session': row('nothing', all(everyone, '401')),
  'admin GET /session': row('nothing', all(staff, '200')),
  'admin DELETE /session': row('nothing', all(staff, '204')),
  'admin PATCH /account': row('nothing', all(staff, '200'), { body: (_target, lap) => ({ name: `Called ${lap}` }) }),
  'admin POST /account/password': row('nothing', all(staff, '401')),
  'admin GET /account/sessions': row('nothing', all(staff, '200')),
  'admin DELETE /account/sessions': row('nothing', all(staff, '204')),
  'admin DELETE /account/sessions/:id': row('missing', all(staff, '404')),
  'admin POST /password-reset': row('nothing', all(everyone, '204'), {
    body: (_target, lap) => ({ email: `nobody.${lap}@team.example` }),
  }),
  'admin POST /password-link': row('missing', all(everyone, '404'), { body: { token: 'x'.repeat(43) } }),
  'admin POST /password-link/password': row('missing', all(everyone, '404'), {
    body: { token: 'x'.repeat(43), password: 'mellow otter paddles' },
  }),
  'admin GET /availability/explanation': row('service', all(staff.slice(1), '200 404'), {
    query: ({ id }) => `?service=${id}&start=${made}`,
  }),
};
