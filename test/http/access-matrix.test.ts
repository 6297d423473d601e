import { expect } from 'chai';
import { adminTable, publicTable } from '../../server/api.js';
import type { Endpoint } from '../../server/lib/endpoint.js';
import { makeToken, sha256, systemRandom } from '../../server/lib/ids.js';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import { dumpOf } from '../support/dump.js';
import { sampleOf } from '../support/samples.js';

type Role = 'visitor' | 'provider' | 'manager' | 'administrator';
const everyone: Role[] = ['visitor', 'provider', 'manager', 'administrator'];
const staff: Role[] = ['provider', 'manager', 'administrator'];
const office: Role[] = ['manager', 'administrator'];

/*
 * Who may call what. A route without a row here fails the build (DESIGN, section 10). `none` says what an id that isn't there, or
 * isn't the caller's, answers to those who may: always the same 404.
 */
const matrix: Record<string, { may: Role[]; none?: 404; body?: object }> = {
  'GET /site': { may: everyone },
  'GET /catalog': { may: everyone },
  'GET /availability': { may: everyone, none: 404 },
  'POST /bookings': { may: everyone },
  // These go by the token of the manage link, whoever calls: without it, nothing is there.
  'GET /bookings/:reference': { may: everyone, none: 404 },
  'GET /bookings/:reference/calendar': { may: everyone, none: 404 },
  'POST /bookings/:reference/cancellation': { may: everyone, none: 404 },
  'admin POST /session': { may: everyone },
  'admin GET /session': { may: staff },
  'admin DELETE /session': { may: staff },
  'admin GET /categories': { may: office },
  'admin POST /categories': { may: office },
  'admin PATCH /categories/:id': { may: office, none: 404 },
  'admin DELETE /categories/:id': { may: office, none: 404 },
  'admin GET /locations': { may: office },
  'admin POST /locations': { may: office },
  'admin PATCH /locations/:id': { may: office, none: 404 },
  'admin DELETE /locations/:id': { may: office, none: 404 },
  'admin GET /services': { may: office },
  'admin POST /services': { may: office },
  'admin GET /services/:id': { may: office, none: 404 },
  'admin PATCH /services/:id': { may: office, none: 404 },
  'admin DELETE /services/:id': { may: office, none: 404 },
  'admin GET /providers': { may: office },
  'admin POST /providers': { may: office },
  'admin GET /providers/:id': { may: office, none: 404 },
  'admin PATCH /providers/:id': { may: office, none: 404 },
  'admin DELETE /providers/:id': { may: office, none: 404 },
  'admin GET /providers/:id/working-hours': { may: office, none: 404 },
  'admin PUT /providers/:id/working-hours': { may: office, none: 404 },
  'admin GET /providers/:id/special-days': { may: office, none: 404 },
  'admin POST /providers/:id/special-days': { may: office, none: 404, body: { day: '2026-12-24', windows: [] } },
  'admin DELETE /providers/:id/special-days/:itemId': { may: office, none: 404 },
  'admin GET /providers/:id/absences': { may: office, none: 404 },
  'admin POST /providers/:id/absences': {
    may: office,
    none: 404,
    body: { startsAt: '2026-12-01T09:00:00Z', endsAt: '2026-12-01T10:00:00Z' },
  },
  'admin DELETE /providers/:id/absences/:itemId': { may: office, none: 404 },
  'admin GET /closures': { may: office },
  'admin POST /closures': { may: office },
  'admin DELETE /closures/:id': { may: office, none: 404 },
  'admin GET /availability/explanation': { may: staff, none: 404 },
  'admin GET /appointments': { may: staff },
  'admin POST /bookings/:reference/approval': { may: office, none: 404 },
  'admin POST /bookings/:reference/rejection': { may: office, none: 404 },
  'admin POST /bookings/:reference/cancellation': { may: office, none: 404 },
  'admin GET /customers': { may: staff },
  'admin GET /messages': { may: office },
  'admin GET /messages/:id': { may: office, none: 404 },
  'admin POST /messages/:id/retry': { may: office, none: 404 },
};

