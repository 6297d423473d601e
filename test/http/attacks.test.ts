import { expect } from 'chai';
import { z } from 'zod';
import { adminTable, publicTable } from '../../server/api.js';
import type { Endpoint } from '../../server/lib/endpoint.js';
import type { TestAnswer, TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import { dumpOf } from '../support/dump.js';
import { sampleOf } from '../support/samples.js';
import { aShop } from '../support/shop.js';

interface Line {
  key: string;
  method: string;
  path: string;
  endpoint: Endpoint;
  admin: boolean;
}

const lines: Line[] = [
  ...Object.entries(publicTable as Record<string, Endpoint>).map(([key, endpoint]) => lineOf(key, endpoint, '/api/v1')),
  ...Object.entries(adminTable as Record<string, Endpoint>).map(([key, endpoint]) =>
    lineOf(key, endpoint, '/api/v1/admin'),
  ),
];

function lineOf(key: string, endpoint: Endpoint, base: string): Line {
  const [method = '', path = ''] = key.split(' ');
  const filled = path.replace(':reference', '3333-3333').replace(/:\w+/g, '999999');
  return { key: `${method} ${base}${path}`, method, path: base + filled, endpoint, admin: base.endsWith('/admin') };
}

/** Whether an address is one of an endpoint's: `/customers/mail` is `/customers/:number` too, to those that ask for it. */
const reaches = ({ key }: Line, path: string): boolean =>
  new RegExp(`^${key.replace(/^\w+ /, '').replace(/:\w+/g, '[^/]+')}$`).test(path);

/** What no answer may hold, whatever went wrong (ATTACKS, oracle 1). */
const internals = /node_modules|\.ts:\d|\bat \w+ \(|SELECT |INSERT |select `|sqlite|mysql|knex|express|\/server\//i;

eachDatabase('every endpoint of the tables, attacked alike', (database) => {
  let app: TestApp;
  let cookie: string;
  before(async () => {
    const clock = clockAt('2026-11-24T08:00:00Z');
    app = await startApp({
      db: database.db,
      folder: database.folder,
      clock,
      environment: { BOOKPANE_PUBLIC_URL: 'https://book.example.com' },
    });
    await aShop(database.db, clock);
    cookie = await app.signIn();
  });
  after(() => app.stop());

  /** Sends to an endpoint as somebody who may, with what it needs, and with what the attack changes. */
  const send = (
    line: Line,
    change: { method?: string; query?: string; body?: unknown; headers?: Record<string, string>; path?: string } = {},
  ): Promise<TestAnswer> => {
    const body = 'body' in change ? change.body : line.endpoint.body ? sampleOf(line.endpoint.body) : undefined;
    const query = change.query ?? queryOf(line.endpoint);
    return app.call(change.method ?? line.method, `${change.path ?? line.path}${query ? `?${query}` : ''}`, {
      ...(body === undefined ? {} : { body }),
      ...(line.admin ? { cookie } : {}),
      headers: {
        'idempotency-key': 'a-key-of-an-attack-0123456789',
        authorization: `Bearer ${'x'.repeat(43)}`,
        ...change.headers,
      },
    });
  };
  const refused = (answer: TestAnswer, hint: string): void => {
    expect(answer.status, `${hint}: ${answer.text}`).to.be.within(400, 499);
    expect(answer.text, hint).not.to.match(internals);
    expect(answer.body?.error?.code, hint).to.be.a('string');
  };
  const unchanged = async (hint: string, work: () => Promise<void>): Promise<void> => {
    const before = await dumpOf(database.db);
    await work();
    expect(await dumpOf(database.db), `${hint}: the database`).to.deep.equal(before);
  };

  for (const line of lines) {
    const { key, endpoint, admin } = line;
    const fieldsOf = endpoint.body instanceof z.ZodObject ? Object.keys(endpoint.body.shape) : [];

    if (endpoint.body) {
      it(`S24 ${key} refuses fields that it does not name`, () =>
        unchanged(key, async () => {
          for (const extra of [
            'id',
            'role',
            'is_admin',
            'status',
            'price',
            'total',
            'created_at',
            'deleted_at',
            'customer_id',
            'constructor',
          ].filter((name) => !fieldsOf.includes(name))) {
            refused(
              await send(line, { body: { ...(sampleOf(endpoint.body!) as object), [extra]: 1 } }),
              `${key} with ${extra}`,
            );
          }
          const text = JSON.stringify(sampleOf(endpoint.body!));
          refused(
            await send(line, { body: text.replace(/^\{/, `{"__proto__":{"polluted":1}${text === '{}' ? '' : ','}`) }),
            `${key} with __proto__`,
          );
          expect(({} as Record<string, unknown>)['polluted'], 'S108').to.equal(undefined);
        }));

      it(`S37 ${key} refuses objects and lists where a value belongs`, () =>
        unchanged(key, async () => {
          for (const field of fieldsOf) {
            for (const value of [{ $ne: 1 }, { [field]: 1 }, [[1]], [{ toString: 1 }]]) {
              refused(
                await send(line, { body: { ...(sampleOf(endpoint.body!) as object), [field]: value } }),
                `${key} with ${field}=${JSON.stringify(value)}`,
              );
            }
          }
          for (const body of ['[]', 'null', '1', '"text"', '[[]]'])
            refused(await send(line, { body }), `${key} with the body ${body}`);
        }));

      it(`S108 ${key} refuses bodies that are no proper JSON, too deep, too large, doubled, packed or of another kind`, () =>
        unchanged(key, async () => {
          const bodies = [
            '{',
            '{"a":1,"a":2}',
            `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
            `{"a":${'1'.repeat(30_000)}}`,
            `{"a":"${'x'.repeat(70_000)}"}`,
            `"${'x'.repeat(5_000_000)}"`,
            '',
          ];
          for (const body of bodies) refused(await send(line, { body }), `${key} with ${body.slice(0, 30)}`);
          for (const headers of [
            { 'content-type': 'application/json; charset=utf-16' },
            { 'content-encoding': 'gzip' },
            { 'content-type': 'text/plain' },
            { 'content-type': 'application/x-www-form-urlencoded' },
            { 'content-type': 'multipart/form-data; boundary=x' },
          ] as Record<string, string>[]) {
            refused(await send(line, { headers }), `S83 ${key} with ${JSON.stringify(headers)}`);
          }
        }));
    }

    it(`S109 ${key} refuses parameters that it does not name, names twice, or by the thousand`, () =>
      unchanged(key, async () => {
        const own = queryOf(endpoint);
        const name = Object.keys(endpoint.query?.shape ?? {})[0];
        const queries = [
          'unknown=1',
          'a[]=1',
          'a[0][0]=1',
          '__proto__=1',
          Array.from({ length: 1000 }, (_, index) => `p${index}=1`).join('&'),
        ];
        for (const query of queries)
          refused(await send(line, { query: own ? `${own}&${query}` : query }), `${key} with ${query.slice(0, 30)}`);
        if (name) refused(await send(line, { query: `${own}&${name}=1&${name}=2` }), `${key} with ${name} twice`);
      }));

    it(`S82 ${key} is reached by no other method`, () =>
      unchanged(key, async () => {
        const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(
          (method) =>
            method !== line.method && !lines.some((other) => other.method === method && reaches(other, line.path)),
        );
        for (const method of others) {
          const body = method === 'GET' ? undefined : {};
          const answer = await send(line, { method, body });
          expect([404, 405], `${method} ${line.path}`).to.include(answer.status);
        }
        if (line.method !== 'GET') {
          for (const headers of [
            { 'x-http-method-override': line.method },
            { 'x-method-override': line.method },
          ] as Record<string, string>[]) {
            // A GET of the same address may answer; that it changed nothing is what the dump says.
            const method = others.includes('GET') ? 'GET' : 'HEAD';
            expect((await send(line, { method, body: undefined, query: '', headers })).status, key).to.be.below(500);
          }
        }
      }));

    it(`S84 S118 ${key} answers with the headers that keep it to itself`, async () => {
      for (const origin of ['https://evil.example', 'null', 'https://book.example.com.evil.example']) {
        const { headers } = await send(line, { headers: { origin, ...(admin ? {} : { cookie }) } });
        expect(headers.get('access-control-allow-origin'), origin).to.equal(admin ? null : '*');
        expect(headers.get('access-control-allow-credentials')).to.equal(null);
        expect(headers.get('cache-control')).to.equal('no-store');
        expect(headers.get('referrer-policy')).to.equal('no-referrer');
        expect(headers.get('x-content-type-options')).to.equal('nosniff');
        expect(headers.get('strict-transport-security')).to.match(/max-age=\d{8}/);
        expect(headers.get('content-security-policy')).to.include("frame-ancestors 'none'");
        expect(headers.get('x-powered-by')).to.equal(null);
      }
    });

    if (endpoint.who !== 'anyone') {
      it(`S11 ${key} answers 401 to visitors, whatever they send`, () =>
        unchanged(key, async () => {
          for (const headers of [
            { cookie: '' },
            { cookie: '__Host-bookpane=forged' },
            { cookie: 'bookpane=x; __Host-bookpane=' },
          ] as Record<string, string>[]) {
            const answer = await app.call(line.method, line.path, {
              headers,
              ...(endpoint.body ? { body: sampleOf(endpoint.body) } : {}),
            });
            expect([answer.status, answer.body.error.code], key).to.deep.equal([401, 'not_signed_in']);
          }
        }));
    }

    if (admin && line.method !== 'GET') {
      it(`S83 ${key} refuses what another site’s page sends`, () =>
        unchanged(key, async () => {
          for (const headers of [
            { 'sec-fetch-site': 'cross-site' },
            { 'sec-fetch-site': 'same-site' },
            { origin: 'https://evil.example' },
            { origin: 'null' },
          ] as Record<string, string>[]) {
            expect((await send(line, { headers })).status, JSON.stringify(headers)).to.equal(403);
          }
        }));
    }
  }

  it('S113 says nothing of itself on unknown, odd and hidden paths', async () => {
    const paths = [
      '/api/v1/nothing',
      '/.git/config',
      '/.env',
      '/embed.js.map',
      '/server/main.ts',
      '/assets/../package.json',
      '/assets/%2e%2e/package.json',
      '/api/v1/%',
      '/%00',
      '/main.js',
      '/admin.js.map',
    ];
    for (const path of paths) {
      const answer = await app.call('GET', path);
      expect(answer.status, path).to.be.within(400, 499);
      expect(answer.text, path).not.to.match(internals);
      expect(answer.headers.get('x-powered-by')).to.equal(null);
      expect(answer.headers.get('x-content-type-options'), path).to.equal('nosniff');
    }
  });

  it('S12 keeps to the answers that the table names: anything more fails the request in tests', () => {
    expect(app.context.config.development, 'strict answers are on').to.equal(true);
  });

  /** A query string that the endpoint accepts. */
  function queryOf(endpoint: Endpoint): string {
    if (!endpoint.query) return '';
    const needed: Record<string, string> = {
      service: '1',
      from: '2026-12-01',
      to: '2026-12-02',
      start: '2026-12-01T10:00:00Z',
      of: '0'.repeat(32),
    };
    return Object.keys(endpoint.query.shape)
      .filter((name) => name in needed)
      .map((name) => `${name}=${needed[name]}`)
      .join('&');
  }
});
