import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { ExportWish } from '../../../server/customers/export/export.js';
import { beginExport, prepareExport } from '../../../server/customers/export/export.js';
import { unguard } from '../../../server/customers/export/spreadsheet-safe.js';
import type { Actor } from '../../../server/lib/actor.js';
import { permissions } from '../../../server/lib/permissions.js';
import type { TestApp } from '../../support/app.js';
import { startApp } from '../../support/app.js';
import { clockAt } from '../../support/clock.js';
import { eachDatabase } from '../../support/databases.js';

const owner: Actor = {
  ...{ kind: 'account', accountId: 1, sessionHash: 's', name: 'Olga', providerId: null },
  permissions: new Set(permissions),
};
const columns = ['number', 'firstName', 'lastName', 'email', 'phone', 'city', 'note'] as const;
const created = Date.parse('2026-11-20T10:00:00Z');

eachDatabase('a long export', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
  });
  after(() => app.stop());

  /** Rows straight into the table, many at a time. */
  const fill = async (rows: object[]): Promise<void> => {
    for (let at = 0; at < rows.length; at += 500)
      await database.db('customers').insert(
        rows.slice(at, at + 500).map((row) => ({
          ...{ first_name: 'Ana', last_name: '', display_name: 'Ana', sort_name: 'ana' },
          ...{ search_text: ' ana', source: 'staff', created_at: created, ...row },
        })),
      );
  };
  const download = async (wish: Partial<ExportWish> = {}) => {
    const body = { selection: { matching: {} }, delimiter: 'comma', bom: false, columns: [...columns], ...wish };
    const { id } = await prepareExport(app.context, owner, body as ExportWish);
    return (await beginExport(app.context, owner, id)).body;
  };
  const textOf = async (body: AsyncIterable<unknown>): Promise<string> => {
    let text = '';
    for await (const piece of body) text += piece;
    return text;
  };

  it('reads back byte for byte, whatever the 10,000 rows hold (S91, S94)', async () => {
    const odd = fc.string({
      unit: fc.constantFrom('a', 'é', '"', ',', ';', '\t', '\n', "'", '=', '+', '-', '@', ' ', '＝', '\u202e', '😀'),
      maxLength: 12,
    });
    const values = fc.sample(fc.tuple(odd, odd, odd), { numRuns: 10_000, seed: 7 });
    await fill(values.map(([first_name, city, note]) => ({ first_name, city, note })));
    const kept = await database.db('customers').orderBy('id').select('first_name', 'city', 'note');
    for (const delimiter of ['comma', 'semicolon', 'tab'] as const) {
      const text = await textOf(await download({ delimiter, columns: ['firstName', 'city', 'note'] }));
      const sign = { comma: ',', semicolon: ';', tab: '\t' }[delimiter];
      const rows: string[][] = parse(text, { from_line: 2, delimiter: sign, record_delimiter: '\r\n' });
      expect(rows.length).to.equal(10_000);
      const read = rows.map((row) => row.map(unguard));
      const expected = kept.map(({ first_name, city, note }) => [first_name, city ?? '', note ?? '']);
      expect(JSON.stringify(read) === JSON.stringify(expected), delimiter).to.equal(true);
    }
  }).timeout(60_000);

  it('asks the database no more when its reader goes away (S92, S112)', async () => {
    let queries = 0;
    const count = () => {
      queries += 1;
    };
    const body = await download();
    const reader = body[Symbol.asyncIterator]();
    await reader.next();
    await reader.next();
    database.db.on('query', count);
    await reader.return?.();
    await sleep(150);
    database.db.removeListener('query', count);
    // The one that was under way; the whole file takes many.
    expect(queries).to.be.at.most(1);
  });

  it('goes no faster than it is read, and serves others meanwhile (S112)', async () => {
    let rowsRead = 0;
    const count = (response: unknown, query: { sql: string }) => {
      if (/select .*cell_0/.test(query.sql) && Array.isArray(response)) rowsRead += response.length;
    };
    const cookie = await app.signIn();
    const { body: prepared } = await app.call('POST', '/api/v1/admin/customer-exports', {
      body: { selection: { matching: {} }, delimiter: 'comma', bom: false, columns: [...columns] },
      cookie,
    });
    const pads = 'x'.repeat(4000);
    await database.db('customers').update({ note: pads });
    database.db.on('query-response', count);
    const answer = await fetch(`${app.url}/api/v1/admin/customer-exports/${prepared.id}`, { headers: { cookie } });
    const reader = answer.body!.getReader();
    await reader.read();
    // What lies between the two takes some of it; then nothing moves, and rows are still to come.
    for (let before = -1; before !== rowsRead; await sleep(300)) before = rowsRead;
    database.db.removeListener('query-response', count);
    expect(rowsRead, 'it waits for its reader').to.be.within(1, 9000);
    expect((await app.call('GET', '/api/v1/admin/customers', { cookie })).status).to.equal(200);
    await reader.cancel();
  }).timeout(60_000);

  it('has at most two batches of 2,000 in memory, however long the file is (S92)', async () => {
    const body = await download();
    let rowsRead = 0;
    const count = (response: unknown, query: { sql: string }) => {
      if (/select .*cell_0/.test(query.sql) && Array.isArray(response)) rowsRead += response.length;
    };
    database.db.on('query-response', count);
    let rowsTaken = 0;
    let most = 0;
    let bytes = 0;
    for await (const piece of body) {
      await sleep(2);
      const lines = String(piece).split('\r\n').length - 1;
      rowsTaken += lines;
      bytes += String(piece).length;
      most = Math.max(most, rowsRead - rowsTaken + lines);
    }
    database.db.removeListener('query-response', count);
    expect(bytes).to.be.above(20_000_000);
    expect(most).to.be.within(900, 4001);
  }).timeout(60_000);
});
