import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { TestAnswer, TestApp } from '../../support/app.js';
import { startApp } from '../../support/app.js';
import { clockAt } from '../../support/clock.js';
import { eachDatabase } from '../../support/databases.js';
import type { Shop } from '../../support/shop.js';
import { aShop, bookOver } from '../../support/shop.js';
import { signedIn } from '../staff.js';

const ssn = '414-55-0198';
/** In whatever way it is written. */
const ssnAnyhow = /414-?55-?0198/;

eachDatabase('sensitive fields over HTTP (A022 to A024, A112, S115)', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let shop: Shop;
  let owner = '';
  let receptionist = '';
  let provider = '';
  let ana = 0;
  const admin = (method: string, path: string, cookie: string, body?: unknown): Promise<TestAnswer> =>
    app.call(method, `/api/v1/admin${path}`, { cookie, ...(body === undefined ? {} : { body }) });
  const disclose = (number: number, field: string, cookie: string) =>
    admin('POST', `/customers/${number}/disclosure`, cookie, { field });
  const search = (body: object, cookie: string) => admin('POST', '/customers/sensitive-search', cookie, body);
  const add = (fields: object, cookie = owner) =>
    admin('POST', '/customers', cookie, {
      firstName: 'Ana',
      lastName: 'Silva',
      despiteDuplicates: true,
      email: 'ana@example.com',
      ...fields,
    });
  const trail = async (action: string) =>
    (await database.db('audit').where({ action }).orderBy('id').select('*')).map((row) => ({
      subject: row.subject,
      actor: row.actor,
      values: JSON.parse(row.values),
    }));

  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    shop = await aShop(database.db, clock);
    const staff = (role: string, providerId: number | null = null) =>
      signedIn(database.db, clock.now(), { role, name: role, providerId });
    owner = (await staff('owner')).cookie;
    receptionist = (await staff('receptionist')).cookie;
    provider = (await staff('provider', shop.ada.id)).cookie;
    const made = await add({ nationality: 'US', sensitive: { ssn, mothersMaidenName: 'Conceição' } });
    expect(made.status, made.text).to.equal(201);
    ana = made.body.number;
  });
  after(() => app.stop());

  it('A022 tells forms the fields of each nationality, and what the business requires', async () => {
    const { body } = await admin('GET', '/nationalities', provider);
    const us = body.profiles.find((profile: { country: string | null }) => profile.country === 'US');
    expect(us.fields[0]).to.deep.equal({
      name: 'ssn',
      label: 'Social Security number (SSN)',
      required: true,
      hint: '123-45-6789',
      shape: '###-##-####',
      searchable: true,
    });
    expect(body.profiles.at(-1).country).to.equal(null);
    await admin('PATCH', '/settings', owner, { requiredSensitive: { PT: { nif: true }, US: { ssn: false } } });
    const after = (await admin('GET', '/nationalities', provider)).body.profiles;
    const required = (country: string) =>
      after.find((profile: { country: string }) => profile.country === country).fields[0].required;
    expect([required('US'), required('PT')]).to.deep.equal([false, true]);
    await admin('PATCH', '/settings', owner, { requiredSensitive: { PT: {}, US: {} } });
  });

  it('A023 refuses an American without an SSN, and one whose SSN is none', async () => {
    const without = await add({ nationality: 'US' });
    expect([without.status, without.body.error.field]).to.deep.equal([422, 'sensitive.ssn']);
    const wrong = await add({ nationality: 'US', sensitive: { ssn: '666-12-3456' } });
    expect([wrong.status, wrong.body.error.field]).to.deep.equal([422, 'sensitive.ssn']);
    expect(wrong.text).to.not.include('666-12');
    const other = await add({ nationality: 'PT', sensitive: { ssn } });
    expect([other.status, other.body.error.field]).to.deep.equal([422, 'sensitive.ssn']);
  });

  it('A023 A024 show the record masked, to the owner too', async () => {
    const { body, text } = await admin('GET', `/customers/${ana}`, owner);
    expect(body.sensitive).to.deep.equal([
      { field: 'ssn', label: 'Social Security number (SSN)', masked: '•••-••-0198' },
      { field: 'mothersMaidenName', label: 'Mother’s maiden name', masked: '••••••••' },
    ]);
    expect(text).to.not.match(ssnAnyhow).and.not.include('Concei');
  });

  it('A112 S115 disclose one value to those who may, and write down who asked for which field', async () => {
    expect((await disclose(ana, 'ssn', owner)).body).to.deep.equal({ value: ssn });
    expect((await disclose(ana, 'mothersMaidenName', owner)).body).to.deep.equal({ value: 'Conceição' });
    const entries = await trail('customer.disclosed');
    expect(entries.map(({ subject, values }) => [subject, values])).to.deep.equal([
      [`customer:${ana}`, { field: 'ssn' }],
      [`customer:${ana}`, { field: 'mothersMaidenName' }],
    ]);
    expect(entries[0]!.actor).to.match(/^account:\d+$/);
  });

  it('S115 answer alike for what is not there: no such value, field or customer, and by no GET', async () => {
    for (const [number, field] of [
      [ana, 'cpf'],
      [ana, 'passwordHash'],
      [ana, 'constructor'],
      [999_999, 'ssn'],
    ] as const) {
      const { status, body } = await disclose(number, field, owner);
      expect([status, body.error.code], `${number} ${field}`).to.deep.equal([404, 'not_found']);
    }
    expect((await admin('GET', `/customers/${ana}/disclosure`, owner)).status).to.equal(405);
    expect((await admin('POST', `/customers/${ana}/disclosure?field=ssn`, owner, { field: 'ssn' })).status).to.equal(
      422,
    );
  });

  it('A112 keep a receptionist and a provider from every value: 403 to reveal, search and change, masks elsewhere', async () => {
    await bookOver(app.call, shop, { provider: shop.ada.id });
    const { id: ben } = await database.db('customers').where({ first_name: 'Ben' }).first('id');
    const changed = await admin('PATCH', `/customers/${ben}`, owner, {
      version: (await admin('GET', `/customers/${ben}`, owner)).body.version,
      nationality: 'US',
      sensitive: { ssn: '899-99-0001' },
    });
    expect(changed.status, changed.text).to.equal(200);
    for (const cookie of [receptionist, provider]) {
      expect((await disclose(ben, 'ssn', cookie)).status).to.equal(403);
      expect((await search({ value: '899-99-0001' }, cookie)).status).to.equal(403);
      for (const path of [
        `/customers/${ben}`,
        '/customers',
        '/customers?q=899-99-0001',
        `/customers/${ben}/activity`,
      ]) {
        const { text } = await admin('GET', path, cookie);
        expect(text, path).to.not.match(/899-?99-?0001/);
      }
    }
    const { version } = (await admin('GET', `/customers/${ben}`, receptionist)).body;
    const forbidden = await admin('PATCH', `/customers/${ben}`, receptionist, { version, sensitive: { ssn } });
    expect(forbidden.status).to.equal(403);
  });

  it('S16 know no sort, filter or search of the list by a sensitive value', async () => {
    for (const query of ['sort=ssn', 'sort=-sensitive.ssn', 'ssn=414-55-0198', 'sensitive[ssn]=123', 'filter[ssn]=1'])
      expect((await admin('GET', `/customers?${query}`, owner)).status, query).to.equal(422);
    for (const q of ['414-55-0198', '414550198', '0198']) {
      const { body } = await admin('GET', `/customers?q=${q}`, owner);
      expect(body.items, q).to.deep.equal([]);
    }
  });

  it('S115 find who has exactly this number, in any spelling, and write down no number', async () => {
    for (const value of [ssn, '414550198', ' 414 55 0198 ']) {
      const { body, text } = await search({ value }, owner);
      expect(body.items, value).to.deep.equal([
        { number: ana, name: 'Ana Silva', status: 'active', field: 'ssn', label: 'Social Security number (SSN)' },
      ]);
      expect(text).to.not.match(ssnAnyhow);
    }
    expect((await search({ value: ssn, field: 'passportOrId' }, owner)).body.items).to.deep.equal([]);
    expect((await search({ value: '414-55-0199' }, owner)).body.items).to.deep.equal([]);
    for (const body of [{ value: '12' }, { value: '%' }, { value: 'Conceição' }, { value: ssn, field: 'cpf' }])
      expect((await search(body, owner)).status, JSON.stringify(body)).to.equal(422);
    const entries = await trail('customers.searched_by_sensitive');
    expect(entries[0]!.values.found).to.deep.equal([ana]);
    expect(JSON.stringify(entries)).to.not.match(ssnAnyhow);
  });

  it('S115 find nobody out of use to those who have no business in the trash', async () => {
    const { body } = await add({ firstName: 'Eva', nationality: 'US', sensitive: { ssn: '899-99-0002' } });
    await database.db('customers').where({ id: body.number }).update({ status: 'trashed' });
    expect((await search({ value: '899-99-0002' }, owner)).body.items[0].status).to.equal('trashed');
    await database.db('customers').where({ id: body.number }).update({ status: 'merged' });
    expect((await search({ value: '899-99-0002' }, owner)).body.items).to.deep.equal([]);
  });

  it('A070 S114 S115 stand in no audit row, outbox row or other table, and in no file of the database', async () => {
    const { version } = (await admin('GET', `/customers/${ana}`, owner)).body;
    await admin('PATCH', `/customers/${ana}`, owner, {
      version,
      sensitive: { ssn: '414-55-0199', mothersMaidenName: null },
    });
    expect((await trail('customer.changed')).at(-1)!.values).to.deep.equal({ sensitive: ['ssn', 'mothersMaidenName'] });
    const dump = await everything();
    expect(dump).to.not.match(/414-?55-?01|899-?99-?000|Concei/);
    if (!database.file) return;
    for (const file of [database.file, `${database.file}-wal`])
      expect(readFileSync(file).toString('latin1')).to.not.match(/414-?55-?01|899-?99-?000|Concei/);
  });

  /** Every row of every table as text. */
  async function everything(): Promise<string> {
    const { dumpOf } = await import('../../support/dump.js');
    const audit = await database.db('audit').select('*');
    return JSON.stringify([await dumpOf(database.db), audit]);
  }
});