const routes = new Map<string, { endpoint: Endpoint; base: string }>([
  ...Object.entries(publicTable as Record<string, Endpoint>).map(
    ([key, endpoint]) => [key, { endpoint, base: '/api/v1' }] as const,
  ),
  ...Object.entries(adminTable as Record<string, Endpoint>).map(
    ([key, endpoint]) => [`admin ${key}`, { endpoint, base: '/api/v1/admin' }] as const,
  ),
]);

describe('the access matrix', () => {
  it('has a row for every route, and no row without one', () => {
    expect(Object.keys(matrix).sort()).to.deep.equal([...routes.keys()].sort());
  });
});

eachDatabase('who may call what (S02, S04, S11, S15)', (database) => {
  let app: TestApp;
  const cookies: Record<Role, string> = { visitor: '', provider: '', manager: '', administrator: '' };
  before(async () => {
    const clock = clockAt('2026-11-24T08:00:00Z');
    app = await startApp({ db: database.db, folder: database.folder, clock });
  });
  // Signing out is one of the routes, so every request has a session of its own.
  beforeEach(async () => {
    const now = app.context.clock.now();
    for (const role of staff) {
      const email = `${role}@example.com`;
      const known = await database.db('accounts').where({ email }).first('id');
      const id =
        known?.id ??
        (
          await database
            .db('accounts')
            .insert({ email, email_folded: email, name: role, role, password_hash: '', created_at: now })
        )[0];
      const token = makeToken(systemRandom);
      await database.db('sessions').insert({
        token_hash: sha256(token),
        account_id: id,
        created_at: now,
        seen_at: now,
        expires_at: now + 3_600_000,
      });
      cookies[role] = `bookpane=${token}`;
    }
  });
  after(() => app.stop());

  const denials = async (): Promise<number> =>
    (await database.db('audit').where({ action: 'access.denied' }).select('id')).length;

  for (const [key, { endpoint, base }] of routes) {
    const row = matrix[key];
    if (!row) continue;
    const [method = '', path = ''] = key.replace('admin ', '').split(' ');
    const filled = path.replace(':reference', '3333-3333').replace(/:\w+/g, '999999');
    const needed: Record<string, string> = {
      service: '999999',
      from: '2026-12-01',
      to: '2026-12-02',
      start: '2026-12-01T10:00:00Z',
    };
    const query = Object.keys(endpoint.query?.shape ?? {})
      .filter((name) => needed[name])
      .map((name) => `${name}=${needed[name]}`)
      .join('&');
    const call = (role: Role) =>
      app.call(method, `${base}${filled}${query ? `?${query}` : ''}`, {
        ...(endpoint.body ? { body: row.body ?? sampleOf(endpoint.body) } : {}),
        ...(cookies[role] ? { cookie: cookies[role] } : {}),
        headers: { 'idempotency-key': 'the-key-of-a-matrix-0123456789' },
      });

    it(`${key}: ${row.may.join(', ')}${row.none ? '; what is not there answers 404' : ''}`, async () => {
      for (const role of everyone) {
        const before = row.may.includes(role) ? null : await dumpOf(database.db);
        const denied = await denials();
        const { status, body } = await call(role);
        if (row.may.includes(role)) {
          const answered = key.endsWith('POST /session') ? [401] : row.none ? [404] : [200, 201, 204, 409, 422];
          expect(answered, `${role}: ${status}`).to.include(status);
        } else {
          expect([status, body.error.code], role).to.deep.equal(
            role === 'visitor' ? [401, 'not_signed_in'] : [403, 'forbidden'],
          );
          expect(await dumpOf(database.db), `${role} changed something`).to.deep.equal(before);
          if (role !== 'visitor') expect(await denials(), 'one row in the trail').to.equal(denied + 1);
        }
      }
    });
  }
});
