import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { Permission } from '../../server/lib/permissions.js';
import { aCustomer } from '../customers/a-customer.js';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { aBusiness } from '../support/business.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import { dumpOf } from '../support/dump.js';
import type { Shop } from '../support/shop.js';
import { aShop, bookingBody } from '../support/shop.js';
import { aMember } from '../support/team.js';

const base = '/api/v1/admin';

eachDatabase('create appointment and customer', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let shop: Shop;
  let cookie: string;
  let count = 0;
  let day = 0;

  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    shop = await aShop(database.db, clock);
    cookie = (await aMember(database.db, clock, { name: 'Rita', role: 'manager' })).cookie;
  });
  after(() => app.stop());

  const member = async (permissions: Permission[], providerId?: number) => {
    count += 1;
    const wish = { name: `Member ${count}`, role: 'own', permissions, ...(providerId ? { providerId } : {}) };
    return (await aMember(database.db, clock, wish)).cookie;
  };
  /** A time that nobody has. */
  const aStart = () => {
    day += 1;
    return new Date(Date.UTC(2026, 11, day, 10)).toISOString().replace('.000', '');
  };
  /** Everything that the form requires (A038), another person each time. */
  const aPerson = () => {
    count += 1;
    const fullName = `Maria Clara Sousa${'x'.repeat(count)}`;
    const reach = { email: `maria.${count}@example.com`, phone: `+351 912 000 ${100 + count}` };
    return { nationality: 'PT', fullName, gender: 'female', birthDate: '1990-05-04', ...reach, postalCode: '1100-048' };
  };
  type Wish = Record<string, unknown>;
  const bodyOf = async (wish: Wish = {}): Promise<Wish> => {
    const { contact: _, ...visit } = await bookingBody(app.call, shop, { provider: shop.ada.id, note: 'Rings twice' });
    return { ...visit, start: aStart(), customer: aPerson(), ...wish };
  };
  const send = (body: Wish, as = cookie, key: string = randomUUID()) =>
    app.call('POST', `${base}/bookings`, { body, cookie: as, headers: { 'idempotency-key': key } });
  const book = async (wish: Wish = {}, as = cookie, key?: string) => send(await bodyOf(wish), as, key);
  const rows = async (table: string, where: object = {}): Promise<number> =>
    Number((await database.db(table).where(where).count({ count: '*' }).first())?.['count']);
  /** Everything but who was refused, and how often. */
  const state = async () => ({
    ...(await dumpOf(database.db)),
    audit: await database.db('audit').whereNot({ action: 'access.denied' }).select('id'),
  });
  const refuses = async (body: Wish, status: number, as = cookie) => {
    const denied = () => rows('audit', { action: 'access.denied' });
    const [before, told] = [await state(), await denied()];
    const answer = await send(body, as);
    expect(answer.status, answer.text).to.equal(status);
    expect(await state(), 'nothing is written').to.deep.equal(before);
    expect((await denied()) - told, 'a row in the trail for who may not').to.equal(status === 403 ? 1 : 0);
    return answer.body.error;
  };

  it('books beside the rules for who may and says so, and never over another appointment', async () => {
    const late = aStart().replace('T10', 'T20');
    const refused = await refuses(await bodyOf({ start: late }), 422);
    expect(refused.details).to.deep.equal({ reason: 'closed', overrulable: true });
    await refuses(
      await bodyOf({ start: late, overrule: true }),
      403,
      await member(['appointments.edit', 'appointments.view_all', 'customers.create_with_appointment']),
    );
    const made = await book({ start: late, overrule: true });
    expect(made.status, made.text).to.equal(201);
    const [told] = await database.db('audit').where({ action: 'booking.created' }).orderBy('id', 'desc').limit(1);
    expect(JSON.parse(told.values)).to.include({ overruled: true });
    const over = await refuses(await bodyOf({ start: late.replace(':00:00Z', ':30:00Z'), overrule: true }), 409);
    expect(over.code).to.equal('slot_taken');
  });

  it('A003 and A041 make customer and booking together, and both are found at once', async () => {
    const customer = aPerson();
    const start = aStart();
    const made = await book({ customer, start });
    expect(made.status, made.text).to.equal(201);
    const { reference, customer: number, appointments } = made.body;
    const stored = await database.db('customers').where({ id: number }).first();
    expect(stored).to.include({
      first_name: 'Maria Clara',
      source: 'staff',
      nationality: 'PT',
      postal_code: '1100-048',
    });
    const booking = await database.db('bookings').where({ reference }).first();
    const contact = { first_name: 'Maria Clara', email: customer.email, phone: customer.phone, note: 'Rings twice' };
    expect(booking).to.include({ ...contact, customer_id: number, source: 'admin' });
    const { body: site } = await app.call('GET', '/api/v1/site');
    expect(booking.terms_version, 'A040').to.equal(site.termsVersion);

    const { body: people } = await app.call('GET', `${base}/customers?q=${customer.email}`, { cookie });
    expect(people.items.map((item: { number: number }) => item.number)).to.deep.equal([number]);
    const on = start.slice(0, 10);
    const { body: listed } = await app.call('GET', `${base}/appointments?from=${on}&to=${on}`, { cookie });
    expect(listed.items[0]).to.include({ id: appointments[0].id, start });
    expect(listed.items[0].bookings[0]).to.deep.include({
      reference,
      customer: { id: number, name: stored.display_name },
    });
  });

  it('A003 writes both facts into the trail by the account, and announces the booking', async () => {
    const { body } = await book();
    const subjects = [`customer:${body.customer}`];
    const { id } = await database.db('bookings').where({ reference: body.reference }).first('id');
    const trail = await database
      .db('audit')
      .whereIn('subject', [...subjects, `booking:${id}`])
      .orderBy('id');
    expect(trail.map(({ action, actor }) => [action, actor.split(':')[0]])).to.deep.equal([
      ['customer.created', 'account'],
      ['booking.created', 'account'],
    ]);
    const told = await database.db('outbox').where({ event: 'booking.created' }).orderBy('id', 'desc').first();
    expect(JSON.parse(told.payload)).to.deep.equal({ bookingId: id });
  });

  it('A035 and A037 book several services in one visit', async () => {
    const services = [
      shop.haircut.id,
      (await shop.service({ categoryId: shop.category.id, name: 'Colour', leadMinutes: 0 })).id,
    ];
    const cleo = await shop.hire('Cleo', services);
    const made = await book({ services, provider: cleo.id, quotedMinor: 7000 });
    expect(made.status, made.text).to.equal(201);
    expect(made.body.appointments).to.have.length(2);
  });

  it('A036 names the categories without a service too', async () => {
    const nails = await aBusiness(database.db, clock).category({ name: 'Nails' });
    const { body } = await app.call('GET', `${base}/bookings/choices`, { cookie });
    expect(body.provider).to.equal(null);
    expect(body.categories).to.deep.include({ id: nails.id, name: 'Nails' });
    const { body: catalog } = await app.call('GET', '/api/v1/catalog');
    expect(catalog.categories).to.not.deep.include({ id: nails.id, name: 'Nails' });
  });

  for (const field of ['nationality', 'fullName', 'gender', 'birthDate', 'email', 'phone', 'postalCode'])
    it(`A038 requires ${field}, whatever the settings say, and writes nothing without it`, async () => {
      const { [field]: _, ...customer } = aPerson() as Wish;
      const error = await refuses(await bodyOf({ customer }), 422);
      expect(error).to.include({ code: 'invalid_request', field: `customer.${field}` });
    });

  it('A038 names what else is wrong with the customer by its field in the request', async () => {
    const born = await refuses(await bodyOf({ customer: { ...aPerson(), birthDate: '2030-01-01' } }), 422);
    expect(born.field).to.equal('customer.birthDate');
    const sensitive = await refuses(await bodyOf({ customer: { ...aPerson(), sensitive: { nif: '12' } } }), 422);
    expect(sensitive.field).to.equal('customer.sensitive.nif');
    const both = await refuses(await bodyOf({ customer: { ...aPerson(), number: 1 } }), 422);
    expect(both.field).to.match(/^customer\./);
  });

  it('A040 books nothing on terms that are not the present ones', async () => {
    expect((await refuses(await bodyOf({ acceptedTerms: 'older' }), 409)).code).to.equal('terms_changed');
    const { acceptedTerms: _, ...body } = await bodyOf();
    expect((await refuses(body, 422)).field).to.equal('acceptedTerms');
  });

  it('names possible duplicates before anything is written, and adds all the same when told so', async () => {
    const { email } = aPerson();
    const twin = await aCustomer(database.db, { firstName: 'Maria', lastName: 'Twin', email });
    const body = await bodyOf({ customer: { ...aPerson(), email } });
    const error = await refuses(body, 409);
    expect(error.code).to.equal('conflict');
    expect(error.details.duplicates.map((one: { number: number }) => one.number)).to.deep.equal([twin]);
    const customer = { ...(body['customer'] as object), despiteDuplicates: true };
    expect((await send({ ...body, customer })).status).to.equal(201);
  });

  it('books for a customer who is there, and for nobody in the trash or out of sight', async () => {
    const number = await aCustomer(database.db, { firstName: 'Olga', lastName: 'There', email: 'olga@example.com' });
    const before = await rows('customers');
    const made = await book({ customer: { number } });
    expect(made.body.customer, made.text).to.equal(number);
    expect(await rows('customers')).to.equal(before);
    const trashed = await aCustomer(database.db, { lastName: 'Gone', more: { status: 'trashed', trashed_at: 1 } });
    const error = await refuses(await bodyOf({ customer: { number: trashed } }), 409);
    expect(error.details.status).to.equal('trashed');
    await refuses(await bodyOf({ customer: { number: 999_999 } }), 404);
    const stranger = await aCustomer(database.db, { lastName: 'Stranger' });
    const own = await member(['appointments.edit', 'appointments.view_all', 'customers.view'], shop.ada.id);
    await refuses(await bodyOf({ customer: { number: stranger } }), 404, own);
  });

  it('asks for every permission: to book, to add with it, to see who is there', async () => {
    const number = await aCustomer(database.db, { lastName: 'Seen' });
    const editor = await member(['appointments.edit', 'appointments.view_all']);
    await refuses(await bodyOf(), 403, editor);
    await refuses(await bodyOf({ customer: { number } }), 403, editor);
    await refuses(await bodyOf(), 403, await member(['customers.create_with_appointment', 'appointments.view_all']));
    const both = await member(['appointments.edit', 'appointments.view_all', 'customers.create_with_appointment']);
    expect((await book({}, both)).status).to.equal(201);
    const secret = { ...aPerson(), sensitive: { nif: '123456789' } };
    await refuses(await bodyOf({ customer: secret }), 403, both);
  });

  it('S05 lets an account of one provider book that provider alone', async () => {
    const own = await member(
      ['appointments.view', 'appointments.edit', 'customers.create_with_appointment'],
      shop.ada.id,
    );
    await refuses(await bodyOf({ provider: shop.bea.id }), 403, own);
    await refuses(await bodyOf({ provider: null }), 403, own);
    expect((await book({}, own)).status).to.equal(201);
    const { body } = await app.call('GET', `${base}/bookings/choices`, { cookie: own });
    expect(body.provider).to.equal(shop.ada.id);
  });

  it('S58 gives a slot that two book at once to one of them, and no customer of the other remains', async () => {
    const start = aStart();
    const people = [aPerson(), aPerson(), aPerson(), aPerson()];
    const answers = await Promise.all(people.map((customer) => book({ customer, start })));
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([201, 409, 409, 409]);
    for (const [index, { status, body }] of answers.entries()) {
      expect(await rows('customers', { email: people[index]!.email })).to.equal(status === 201 ? 1 : 0);
      if (status !== 409) continue;
      expect(body.error.code).to.equal('slot_taken');
      expect(body.error.details.alternatives).to.have.length(6);
    }
  });

  it('S67 answers a repeated request with the same booking, and another account’s key is another key', async () => {
    const body = await bodyOf();
    const key = randomUUID();
    const [first, second] = [await send(body, cookie, key), await send(body, cookie, key)];
    expect(second.status, second.text).to.equal(201);
    expect(second.body).to.deep.equal(first.body);
    const changed = await send({ ...body, note: 'Another' }, cookie, key);
    expect(changed.body.error.code).to.equal('idempotency_key_reused');
    const other = (await aMember(database.db, clock, { name: 'Otto', role: 'manager' })).cookie;
    expect((await send(body, other, key)).body.error.code).to.equal('slot_taken');
    expect((await app.call('POST', `${base}/bookings`, { body, cookie })).body.error.code).to.equal(
      'idempotency_key_missing',
    );
  });
});
