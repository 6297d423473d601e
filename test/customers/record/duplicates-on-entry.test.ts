import { expect } from 'chai';
import { recogniseCustomer } from '../../../server/customers/recognise.js';
import { notePairs } from '../../../server/customers/record/pairs.js';
import { transact } from '../../../server/db/transact.js';
import type { TestAnswer, TestApp } from '../../support/app.js';
import { startApp } from '../../support/app.js';
import { clockAt } from '../../support/clock.js';
import { eachDatabase } from '../../support/databases.js';
import { signedIn } from '../staff.js';

eachDatabase('possible duplicates when a customer is written down', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let cookie: string;
  const add = (body: object): Promise<TestAnswer> => app.call('POST', '/api/v1/admin/customers', { body, cookie });
  const pairs = () =>
    database.db('customer_pairs').orderBy(['low_id', 'high_id']).select('low_id', 'high_id', 'reason');

  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    ({ cookie } = await signedIn(database.db, clock.now(), { role: 'owner' }));
  });
  after(() => app.stop());
  beforeEach(async () => {
    await database.db('customer_pairs').delete();
    await database.db('customer_words').delete();
    await database.db('customers').delete();
  });

  const ana = {
    firstName: 'Ana',
    lastName: 'Silva',
    email: 'ana@example.com',
    phone: '912 345 678',
    birthDate: '1990-01-02',
  };

  it('names who has the same e-mail, the same phone, or the same name and date of birth, and adds nobody', async () => {
    const { body: known } = await add(ana);
    const alike: [string, object][] = [
      ['email', { firstName: 'Rui', lastName: 'Silva', email: 'ANA@example.com' }],
      ['phone', { firstName: 'Rui', lastName: 'Silva', email: 'rui@example.com', phone: '+351912345678' }],
      ['name', { firstName: 'ANÁ', lastName: 'silva', email: 'other@example.com', birthDate: '1990-01-02' }],
    ];
    for (const [reason, person] of alike) {
      const refused = await add(person);
      expect([refused.status, refused.body.error.code], reason).to.deep.equal([409, 'conflict']);
      expect(refused.body.error.details.duplicates).to.deep.equal([
        { number: known.number, name: 'Ana Silva', email: 'ana@example.com', phone: '912 345 678', reason },
      ]);
    }
    expect(await database.db('customers')).to.have.length(1);
    expect((await add({ firstName: 'Ana', lastName: 'Silva', email: 'namesake@example.com' })).status).to.equal(201);
  });

  it('adds all the same when told so, and remembers the pair', async () => {
    const { body: known } = await add(ana);
    const made = await add({ ...ana, firstName: 'Rui', despiteDuplicates: true });
    expect(made.status).to.equal(201);
    expect(await pairs()).to.deep.equal([{ low_id: known.number, high_id: made.body.number, reason: 'email' }]);
  });

  it('names at most five, and remembers at most five', async () => {
    for (let index = 0; index < 8; index += 1)
      await add({
        firstName: `Child${index}`,
        lastName: 'Silva',
        email: 'family@example.com',
        despiteDuplicates: true,
      });
    await database.db('customer_pairs').delete();
    const person = { firstName: 'Ninth', lastName: 'Silva', email: 'family@example.com' };
    expect((await add(person)).body.error.details.duplicates).to.have.length(5);
    await add({ ...person, despiteDuplicates: true });
    expect(await pairs()).to.have.length(5);
  });

  it('remembers no more than five, however many it is told of', async () => {
    const many = [2, 3, 4, 5, 6, 7, 8].map((number) => ({ number, reason: 'email' as const }));
    await transact(database.db, (tx) => notePairs(tx, 1, many, clock.now()));
    expect((await pairs()).map(({ high_id }) => high_id)).to.deep.equal([2, 3, 4, 5, 6]);
  });

  it('passes over those in the trash', async () => {
    const { body: known } = await add(ana);
    await database.db('customers').where({ id: known.number }).update({ status: 'trashed', identity_key: null });
    expect((await add(ana)).status).to.equal(201);
  });

  it('remembers a pair when a change makes two alike, and leaves one that was dismissed as it is', async () => {
    const { body: known } = await add(ana);
    const { body: other } = await add({ firstName: 'Rui', lastName: 'Costa', email: 'rui@example.com' });
    const path = `/api/v1/admin/customers/${other.number}`;
    const changed = await app.call('PATCH', path, { body: { version: 1, phone: '+351 912345678' }, cookie });
    expect(changed.status, changed.text).to.equal(200);
    expect(await pairs()).to.deep.equal([{ low_id: known.number, high_id: other.number, reason: 'phone' }]);
    await database.db('customer_pairs').update({ dismissed_at: 5 });
    await app.call('PATCH', path, { body: { version: 2, email: 'ana@example.com' }, cookie });
    const [pair] = await database.db('customer_pairs');
    expect([pair.reason, pair.dismissed_at]).to.deep.equal(['phone', 5]);
  });

  it('remembers a booking with an e-mail that another has, and tells of one in the trash without touching it', async () => {
    const { body: known } = await add(ana);
    const person = {
      firstName: 'Rui',
      lastName: 'Silva',
      email: 'ana@example.com',
      phone: null,
      language: 'en',
      timeZone: 'UTC',
    };
    const rui = await transact(database.db, (tx) => recogniseCustomer(tx, person, 'PT', clock.now()));
    expect(rui).to.include({ added: true, trashed: null });
    expect(await pairs()).to.deep.equal([{ low_id: known.number, high_id: rui.id, reason: 'email' }]);

    await database.db('customers').where({ id: known.number }).update({ status: 'trashed', identity_key: null });
    const again = await transact(database.db, (tx) =>
      recogniseCustomer(tx, { ...person, firstName: 'ana' }, 'PT', clock.now()),
    );
    expect(again).to.include({ added: true, trashed: known.number });
    expect((await database.db('customers').where({ id: known.number }).first()).status).to.equal('trashed');
  });

  it('makes two records and no error of two who add the same person in the same moment', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => add({ ...ana, despiteDuplicates: true })));
    expect(answers.map(({ status }) => status)).to.deep.equal([201, 201, 201]);
    const keys = await database.db('customers').whereNotNull('identity_key');
    expect(keys).to.have.length(1);
  });
});
