import { expect } from 'chai';
import type { TestAnswer, TestApp } from '../../support/app.js';
import { startApp } from '../../support/app.js';
import { clockAt } from '../../support/clock.js';
import { cpuTimeOf } from '../../support/cpu-time.js';
import { eachDatabase } from '../../support/databases.js';
import type { Shop } from '../../support/shop.js';
import { aShop, bookOver } from '../../support/shop.js';
import { signedIn } from '../staff.js';

eachDatabase('changing a customer', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let cookie: string;
  let shop: Shop;
  let count = 0;
  const patch = (number: number, body: object, as = cookie): Promise<TestAnswer> =>
    app.call('PATCH', `/api/v1/admin/customers/${number}`, { body, cookie: as });
  const read = async (number: number) => (await app.call('GET', `/api/v1/admin/customers/${number}`, { cookie })).body;
  const someone = async (fields: object = {}) => {
    count += 1;
    const body = { firstName: 'Ben', lastName: 'Miller', email: `ben${count}@example.com`, ...fields };
    const made = await app.call('POST', '/api/v1/admin/customers', {
      body: { ...body, despiteDuplicates: true },
      cookie,
    });
    expect(made.status, made.text).to.equal(201);
    return made.body;
  };
  const trailOf = async (number: number) =>
    (
      await database
        .db('audit')
        .where({ subject: `customer:${number}`, action: 'customer.changed' })
        .select('values')
    ).map((row) => JSON.parse(row.values));

  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    ({ cookie } = await signedIn(database.db, clock.now(), { role: 'owner' }));
    shop = await aShop(database.db, clock);
  });
  after(() => app.stop());

  it('changes what is named, leaves the rest, and writes each difference down (A063, A069, A070)', async () => {
    const ben = await someone({ phone: '912 345 678', note: 'Old' });
    clock.advance(60_000);
    const changed = await patch(ben.number, { version: 1, newsletter: true, phone: null, note: 'New', city: 'Porto' });
    expect(changed.status, changed.text).to.equal(200);
    expect(changed.body).to.deep.equal({
      ...ben,
      version: 2,
      newsletter: true,
      phone: null,
      phoneShown: null,
      note: 'New',
      city: 'Porto',
      updatedAt: '2026-11-24T08:01:00Z',
    });
    expect(await read(ben.number)).to.deep.equal(changed.body);
    expect(await trailOf(ben.number)).to.deep.equal([
      {
        newsletter: { from: false, to: true },
        phone: { from: '912 345 678', to: null },
        note: { from: 'Old', to: 'New' },
        city: { from: null, to: 'Porto' },
      },
    ]);
  });

  it('composes the name anew when first or last name change, unless a display name was typed (A013)', async () => {
    const ben = await someone();
    expect((await patch(ben.number, { version: 1, lastName: 'Müller' })).body.name).to.equal('Ben Müller');
    expect((await patch(ben.number, { version: 2, displayName: 'Benny' })).body.name).to.equal('Benny');
    expect((await patch(ben.number, { version: 3, firstName: 'Benedikt' })).body.name).to.equal('Benny');
    expect((await patch(ben.number, { version: 4, displayName: null })).body.name).to.equal('Benedikt Müller');
    const found = await app.call('GET', '/api/v1/admin/customers?q=benedikt', { cookie });
    expect(found.body.items.map((row: { number: number }) => row.number)).to.include(ben.number);
  });

  it('changes what the appointments show, and not what the booking said (A071)', async () => {
    const contact = { firstName: 'Carla', lastName: 'Sousa', email: 'carla@example.com', phone: null };
    expect((await bookOver(app.call, shop, { contact })).status).to.equal(201);
    const { id } = await database.db('customers').where({ email_folded: 'carla@example.com' }).first('id');
    expect((await patch(id, { version: 1, lastName: 'Souza' })).status).to.equal(200);
    const list = await app.call('GET', '/api/v1/admin/appointments?from=2026-12-01&to=2026-12-01', { cookie });
    expect(list.body.items[0].bookings[0].customer).to.deep.equal({ id, name: 'Carla Souza' });
    expect((await database.db('bookings').where({ customer_id: id }).first()).last_name).to.equal('Sousa');
  });

  it('changes nothing of a record when somebody books with its e-mail (S21)', async () => {
    const contact = { firstName: 'Dora', lastName: 'Lima', email: 'dora@example.com', phone: '912 000 111' };
    await bookOver(app.call, shop, { contact, start: '2026-12-02T10:00:00Z' });
    const find = () => database.db('customers').where({ email_folded: 'dora@example.com' }).orderBy('id');
    const [before] = await find();
    await bookOver(app.call, shop, {
      contact: { ...contact, firstName: 'DORA', phone: '+351 933 999 999' },
      start: '2026-12-03T10:00:00Z',
    });
    await bookOver(app.call, shop, {
      contact: { ...contact, firstName: 'Mallory', phone: '+351 933 999 999' },
      start: '2026-12-03T11:00:00Z',
    });
    const [after, mallory] = await find();
    expect(after).to.deep.equal({ ...before, latest_start_at: Date.parse('2026-12-03T10:00:00Z') });
    expect(mallory).to.include({ first_name: 'Mallory' });
    const booked = await database.db('bookings').where({ customer_id: before.id }).orderBy('id').select('phone');
    expect(booked.map(({ phone }) => phone)).to.deep.equal(['912 000 111', '+351 933 999 999']);
  });

  it('answers a change from an old version with both versions, and changes nothing', async () => {
    const ben = await someone();
    const first = await patch(ben.number, { version: 1, city: 'Porto', note: 'First' });
    const stale = await patch(ben.number, { version: 1, city: 'Faro', note: 'First' });
    expect([stale.status, stale.body.error.code]).to.deep.equal([409, 'stale']);
    expect(stale.body.error.details).to.deep.equal({
      current: first.body,
      changed: [{ field: 'city', yours: 'Faro', theirs: 'Porto' }],
    });
    expect(await read(ben.number)).to.deep.equal(first.body);
  });

  it('lets one of ten edits from one version through, whichever it is', async () => {
    const ben = await someone();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => patch(ben.number, { version: 1, lastName: `Miller${index}` })),
    );
    const won = answers.filter(({ status }) => status === 200);
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, ...Array(9).fill(409)]);
    const now = await read(ben.number);
    expect(now).to.deep.equal(won[0]?.body);
    expect(now.version).to.equal(2);
    expect(await trailOf(ben.number)).to.have.length(1);
    const words = await database.db('customer_words').where({ customer_id: ben.number }).select('word');
    expect(words.map(({ word }) => word)).to.deep.equal(['ben']);
  });

  it('writes nothing for a change that changes nothing', async () => {
    const ben = await someone();
    expect((await patch(ben.number, { version: 1, firstName: 'Ben', phone: null })).body.version).to.equal(1);
    expect(await trailOf(ben.number)).to.deep.equal([]);
  });

  it('refuses to empty what is required, and not to leave empty what was (A014, A015)', async () => {
    const ben = await someone();
    const emptied = await patch(ben.number, { version: 1, email: null });
    expect([emptied.status, emptied.body.error.field]).to.deep.equal([422, 'email']);
    const nameless = await patch(ben.number, { version: 1, lastName: null });
    expect([nameless.status, nameless.body.error.field]).to.deep.equal([422, 'lastName']);
    await database
      .db('customers')
      .where({ id: ben.number })
      .update({ email: null, email_folded: null, identity_key: null });
    expect((await patch(ben.number, { version: 1, email: null, city: 'Porto' })).status).to.equal(200);
  });

  it('keeps sensitive values out of the trail, and refuses them from those who may not see them (A023)', async () => {
    const ben = await someone();
    const changed = await patch(ben.number, { version: 1, nationality: 'US', sensitive: { ssn: '123-45-6789' } });
    expect(changed.status, changed.text).to.equal(200);
    expect(changed.body.sensitive[0]).to.include({ field: 'ssn', masked: '•••-••-6789' });
    expect(await trailOf(ben.number)).to.deep.equal([{ nationality: { from: null, to: 'US' }, sensitive: ['ssn'] }]);
    const { cookie: receptionist } = await signedIn(database.db, clock.now(), { role: 'receptionist' });
    const refused = await patch(ben.number, { version: 2, sensitive: { ssn: null } }, receptionist);
    expect([refused.status, refused.body.error.field]).to.deep.equal([403, 'sensitive']);
    expect((await patch(ben.number, { version: 2, city: 'Porto' }, receptionist)).status).to.equal(200);
  });

  it('asks for what the nationality calls for, as the business decided (A022, A023, A024)', async () => {
    const ben = await someone();
    const american = { version: 1, nationality: 'US' };
    const refused = await patch(ben.number, american);
    expect([refused.status, refused.body.error.field]).to.deep.equal([422, 'sensitive.ssn']);
    const settings = (required: object) =>
      app.call('PATCH', '/api/v1/admin/settings', { body: { requiredSensitive: { US: required } }, cookie });
    await settings({ ssn: false, mothersMaidenName: true });
    expect((await patch(ben.number, american)).body.error.field).to.equal('sensitive.mothersMaidenName');
    await settings({});
  });

  it('finds nobody for a number that is not there, and changes nobody in the trash', async () => {
    expect((await patch(999_999, { version: 1, city: 'Porto' })).status).to.equal(404);
    const ben = await someone();
    await database.db('customers').where({ id: ben.number }).update({ status: 'trashed' });
    expect((await patch(ben.number, { version: 1, city: 'Porto' })).status).to.equal(409);
  });

  it('reads long nonsense in an instant (S110)', async () => {
    const long = ['a'.repeat(30_000), `${'a.'.repeat(15_000)}@`, '1 '.repeat(15_000), '-'.repeat(30_000)];
    const ben = await someone();
    for (const text of long)
      for (const field of ['email', 'phone', 'firstName', 'birthDate', 'timeZone', 'language']) {
        const time = await cpuTimeOf(async () => {
          expect((await patch(ben.number, { version: 1, [field]: text })).status).to.equal(422);
        });
        expect(time, field).to.be.below(250);
      }
  });
});
