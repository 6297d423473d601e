import { expect } from 'chai';
import { exportColumns } from '../../../server/customers/export/columns.js';
import { addCustomers } from '../../../server/customers/import/adding.js';
import { makeReady } from '../../../server/customers/import/ready-row.js';
import { emptyRecord } from '../../../server/customers/record/fields.js';
import { transact } from '../../../server/db/transact.js';
import type { TestApp } from '../../support/app.js';
import { startApp } from '../../support/app.js';
import { clockAt } from '../../support/clock.js';
import { eachDatabase } from '../../support/databases.js';
import { aCustomer } from '../a-customer.js';
import { importing } from '../import/importing.js';
import { nastyPeople } from './nasty-people.js';

const prefix = '/api/v1/admin/customer-exports';
const columns = Object.keys(exportColumns);

eachDatabase('an export that is imported again with nothing changed (S91, S94)', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let cookie: string;
  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    cookie = await app.signIn();
    for (const person of nastyPeople) await aCustomer(database.db, person);
  });
  after(() => app.stop());

  const exported = async (wish: object): Promise<Buffer> => {
    const body = { selection: { matching: {} }, columns, delimiter: 'comma', bom: false, ...wish };
    const prepared = await app.call('POST', prefix, { body, cookie });
    expect(prepared.status, prepared.text).to.equal(201);
    const answer = await fetch(`${app.url}${prefix}/${prepared.body.id}`, { headers: { cookie } });
    return Buffer.from(await answer.arrayBuffer());
  };
  /** Everything that is kept of the customers. */
  const kept = async () => [
    await database.db('customers').orderBy('id'),
    await database.db('customer_words').orderBy(['word', 'customer_id']),
  ];

  const comesBack = async (wish: object): Promise<void> => {
    const before = await kept();
    const file = await exported(wish);
    const imports = importing(app, () => cookie);
    const uploaded = (await imports.upload(file)).body;
    expect([uploaded.preset, uploaded.encoding], JSON.stringify(uploaded)).to.deep.equal(['bookpane', 'utf-8']);
    await imports.change(uploaded.id, { policy: 'overwrite' });
    await imports.ask(uploaded.id, 'check');
    const counts = { new: 0, update: 0, skip: before[0]?.length, error: 0 };
    const others = async () =>
      (await imports.get(uploaded.id, '/rows?pageSize=100')).body.items
        .filter((row: { reason: string }) => row.reason !== 'unchanged')
        .map((row: object) => JSON.stringify(row))
        .join('\n');
    expect((await imports.settled(uploaded.id)).counts, await others()).to.deep.equal(counts);
    expect(await others(), 'nothing is different in any row').to.equal('');
    await imports.ask(uploaded.id, 'run');
    const done = await imports.settled(uploaded.id);
    expect([done.status, done.counts]).to.deep.equal(['done', counts]);
    expect(await kept()).to.deep.equal(before);
    expect((await exported(wish)).equals(file), 'the same bytes again').to.equal(true);
  };

  for (const delimiter of ['comma', 'semicolon', 'tab'])
    for (const bom of [true, false])
      it(`leaves ${nastyPeople.length} hard cases as they are: ${delimiter}${bom ? ' with a byte order mark' : ''}`, () =>
        comesBack({ delimiter, bom })).timeout(30_000);

  it('changes one of two namesakes by the number beside the name, and nobody by the number alone (S30)', async () => {
    const twins = await database.db('customers').where({ sort_name: 'twin two' }).orderBy('id');
    const [first, second] = twins.map(({ id }) => id);
    const stranger = await database.db('customers').where({ sort_name: 'silva ana' }).first();
    const head = 'Customer number,First name,Last name,E-mail,Occupation\n';
    const rows = `${second},Two,Twin,,Potter\n${stranger.id},Eve,Stranger,eve@example.com,Thief\n`;
    const done = await importing(app, () => cookie).imported(head + rows, { policy: 'overwrite' });
    expect(done.counts).to.deep.equal({ new: 1, update: 1, skip: 0, error: 0 });
    const now = async (id: unknown) =>
      (
        await database
          .db('customers')
          .where({ id: id as number })
          .first('occupation')
      ).occupation;
    expect([await now(first), await now(second)]).to.deep.equal([null, 'Potter']);
    expect(await database.db('customers').where({ id: stranger.id }).first()).to.deep.equal(stranger);
  });

  // Two packets of an import say as much of the other database.
  const many = database.dialect === 'sqlite' ? 10_000 : 2500;
  it(`brings ${many.toLocaleString('en')} customers back to the byte (S94)`, async function () {
    this.timeout(120_000);
    const rows = Array.from({ length: many }, (_, at) => {
      const wish = nastyPeople[at % nastyPeople.length] ?? {};
      const { firstName = 'Ben', displayName = null, phone = null } = wish;
      const email = at % 3 === 0 ? null : `family${at >> 2}@example.com`;
      const values = { ...emptyRecord, firstName, lastName: `Row ${at}`, displayName, email, phone };
      return makeReady({ ...values, note: String(wish.more?.['note'] ?? '') || null }, 'PT');
    });
    await transact(database.db, (tx) => addCustomers(tx, rows, { importId: 999, at: clock.now() }));
    await comesBack({ delimiter: 'semicolon', bom: true });
  });
});
