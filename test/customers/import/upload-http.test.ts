import { request as httpRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { makeToken, sha256, systemRandom } from '../../../server/lib/ids.js';
import type { TestApp } from '../../support/app.js';
import { startApp } from '../../support/app.js';
import { becomes } from '../../support/becomes.js';
import { eachDatabase } from '../../support/databases.js';
import type { Importing } from './importing.js';
import { importing } from './importing.js';

eachDatabase('bringing a file to import', (database) => {
  let app: TestApp;
  let cookie: string;
  let imports: Importing;
  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder });
    cookie = await app.signIn();
    imports = importing(app, () => cookie);
  });
  after(() => app.stop());

  const left = async (): Promise<number[]> => {
    const counts = [];
    for (const table of ['imports', 'import_pieces', 'import_chunks'])
      counts.push(Number((await database.db(table).count({ n: '*' }))[0]?.['n']));
    return counts;
  };

  const bombs: [string, () => Buffer, string][] = [
    ['an empty file', () => Buffer.alloc(0), 'empty'],
    ['a header alone', () => Buffer.from('First name,Last name\n'), 'empty'],
    ['a million empty lines', () => Buffer.alloc(1_000_000, '\n'), 'empty'],
    ['a million columns', () => Buffer.alloc(1_000_000, ';'), 'too_many_columns'],
    [
      'eight million delimiters',
      () => Buffer.concat([Buffer.from('a;b\n'), Buffer.alloc(8_000_000, ';')]),
      'row_too_long',
    ],
    ['one cell of 20 MB', () => Buffer.concat([Buffer.from('a;b\n1;'), Buffer.alloc(20_000_000, 'x')]), 'row_too_long'],
    [
      'a quote that is never closed',
      () => Buffer.concat([Buffer.from('a,b\n1,"'), Buffer.alloc(5_000_000, 'x,y\n')]),
      'row_too_long',
    ],
    ['a quote open at the end', () => Buffer.from('a,b\n1,"open\n2,3\n'), 'open_quote'],
    ['a cell of 40,000 characters', () => Buffer.from(`a,b\n1,${'x'.repeat(40_000)}\n`), 'cell_too_long'],
    ['gzip', () => gzipSync(Buffer.alloc(10_000_000, 'a,b\n')), 'packed'],
    ['a spreadsheet', () => Buffer.from('PK\u0003\u0004rest of a zip'), 'packed'],
    ['NUL bytes', () => Buffer.from('Name,E-mail\nAna\0,ana@example.com\n'), 'nul'],
    [
      'broken UTF-8 behind its mark',
      () => Buffer.concat([Buffer.from('\uFEFFName\nAn'), Buffer.from('c0af0a', 'hex')]),
      'encoding',
    ],
  ];
  for (const [name, file, reason] of bombs)
    it(`refuses ${name}, and nothing is left of it (S93, S94)`, async () => {
      const before = await left();
      const answer = await imports.upload(file());
      expect([answer.status, answer.body.error.code, answer.body.error.details.reason]).to.deep.equal([
        422,
        'invalid_request',
        reason,
      ]);
      expect(await left()).to.deep.equal(before);
    });

  it('refuses 200 MB at once, other kinds, and compressed bodies (S93)', async () => {
    const declared = await new Promise<number>((resolve, reject) => {
      const sent = httpRequest(
        `${app.url}/api/v1/admin/customers/imports`,
        { method: 'POST', headers: { cookie, 'content-type': 'text/csv', 'content-length': 200 * 1024 * 1024 } },
        (response) => {
          resolve(response.statusCode ?? 0);
          sent.destroy();
        },
      );
      sent.on('error', reject);
      sent.write('a,b\n');
    });
    expect(declared).to.equal(413);
    expect((await imports.upload('a,b\n', { media: 'application/json' })).status).to.equal(415);
    expect((await imports.upload('a,b\n', { media: 'multipart/form-data; boundary=x' })).status).to.equal(415);
  });

  it('survives uploads that break off, and leaves nothing of them (S99)', async () => {
    const before = await left();
    for (let round = 0; round < 20; round += 1) {
      await new Promise<void>((resolve) => {
        const sent = httpRequest(`${app.url}/api/v1/admin/customers/imports`, {
          method: 'POST',
          headers: { cookie, 'content-type': 'text/csv', 'transfer-encoding': 'chunked' },
        });
        sent.on('error', () => resolve());
        sent.on('close', () => resolve());
        sent.write('First name,Last name\nAna,Silva\n');
        setTimeout(() => sent.destroy(), 5);
      });
    }
    await becomes(left, before);
    expect((await imports.upload('First name\nAna\n')).status).to.equal(201);
  });

  const text = 'Vorname;Nachname;E-Mail\r\nZoë;Müller;zoe@example.com\nŁukasz;‮Grün;l@example.com\r';
  const wide = (order: 'le' | 'be', mark: string): Buffer => {
    const bytes = Buffer.from(mark + text, 'utf16le');
    return order === 'le' ? bytes : bytes.swap16();
  };
  const encodings: [string, Buffer, string][] = [
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['UTF-16 LE', wide('le', '\uFEFF'), 'utf-16le'],
    ['UTF-16 BE', wide('be', '\uFEFF'), 'utf-16be'],
    ['UTF-16 LE without a mark', wide('le', ''), 'utf-16le'],
  ];
  for (const [name, bytes, encoding] of encodings)
    it(`understands ${name}, mixed line ends, and text that turns its direction (S94)`, async () => {
      const { body } = await imports.upload(bytes);
      expect(body).to.include({ encoding, delimiter: ';', header: true, rows: 2 });
      expect(body.head).to.deep.equal([
        ['Zoë', 'Müller', 'zoe@example.com'],
        ['Łukasz', '‮Grün', 'l@example.com'],
      ]);
    });

  it('understands tabs, as pasted from a spreadsheet, and a table without a header', async () => {
    const { body } = await imports.upload('Ana\tSilva\tana@example.com\nBen\tMiller\tben@example.com', {
      media: 'text/plain',
    });
    expect(body).to.include({ delimiter: '\t', header: false, rows: 2 });
    expect(body.columns[2]).to.deep.equal({
      name: '',
      samples: ['ana@example.com', 'ben@example.com'],
      field: null,
      internal: false,
    });
  });

  it('ignores columns of a program’s insides, with a warning, and never writes by number (S30)', async () => {
    const file =
      'id,role,password_hash,user_id,deleted_at,status,First name,Last name,E-mail\n1,owner,$argon2$x,1,2020-01-01,erased,Eve,Attacker,eve@example.com\n';
    const [account] = await database.db('accounts').select('role', 'password_hash').orderBy('id');
    const first = await database.db('customers').orderBy('id').first();
    const done = await imports.imported(file, { policy: 'overwrite' });
    expect(
      done.columns
        .filter((column: { internal: boolean }) => column.internal)
        .map((column: { name: string; field: null }) => [column.name, column.field]),
    ).to.deep.equal(['id', 'role', 'password_hash', 'user_id', 'deleted_at', 'status'].map((name) => [name, null]));
    const eve = await database.db('customers').where({ sort_name: 'attacker eve' }).first();
    expect(eve).to.include({ status: 'active', email: 'eve@example.com', import_id: done.id });
    expect(
      await database
        .db('customers')
        .where({ id: first?.id ?? eve.id })
        .first(),
    ).to.deep.equal(first ?? eve);
    expect((await database.db('accounts').select('role', 'password_hash').orderBy('id'))[0]).to.deep.equal(account);
  });

  it('stores quotes, backslashes, templates and formulas as they are (S36)', async () => {
    const names = [`O'Neil \\" x`, "'; DROP TABLE customers; --", '0x41', '=1+1', '{{7*7}}', '%00'];
    const file = `First name,Last name,E-mail\n${names.map((name, at) => `"${name.replaceAll('"', '""')}",Literal,l${at}@example.com`).join('\n')}\n`;
    await imports.imported(file);
    const rows = await database.db('customers').where({ last_name: 'Literal' }).orderBy('id').select('first_name');
    expect(rows.map((row) => row.first_name)).to.deep.equal(names);
  });

  it('belongs to the account that made it: to another one it is not there (S100)', async () => {
    const { body } = await imports.upload('First name\nAna\n');
    const now = app.context.clock.now();
    const someone = { email: 'other@example.com', email_folded: 'other@example.com', name: 'Other', role: 'manager' };
    const [accountId] = await database.db('accounts').insert({ ...someone, password_hash: '', created_at: now });
    const token = makeToken(systemRandom);
    const session = { token_hash: sha256(token), account_id: accountId, created_at: now, seen_at: now };
    await database.db('sessions').insert({ ...session, expires_at: now + 3_600_000 });
    const other = `bookpane=${token}`;
    const path = `/api/v1/admin/customers/imports/${body.id}`;
    for (const [method, part] of [
      ['GET', ''],
      ['GET', '/rows'],
      ['GET', '/refused'],
      ['POST', '/check'],
      ['POST', '/run'],
      ['POST', '/undo'],
      ['DELETE', ''],
    ] as const) {
      const answer = await app.call(method, path + part, { cookie: other });
      expect([answer.status, answer.body.error.code], `${method} ${part}`).to.deep.equal([404, 'not_found']);
    }
    expect((await app.call('GET', '/api/v1/admin/customers/imports', { cookie: other })).body.total).to.equal(0);
    expect((await imports.get(body.id)).status).to.equal(200);
    expect((await app.call('DELETE', path, { cookie })).status).to.equal(204);
    expect((await imports.get(body.id)).status).to.equal(404);
  });
});
