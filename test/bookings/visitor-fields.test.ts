import { expect } from 'chai';
import { transact } from '../../server/db/transact.js';
import type { FieldUse, VisitorField } from '../../server/settings/customer-fields.js';
import { initialFields, visitorFieldNames } from '../../server/settings/customer-fields.js';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import type { Shop } from '../support/shop.js';
import { aShop, bookOver } from '../support/shop.js';

const everything = {
  nationality: 'DE',
  gender: 'diverse',
  birthDate: '1988-02-29',
  occupation: 'Baker',
  address1: 'Rua Garrett 12',
  address2: '3rd floor',
  postalCode: '1200-204',
  city: 'Lisbon',
  state: 'Lisboa',
  country: 'PT',
  newsletter: true,
};
const columns = {
  nationality: 'DE',
  gender: 'diverse',
  birth_date: '1988-02-29',
  occupation: 'Baker',
  address_1: 'Rua Garrett 12',
  address_2: '3rd floor',
  postal_code: '1200-204',
  city: 'Lisbon',
  state: 'Lisboa',
  country: 'PT',
  newsletter: 1,
};
const nothing = Object.fromEntries(Object.keys(columns).map((name) => [name, name === 'newsletter' ? 0 : null]));

eachDatabase('what visitors are asked beside name and contact', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let shop: Shop;
  let persons = 0;
  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    shop = await aShop(database.db, clock);
  });
  after(() => app.stop());

  /** Lets the widget ask these alone. */
  const ask = (uses: Partial<Record<VisitorField, FieldUse>>) => {
    const changed = Object.entries(uses).map(([name, widget]) => [
      name,
      { ...initialFields[name as VisitorField], widget },
    ]);
    const fields = { ...initialFields, ...Object.fromEntries(changed) };
    return transact(database.db, (tx) => app.context.settings.write(tx, 'customerFields', fields));
  };
  const askAll = (use: FieldUse) =>
    ask({ ...Object.fromEntries(visitorFieldNames.map((name) => [name, use])), newsletter: 'shown' });
  /** Somebody nobody knows yet. */
  const somebody = () => {
    persons += 1;
    return { firstName: 'Nova', lastName: `Number ${persons}`, email: `nova${persons}@example.com`, phone: null };
  };
  const book = (contact: object) => {
    const hour = String(9 + (persons % 8)).padStart(2, '0');
    const day = String(1 + Math.floor(persons / 8)).padStart(2, '0');
    return bookOver(app.call, shop, { contact, start: `2026-12-${day}T${hour}:00:00Z` });
  };
  const recordOf = ({ email, lastName }: { email: string; lastName: string }) =>
    database.db('customers').where({ email, last_name: lastName }).first();

  it('is kept of a new customer: gender, birth date, occupation, address, newsletter (A017, A018, A025, A026, A027, A030)', async () => {
    await askAll('required');
    const contact = { ...somebody(), ...everything };
    const answer = await book(contact);
    expect(answer.status, answer.text).to.equal(201);
    const row = await recordOf(contact);
    expect(row).to.include(columns);
    const created = await database
      .db('audit')
      .where({ action: 'customer.created', subject: `customer:${row.id}` })
      .first();
    expect(JSON.parse(created.values)).to.deep.equal({ source: 'booking', newsletter: true });
    // The answer to the visitor holds nothing of it.
    expect(answer.text).not.to.match(/1988|Garrett|Baker/);
  });

  it('may stay empty where it is optional, in any spelling of nothing (A029)', async () => {
    await askAll('shown');
    const none = Object.fromEntries(
      Object.keys(everything).map((name) => [name, name === 'newsletter' ? false : null]),
    );
    for (const contact of [somebody(), { ...somebody(), ...none }]) {
      expect((await book(contact)).status).to.equal(201);
      expect(await recordOf(contact)).to.include(nothing);
    }
  });

  it('is refused by the name of the field that is required and missing (A016, A017, A018, A025, A026, A027)', async () => {
    const { newsletter: _, ...required } = everything;
    await ask(Object.fromEntries(Object.keys(required).map((name) => [name, 'required'])));
    for (const name of Object.keys(required)) {
      const { status, body } = await book({ ...somebody(), ...required, [name]: null });
      expect([status, body.error.code, body.error.field], name).to.deep.equal([
        422,
        'invalid_request',
        `contact.${name}`,
      ]);
    }
  });

  it('is refused by field where it is none, however the business asks', async () => {
    await askAll('shown');
    const wrong: [keyof typeof everything | 'ssn' | 'sensitive', unknown][] = [
      ['birthDate', '1990-02-30'],
      ['birthDate', '1879-12-31'],
      ['birthDate', '2026-11-26'],
      ['gender', 'robot'],
      ['nationality', 'German'],
      ['country', 'pt'],
      ['occupation', 'x'.repeat(121)],
      ['address1', 'two\nlines'],
      ['postalCode', 'x'.repeat(21)],
      ['newsletter', 'yes'],
      ['ssn', '123-45-6789'],
      ['sensitive', { ssn: '123-45-6789' }],
    ];
    for (const [name, value] of wrong) {
      const { status, body } = await book({ ...somebody(), [name]: value });
      expect([status, body.error.field], `${name} ${value}`).to.deep.equal([422, `contact.${name}`]);
    }
  });

  it('is kept of nobody where the business does not ask', async () => {
    await ask({ city: 'shown' });
    const contact = { ...somebody(), ...everything, birthDate: '2050-01-01' };
    expect((await book(contact)).status).to.equal(201);
    expect(await recordOf(contact)).to.include({ ...nothing, city: 'Lisbon' });
  });

  it('changes nobody who is there, and subscribes nobody (A007, A030, S21)', async () => {
    await askAll('shown');
    const contact = somebody();
    expect((await book(contact)).status).to.equal(201);
    const before = await recordOf(contact);
    persons += 1;
    expect((await book({ ...contact, ...everything })).status).to.equal(201);
    expect(await recordOf(contact)).to.deep.include({
      ...nothing,
      version: before.version,
      updated_at: before.updated_at,
    });
    // Under the same e-mail somebody else is another customer, with what they said.
    const sister = { ...contact, lastName: 'Sister', ...everything };
    persons += 1;
    expect((await book(sister)).status).to.equal(201);
    expect(await recordOf(sister)).to.include(columns);
    expect(await recordOf(contact)).to.include(nothing);
  });
});
