import { verify } from '@node-rs/argon2';
import { expect } from 'chai';
import type { Scene } from '../customers/trash/scene.js';
import { aScene } from '../customers/trash/scene.js';
import type { TestAnswer } from '../support/app.js';
import { manager as owner } from '../support/app.js';
import { eachDatabase } from '../support/databases.js';
import { aMember } from '../support/team.js';

const password = 'mellow otter paddles';
const other = 'quiet heron glides';

eachDatabase('logins of customers', (database) => {
  let scene: Scene;
  let lap = 0;
  before(async () => {
    scene = await aScene(database);
  });
  after(() => scene.app.stop());

  const address = (): string => {
    lap += 1;
    return `person${lap}@example.com`;
  };
  const create = (login: object, more: object = {}, cookie?: string) => {
    const person = { firstName: 'Ana', email: address(), lastName: `Silva ${lap}` };
    return scene.admin('POST', '/customers', { ...person, login, ...more }, cookie);
  };
  const give = (number: number, login: object, cookie?: string) =>
    scene.admin('POST', `/customers/${number}/login`, login, cookie);
  const login = async (number: number) => (await scene.admin('GET', `/customers/${number}`)).body.login;
  const unlink = (number: number) => scene.admin('DELETE', `/customers/${number}/login`);
  const hashOf = async (email: string): Promise<string> =>
    (await database.db('logins').where({ email_key: email }).first('password_hash')).password_hash;
  const refused = ({ status, body }: TestAnswer) => [status, body.error.code, body.error.field];
  const count = async (table: string): Promise<number> =>
    Number((await database.db(table).count({ count: '*' }).first())?.['count']);

  it('come with a new customer, password and all, and show in record and list (A028, A032, A096, A044)', async () => {
    const email = address();
    const made = await create(
      { email: email.toUpperCase(), password, passwordConfirmation: password },
      { email, lastName: 'Withalogin' },
    );
    expect(made.status, made.text).to.equal(201);
    const { id } = await database.db('logins').where({ email_key: email }).first('id');
    const shown = { id, email: email.toUpperCase(), status: 'active' };
    expect(made.body.login).to.deep.equal(shown);
    const list = await scene.admin('GET', '/customers?q=withalogin');
    expect(list.body.items[0].login).to.deep.equal(shown);
    const hash = await hashOf(email);
    expect(hash).to.match(/^\$argon2id\$/);
    expect(await verify(hash, password)).to.equal(true);
    expect(await scene.trail(`customer:${made.body.number}`)).to.deep.equal([
      'customer.created',
      'customer.login_created',
    ]);
    expect(await login(await scene.add())).to.equal(null);
  });

  it('are made together with the customer or not at all, whatever is wrong (A028, A096)', async () => {
    const email = address();
    const before = [await count('customers'), await count('logins')];
    const wrong: [object, string][] = [
      [{ email, password, passwordConfirmation: other }, 'login.passwordConfirmation'],
      [{ email, password: 'too short' }, 'login.password'],
      [{ email, password: 'bookpane bookpane' }, 'login.password'],
      [{ email, password: `${email} 1` }, 'login.password'],
      [{ email }, 'login.password'],
      [{ password }, 'login.email'],
      [{ email: 'nowhere', password }, 'login.email'],
      [{ id: 1, password }, 'login.password'],
      [{ email, password, status: 'active' }, 'login.status'],
    ];
    for (const [wish, field] of wrong)
      expect(refused(await create(wish)), JSON.stringify(wish)).to.deep.equal([422, 'invalid_request', field]);
    expect(refused(await create({ id: 999_999 }))).to.deep.equal([404, 'not_found', 'login.id']);
    const taken = (await create({ email, password })).body.login;
    const again = await create({ email, password: other }, { email: address() });
    expect(refused(again)).to.deep.equal([409, 'conflict', 'login.email']);
    expect([await count('customers'), await count('logins')]).to.deep.equal([before[0]! + 1, before[1]! + 1]);
    // Somebody who looks like the same person is asked about before, and leaves no login either.
    const twin = await create({ email: address(), password }, { email: taken.email, firstName: 'Twin' });
    const second = await create({ email: address(), password }, { email: taken.email, firstName: 'Twin' });
    expect([twin.status, second.status]).to.deep.equal([201, 409]);
    expect(second.body.error.details.duplicates).to.have.length(1);
    expect(await count('logins')).to.equal(before[1]! + 2);
  });

  it('of one address are one, however many ask for it at once (A096)', async () => {
    const email = address();
    const answers = await Promise.all([1, 2, 3].map(() => create({ email, password }, { despiteDuplicates: true })));
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([201, 409, 409]);
    const numbers = [await scene.add(), await scene.add()];
    const fresh = address();
    const given = await Promise.all(numbers.map((number) => give(number, { email: fresh, password })));
    expect(given.map(({ status }) => status).sort()).to.deep.equal([201, 409]);
  });

  it('are unlinked, found among those that serve nobody, and linked again (A097)', async () => {
    const email = address();
    const ana = (await create({ email, password })).body.number;
    const bea = await scene.add({ firstName: 'Bea', email: address() });
    const { id } = await login(ana);
    const search = async (q: string) =>
      (await scene.admin('GET', `/logins?q=${q}`)).body.items.map((item: { id: number }) => item.id);
    expect(await search(email)).to.deep.equal([]);
    const inUse = await give(bea, { id });
    expect([...refused(inUse), inUse.body.error.details.reason]).to.deep.equal([409, 'conflict', 'id', 'login_in_use']);
    expect((await unlink(ana)).status).to.equal(204);
    expect(await login(ana)).to.equal(null);
    expect(await search(email.slice(0, 7).toUpperCase())).to.include(id);
    // The same address once more: there is something to link instead.
    const offered = await give(bea, { email, password: other });
    expect(refused(offered)).to.deep.equal([409, 'conflict', 'email']);
    expect(offered.body.error.details).to.deep.equal({
      reason: 'login_exists',
      login: { id, email, status: 'active' },
    });
    const linked = await give(bea, { id });
    expect([linked.status, linked.body.email, linked.body.otherCustomers]).to.deep.equal([201, email, 0]);
    expect(await verify(await hashOf(email), password), 'the password is as it was').to.equal(true);
    expect(refused(await give(bea, { email: address(), password }))[0], 'one login a customer').to.equal(409);
    expect(await scene.trail(`customer:${bea}`)).to.deep.equal(['customer.login_linked']);
    expect((await scene.trail(`customer:${ana}`)).at(-1)).to.equal('customer.login_unlinked');
  });

  it('serve a family with one address, and nobody else beside it (A097, S19)', async () => {
    const email = address();
    const mother = (await create({ email, password }, { email })).body;
    const child = await scene.add({ firstName: 'Child', email });
    const stranger = await scene.add({ firstName: 'Stranger', email: address() });
    const refusal = await give(stranger, { email, password: other });
    expect(refusal.body.error.details, 'nothing to link for a stranger').to.deep.equal({
      ...{ reason: 'login_exists', login: null },
    });
    const offer = (await give(child, { email, password: other })).body.error.details.login;
    expect((await give(child, { id: offer.id })).body.otherCustomers).to.equal(1);
    expect(await login(child)).to.deep.equal(mother.login);
  });

  it('are another door than the accounts of staff, whatever their address (A097, S19)', async () => {
    const made = await create({ email: owner.email, password }, { despiteDuplicates: true });
    expect(made.status, made.text).to.equal(201);
    const signIn = (given: string) =>
      scene.app.call('POST', '/api/v1/admin/session', { body: { email: owner.email, password: given } });
    expect((await signIn(password)).status).to.equal(401);
    expect((await signIn(owner.password)).status).to.equal(201);
    const { id } = await database.db('accounts').where({ email: owner.email }).first('id');
    await unlink(made.body.number);
    const ids = (await scene.admin('GET', '/logins')).body.items.map((item: { email: string }) => item.email);
    expect(ids.filter((email: string) => email === owner.email)).to.have.length(1);
    const ghost = await give(await scene.add(), { id: id + 900_000 });
    expect(ghost.status).to.equal(404);
  });

  it('keep their address when the customer gets another one (S20)', async () => {
    const email = address();
    const { number, version } = (await create({ email, password }, { email })).body;
    const changed = await scene.admin('PATCH', `/customers/${number}`, { version, email: address() });
    expect(changed.body.login.email).to.equal(email);
  });

  it('get another password, checked and confirmed (A028)', async () => {
    const email = address();
    const { number } = (await create({ email, password })).body;
    const set = (body: object) => scene.admin('POST', `/customers/${number}/login/password`, body);
    expect(refused(await set({ password: other, passwordConfirmation: password }))[2]).to.equal('passwordConfirmation');
    const weak = await set({ password: 'passwordpassword' });
    expect([...refused(weak), weak.body.error.details.reason]).to.deep.equal([
      ...[422, 'invalid_request', 'password', 'common'],
    ]);
    expect((await set({ password: other, passwordConfirmation: other })).status).to.equal(204);
    expect(await verify(await hashOf(email), other)).to.equal(true);
    expect(await verify(await hashOf(email), password)).to.equal(false);
    expect(await database.db('logins').where({ email_key: email }).first('version')).to.deep.equal({ version: 2 });
  });

  it('are disabled and enabled, on record for everybody whom they serve (A032)', async () => {
    const email = address();
    const { number, login: own } = (await create({ email, password }, { email })).body;
    const child = await scene.add({ firstName: 'Child', email });
    await give(child, { id: own.id });
    const set = (status: string) => scene.admin('PATCH', `/customers/${number}/login`, { status });
    expect((await set('disabled')).body).to.deep.include({ status: 'disabled', otherCustomers: 1 });
    expect((await login(child)).status).to.equal('disabled');
    expect((await scene.trail(`customer:${child}`)).at(-1)).to.equal('customer.login_changed');
    expect((await set('active')).body.status).to.equal('active');
    expect((await set('locked')).status).to.equal(422);
  });

  it('are for who may manage them, and of customers whom one sees (S02, S04)', async () => {
    const { cookie: front } = await aMember(database.db, scene.clock, { name: 'Rita', role: 'receptionist' });
    expect(refused(await create({ email: address(), password }, {}, front))).to.deep.equal([
      ...[403, 'forbidden', 'login'],
    ]);
    expect((await create({ email: address(), password }, {}, front)).status).to.equal(403);
    const { number } = await scene.book({ firstName: 'Own', email: 'own@example.com' }, '2026-12-01T10:00:00Z');
    const { provider_id: providerId } = await database
      .db('appointments')
      .join('booking_items', 'booking_items.appointment_id', 'appointments.id')
      .join('bookings', 'bookings.id', 'booking_items.booking_id')
      .where({ customer_id: number })
      .first('provider_id');
    const far = (await create({ email: 'own@example.com', password }, { email: 'far@example.com' })).body;
    const stylist = await aMember(database.db, scene.clock, {
      ...{ name: 'Stella', role: 'own', permissions: ['customers.view', 'customers.manage_logins'], providerId },
    });
    // The login is of the same address, and serves somebody out of sight.
    expect((await give(number, { id: far.login.id }, stylist.cookie)).status).to.equal(409);
    await give(number, { id: far.login.id });
    const set = await scene.admin('POST', `/customers/${number}/login/password`, { password: other }, stylist.cookie);
    expect(refused(set).slice(0, 2)).to.deep.equal([403, 'forbidden']);
    expect(await verify(await hashOf('own@example.com'), password)).to.equal(true);
  });
});
