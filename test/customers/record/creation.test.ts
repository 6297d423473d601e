import { expect } from 'chai';
import type { TestAnswer, TestApp } from '../../support/app.js';
import { startApp } from '../../support/app.js';
import { clockAt } from '../../support/clock.js';
import { eachDatabase } from '../../support/databases.js';
import { aShop, bookOver } from '../../support/shop.js';
import { signedIn } from '../staff.js';

eachDatabase('adding a customer by hand', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let cookie: string;
  const add = (body: object, as = cookie): Promise<TestAnswer> =>
    app.call('POST', '/api/v1/admin/customers', { body, cookie: as });
  const get = (number: number) => app.call('GET', `/api/v1/admin/customers/${number}`, { cookie });
  const trailOf = async (number: number, action: string) =>
    (
      await database
        .db('audit')
        .where({ subject: `customer:${number}`, action })
        .select('values', 'actor')
    ).map((row) => ({
      actor: row.actor,
      values: JSON.parse(row.values),
    }));

  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    ({ cookie } = await signedIn(database.db, clock.now(), { role: 'owner' }));
  });
  after(() => app.stop());

  it('keeps every field, gives the next number, and notes the moment (A002, A005, A009, A010 to A018, A021, A025, A026, A027, A030, A031)', async () => {
    const fields = {
      firstName: 'Ana',
      lastName: 'da Silva-Reis',
      email: 'Ana@Example.com',
      phone: '912 345 678',
      gender: 'female',
      birthDate: '1958-02-03',
      language: 'pt',
      timeZone: 'Atlantic/Azores',
      newsletter: true,
      occupation: 'Architect',
      address1: 'Rua Augusta 12',
      address2: '3.º Esq.',
      city: 'Lisboa',
      state: 'Lisboa',
      postalCode: '1100-053',
      country: 'PT',
      nationality: 'PT',
      note: 'Likes tea.\nNo sugar.',
    };
    const first = await add({ firstName: 'Zoe', lastName: 'First', email: 'zoe@example.com' });
    const made = await add(fields);
    expect(made.status, made.text).to.equal(201);
    expect(made.body).to.include({
      ...fields,
      number: first.body.number + 1,
      status: 'active',
      version: 1,
      name: 'Ana da Silva-Reis',
      displayName: null,
      phoneShown: '912 345 678',
      picture: null,
      source: 'staff',
      createdAt: '2026-11-24T08:00:00Z',
    });
    expect((await get(made.body.number)).body).to.deep.equal(made.body);
    const row = await database.db('customers').where({ id: made.body.number }).first();
    expect(row).to.include({
      phone_e164: '+351912345678',
      phone_national: '912345678',
      email_folded: 'ana@example.com',
    });
    const [entry] = await trailOf(made.body.number, 'customer.created');
    expect(entry?.values).to.include({ firstName: 'Ana', note: 'Likes tea.\nNo sugar.', birthDate: '1958-02-03' });
    expect(entry?.actor).to.match(/^account:\d+$/);
  });

  it('splits a full name, of which the last word is the last name (A012)', async () => {
    const made = await add({ fullName: 'Maria do Céu  Antunes', email: 'ceu@example.com' });
    expect(made.body).to.include({ firstName: 'Maria do Céu', lastName: 'Antunes', name: 'Maria do Céu Antunes' });
    const both = await add({ fullName: 'Maria Antunes', firstName: 'Maria', email: 'm@example.com' });
    expect([both.status, both.body.error.field]).to.deep.equal([422, 'fullName']);
    const single = await add({ fullName: 'Cher', email: 'cher@example.com' });
    expect([single.status, single.body.error.field]).to.deep.equal([422, 'lastName']);
  });

  it('composes the display name when it is empty, and keeps one that was typed (A013)', async () => {
    const typed = await add({ firstName: 'Bo', lastName: 'Lind', displayName: 'Bosse', email: 'bo@example.com' });
    expect(typed.body).to.include({ name: 'Bosse', displayName: 'Bosse' });
    const composed = await add({ firstName: 'Bo', lastName: 'Berg', displayName: null, email: 'bo.berg@example.com' });
    expect(composed.body).to.include({ name: 'Bo Berg', displayName: null });
  });

  it('shows a foreign number as its country writes it, and what is no number as it was typed (A016)', async () => {
    const foreign = await add({ firstName: 'Gil', lastName: 'Um', email: 'gil1@example.com', phone: '+44 2079460958' });
    expect(foreign.body).to.include({ phone: '+44 2079460958', phoneShown: '+44 20 7946 0958' });
    const none = await add({ firstName: 'Gil', lastName: 'Dois', email: 'gil2@example.com', phone: '12-345' });
    expect(none.body).to.include({ phone: '12-345', phoneShown: '12-345' });
  });

  it('asks for first name, last name and e-mail until the settings say otherwise (A014, A017, A018, A029)', async () => {
    const nothing = await add({});
    expect([nothing.status, nothing.body.error.field]).to.deep.equal([422, 'firstName']);
    expect(nothing.body.error.details.issues.map((issue: { field: string }) => issue.field)).to.deep.equal([
      'firstName',
      'lastName',
      'email',
    ]);
    const change = (email: string, gender: string) =>
      app.call('PATCH', '/api/v1/admin/settings', {
        body: { customerFields: { email: { admin: email }, gender: { admin: gender } } },
        cookie,
      });
    expect((await change('shown', 'required')).status).to.equal(200);
    const child = { firstName: 'Tom', lastName: 'Child' };
    const withoutGender = await add(child);
    expect([withoutGender.status, withoutGender.body.error.field]).to.deep.equal([422, 'gender']);
    const made = await add({ ...child, gender: 'male' });
    expect([made.status, made.body.email]).to.deep.equal([201, null]);
    await change('required', 'shown');
  });

  it('refuses what can be no e-mail, date or country, and a birth in the future', async () => {
    const person = { firstName: 'Eva', lastName: 'Nova', email: 'eva@example.com' };
    const wrong: [object, string][] = [
      [{ email: 'eva@example' }, 'email'],
      [{ birthDate: '2026-02-30' }, 'birthDate'],
      [{ birthDate: '1799-01-01' }, 'birthDate'],
      [{ birthDate: '2026-11-26' }, 'birthDate'],
      [{ nationality: 'Portugal' }, 'nationality'],
      [{ timeZone: 'Lisbon' }, 'timeZone'],
      [{ gender: 'x' }, 'gender'],
      [{ password: 'secret' }, 'password'],
    ];
    for (const [fields, field] of wrong) {
      const refused = await add({ ...person, ...fields });
      expect([refused.status, refused.body.error.field], JSON.stringify(fields)).to.deep.equal([422, field]);
    }
  });

  it('keeps quotes, backslashes and 0x literally, and refuses NUL (S36)', async () => {
    const hard = `O'Neil" \\ 0x41 %_ -- <b>; DROP TABLE customers`;
    const made = await add({
      firstName: hard,
      lastName: "'\\''",
      email: "o'neil@example.com",
      note: `0x4142\n${hard}`,
    });
    expect(made.status, made.text).to.equal(201);
    expect(made.body).to.include({ firstName: hard, lastName: "'\\''", note: `0x4142\n${hard}` });
    const nul = await add({ firstName: 'A\u0000B', lastName: 'C', email: 'nul@example.com' });
    expect([nul.status, nul.body.error.field]).to.deep.equal([422, 'firstName']);
  });

  it('takes nothing that is not in the form (S17, S24)', async () => {
    const before = await database.db('customers').count({ count: '*' }).first();
    for (const key of [
      'id',
      'number',
      'role',
      'status',
      'created_at',
      'createdAt',
      'deleted_at',
      'customer_id',
      'version',
      'source',
    ]) {
      const refused = await add({ firstName: 'Eva', lastName: 'Nova', email: 'eva@example.com', [key]: 1 });
      expect([refused.status, refused.body.error.field], key).to.deep.equal([422, key]);
    }
    const proto = await app.call('POST', '/api/v1/admin/customers', {
      body: '{"firstName":"Eva","lastName":"Nova","email":"eva@example.com","__proto__":{"status":"trashed"}}',
      cookie,
    });
    expect(proto.status).to.equal(422);
    expect(await database.db('customers').count({ count: '*' }).first()).to.deep.equal(before);
  });

  it('stands in one list with those who booked, without a last appointment (A006, A008, A034)', async () => {
    const made = await add({ firstName: 'Listed', lastName: 'Person', email: 'listed@example.com' });
    const list = await app.call('GET', '/api/v1/admin/customers?q=listed', { cookie });
    expect(list.body.items[0]).to.include({ number: made.body.number, name: 'Listed Person', lastAppointmentAt: null });
  });

  it('is refused to those without the permission (A113)', async () => {
    const provider = await signedIn(database.db, clock.now(), { role: 'provider' });
    expect((await add({ firstName: 'A', lastName: 'B', email: 'ab@example.com' }, provider.cookie)).status).to.equal(
      403,
    );
  });

  it('makes a customer to whom a later booking with the same e-mail and name attaches (A007)', async () => {
    const shop = await aShop(database.db, clock);
    const made = await add({ firstName: 'Béa', lastName: 'Later', email: 'bea.later@example.com' });
    const contact = { firstName: 'BEA', lastName: 'later', email: 'Bea.Later@example.com', phone: null };
    expect((await bookOver(app.call, shop, { contact })).status).to.equal(201);
    const customers = await database.db('customers').where({ email_folded: 'bea.later@example.com' });
    expect(customers.map((row) => row.id)).to.deep.equal([made.body.number]);
  });
});
