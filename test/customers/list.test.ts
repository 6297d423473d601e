import { expect } from 'chai';
import { fold } from '../../server/customers/identity.js';
import { listCustomers } from '../../server/customers/list.js';
import { listTerms, literally } from '../../server/customers/list-terms.js';
import { customerRow } from '../../server/customers/schema.js';
import type { Db } from '../../server/db/connect.js';
import { aBusiness } from '../support/business.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';

const now = Date.parse('2026-05-04T08:00:00Z');

async function addCustomer(db: Db, firstName: string, lastName: string, more: object = {}): Promise<number> {
  const [id] = await db('customers').insert({
    first_name: firstName,
    last_name: lastName,
    display_name: `${firstName} ${lastName}`,
    sort_name: fold(`${lastName} ${firstName}`),
    source: 'widget',
    created_at: now,
    ...more,
  });
  return Number(id);
}

eachDatabase('the customer list', (database) => {
  const deps = { clock: clockAt(now) };
  const list = (question: Parameters<typeof listCustomers>[1] = {}) =>
    listCustomers({ ...deps, db: database.db }, question);
  const names = async (question: Parameters<typeof listCustomers>[1]) =>
    (await list(question)).items.map(({ name }) => name);
  let ana: number;

  before(async () => {
    ana = await addCustomer(database.db, 'Ana', 'Müller', {
      email: 'Ana.M@example.com',
      email_folded: 'ana.m@example.com',
      phone: '912 345 678',
      phone_e164: '+351912345678',
    });
    await addCustomer(database.db, 'José', 'Ångström', { created_at: now - 1000, source: 'staff' });
    await addCustomer(database.db, 'Zoë', 'da Silva-Reis 100%', { created_at: now + 1000 });
    await addCustomer(database.db, 'Tom', 'Trash', { status: 'trashed' });
  });

  it('holds those who booked and those whom staff added, and nobody from the trash (A006)', async () => {
    const found = await list();
    expect(found).to.include({ total: 3, page: 1, pageSize: 25 });
    expect(found.items.map(({ name }) => name)).to.deep.equal([
      'José Ångström',
      'Zoë da Silva-Reis 100%',
      'Ana Müller',
    ]);
    for (const item of found.items) expect(customerRow.strict().parse(item)).to.deep.equal(item);
  });

  it('sorts by name, number and age, both ways', async () => {
    expect((await names({ sort: '-name' }))[0]).to.equal('Ana Müller');
    expect((await names({ sort: 'number' }))[0]).to.equal('Ana Müller');
    expect((await names({ sort: '-number' }))[0]).to.equal('Zoë da Silva-Reis 100%');
    expect((await names({ sort: 'created' }))[0]).to.equal('José Ångström');
    expect((await names({ sort: '-created' }))[0]).to.equal('Zoë da Silva-Reis 100%');
  });

  const searches: [string, string[]][] = [
    ['müll', ['Ana Müller']],
    ['MULLER ana', ['Ana Müller']],
    ['angstrom', ['José Ångström']],
    ['silva', ['Zoë da Silva-Reis 100%']],
    ['REIS', ['Zoë da Silva-Reis 100%']],
    ['ana silva', []],
    ['ana.m@ex', ['Ana Müller']],
    ['912 345', ['Ana Müller']],
    ['0912345678', ['Ana Müller']],
    ['+351 912', ['Ana Müller']],
    ['100%', ['Zoë da Silva-Reis 100%']],
    ['%', []],
    ['_na', []],
    ["' OR 1=1 --", []],
    ['tom', []],
  ];
  for (const [q, wanted] of searches)
    it(`finds ${wanted[0] ?? 'nobody'} by "${q}"`, async () => {
      const found = await list({ q });
      expect(found.items.map(({ name }) => name)).to.deep.equal(wanted);
      expect(found.total).to.equal(wanted.length);
    });

  it('finds by customer number', async () => {
    expect(await names({ q: String(ana) }))
      .to.include('Ana Müller')
      .and.not.include('José Ångström');
  });

  it('comes a page at a time', async () => {
    const second = await list({ page: 2, pageSize: 2 });
    expect(second).to.include({ total: 3, page: 2, pageSize: 2 });
    expect(second.items.map(({ name }) => name)).to.deep.equal(['Ana Müller']);
    expect((await list({ page: 9 })).items).to.deep.equal([]);
  });

  it('shows no last appointment until one was kept, and counts what is not cancelled (A008, A009)', async () => {
    const of = async () => (await list({ q: 'müller' })).items[0]!;
    expect(await of()).to.include({ lastAppointmentAt: null, appointments: 0, createdAt: '2026-05-04T08:00:00Z' });
    const book = await aBooking(database.db, ana);
    await book(now + 86_400_000, 'confirmed');
    expect(await of()).to.include({ lastAppointmentAt: null, appointments: 1 });
    await book(now - 86_400_000, 'cancelled');
    await book(now - 86_400_000, 'pending');
    expect(await of()).to.include({ lastAppointmentAt: null, appointments: 2 });
    await book(now - 2 * 86_400_000, 'confirmed');
    await book(now - 3 * 86_400_000, 'confirmed');
    expect(await of()).to.include({ lastAppointmentAt: '2026-05-02T08:00:00Z', appointments: 4 });
  });
});

async function aBooking(db: Db, customerId: number) {
  const business = aBusiness(db, clockAt(now));
  const { id: locationId } = await business.location();
  const { id: categoryId } = await business.category();
  const { id: serviceId } = await business.service({ categoryId });
  const { id: providerId } = await business.provider({ locations: [locationId] });
  let count = 0;
  return async (start: number, status: string) => {
    count += 1;
    const times = { starts_at: start, ends_at: start + 1, busy_from: start, busy_to: start + 1, created_at: now };
    const ids = { resource_id: 1, service_id: serviceId, provider_id: providerId, location_id: locationId };
    const [appointmentId] = await db('appointments').insert({ ...ids, ...times, capacity: 1, status });
    const [bookingId] = await db('bookings').insert({
      reference: `AAAA-${1000 + count}`,
      manage_token_hash: String(count),
      customer_id: customerId,
      first_name: 'Ana',
      last_name: 'Müller',
      note: '',
      language: 'en',
      time_zone: 'UTC',
      total_minor: 0,
      currency: 'EUR',
      source: 'widget',
      created_at: now,
    });
    const item = { booking_id: bookingId, appointment_id: appointmentId, persons: 1, price_minor: 0 };
    await db('booking_items').insert({ ...item, status, created_at: now });
  };
}

describe('a search text', () => {
  it('asks for nothing when it holds nothing', () => {
    for (const text of ['', '  ', ' , ; ']) expect(listTerms(text)).to.equal(null);
  });

  it('is split into words, folded, and read as a telephone number where it can be one', () => {
    expect(listTerms('Müller, José')).to.deep.equal({ words: ['muller', 'jose'], phone: null });
    expect(listTerms('0912 345')?.phone).to.equal('912345');
    expect(listTerms('12')?.phone).to.equal(null);
  });

  it('has its signs taken literally', () => {
    expect(literally('50%_!')).to.equal('50!%!_!!');
  });
});
