import { expect } from 'chai';
import { listCustomers } from '../../../server/customers/list/list.js';
import { customerRow } from '../../../server/customers/list/schema.js';
import { clockAt } from '../../support/clock.js';
import { eachDatabase } from '../../support/databases.js';
import { addPerson, anActor, now } from './people.js';
import { addVisit } from './visits.js';

eachDatabase('the customer list', (database) => {
  const deps = { clock: clockAt(now), site: async () => ({ country: 'PT', pageSize: 25 }) };
  const list = (question: Parameters<typeof listCustomers>[2] = {}, actor = anActor()) =>
    listCustomers({ ...deps, db: database.db }, actor, question);
  const names = async (question: Parameters<typeof listCustomers>[2]) =>
    (await list(question)).items.map(({ name }) => name);
  let ana: number;

  before(async () => {
    ana = await addPerson(database.db, {
      firstName: 'Ana',
      lastName: 'Müller',
      email: 'Ana.M@example.com',
      phone: '912 345 678',
      note: 'x'.repeat(300),
    });
    await addPerson(database.db, { firstName: 'José', lastName: 'Ångström', created_at: now - 1000, newsletter: 1 });
    await addPerson(database.db, { firstName: 'Zoë', lastName: 'da Silva-Reis 100%', created_at: now + 1000 });
    await addPerson(database.db, { firstName: 'Tom', lastName: 'Trash', status: 'trashed', trashed_at: now });
    await addPerson(database.db, { firstName: 'Max', lastName: 'Merged', status: 'merged' });
  });

  it('holds those who booked and those whom staff added, and nobody from the trash (A006, A046, A054)', async () => {
    const found = await list();
    expect(found).to.include({ total: 3, more: false, page: 1, pageSize: 25 });
    const all = ['José Ångström', 'Zoë da Silva-Reis 100%', 'Ana Müller'];
    expect(found.items.map(({ name }) => name)).to.deep.equal(all);
    for (const item of found.items) expect(customerRow.strict().parse(item)).to.deep.equal(item);
  });

  it('has in a row what the columns show (A043, A044, A045)', async () => {
    const [row] = (await list({ q: 'ana' })).items;
    expect(row).to.deep.equal({
      number: ana,
      status: 'active',
      name: 'Ana Müller',
      firstName: 'Ana',
      lastName: 'Müller',
      picture: null,
      email: 'Ana.M@example.com',
      phone: '912 345 678',
      note: 'x'.repeat(120),
      newsletter: false,
      login: null,
      createdAt: '2026-05-04T08:00:00Z',
      trashedAt: null,
      lastAppointmentAt: null,
      appointments: 0,
      duplicate: false,
    });
  });

  it('sorts by name, number and age, both ways (A052, A053)', async () => {
    expect((await names({ sort: '-name' }))[0]).to.equal('Ana Müller');
    expect((await names({ sort: 'number' }))[0]).to.equal('Ana Müller');
    expect((await names({ sort: '-number' }))[0]).to.equal('Zoë da Silva-Reis 100%');
    expect((await names({ sort: 'created' }))[0]).to.equal('José Ångström');
    expect((await names({ sort: '-created' }))[0]).to.equal('Zoë da Silva-Reis 100%');
    expect((await names({ sort: '-email' }))[0]).to.equal('Ana Müller');
  });

  const searches: [string, string[]][] = [
    ['m', ['Ana Müller']],
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
    ['00351-912', ['Ana Müller']],
    ['100%', ['Zoë da Silva-Reis 100%']],
    ['%', []],
    ['_na', []],
    ['\\', []],
    ["' OR 1=1 --", []],
    ['tom', []],
  ];
  for (const [q, wanted] of searches)
    it(`finds ${wanted[0] ?? 'nobody'} by "${q}" (A057, A058, A059, A061)`, async () => {
      const found = await list({ q });
      expect(found.items.map(({ name }) => name)).to.deep.equal(wanted);
      expect(found.total).to.equal(wanted.length);
    });

  it('finds by customer number (A057)', async () => {
    expect(await names({ q: `#${ana}` })).to.deep.equal(['Ana Müller']);
  });

  it('lists the trash alone, and searches it alike (A055, A060)', async () => {
    expect(await names({ status: 'trashed' })).to.deep.equal(['Tom Trash']);
    expect(await names({ status: 'trashed', q: 'tr' })).to.deep.equal(['Tom Trash']);
    expect(await names({ status: 'trashed', q: 'ana' })).to.deep.equal([]);
    expect(await names({ status: 'all', sort: '-name' })).to.deep.equal([
      'Tom Trash',
      'Ana Müller',
      'Zoë da Silva-Reis 100%',
      'José Ångström',
    ]);
  });

  it('keeps the trash from those who have no business there (S13)', async () => {
    const clerk = anActor(['customers.delete', 'customers.restore', 'customers.erase']);
    for (const status of ['trashed', 'all'] as const) {
      const refused = await list({ status }, clerk).catch((error: { code: string }) => error.code);
      expect(refused).to.equal('forbidden');
    }
  });

  it('comes a page at a time (A051)', async () => {
    const second = await list({ page: 2, pageSize: 2 });
    expect(second).to.include({ total: 3, page: 2, pageSize: 2 });
    expect(second.items.map(({ name }) => name)).to.deep.equal(['Ana Müller']);
    expect((await list({ page: 9 })).items).to.deep.equal([]);
  });

  it('shows no last appointment until one was kept, and counts what is not cancelled (A008, A009)', async () => {
    const of = async () => (await list({ q: 'müller' })).items[0]!;
    const book = await addVisit(database.db, ana);
    await book(now + 86_400_000, 'confirmed');
    expect(await of()).to.include({ lastAppointmentAt: null, appointments: 1 });
    await book(now - 86_400_000, 'cancelled');
    await book(now - 86_400_000, 'pending');
    expect(await of()).to.include({ lastAppointmentAt: null, appointments: 2 });
    await book(now - 2 * 86_400_000, 'confirmed');
    await book(now - 3 * 86_400_000, 'confirmed');
    expect(await of()).to.include({ lastAppointmentAt: '2026-05-02T08:00:00Z', appointments: 4 });
  });

  it('shows a provider none but their own, and an account without a provider nobody (S04)', async () => {
    const [provider] = await database.db('providers').select('id');
    const own = anActor(['customers.view_all'], provider.id);
    for (const question of [{}, { q: 'm' }, { sort: '-created' }] as const)
      expect((await list(question, own)).items.map(({ number }) => number)).to.deep.equal([ana]);
    expect((await list({ q: 'silva' }, own)).total).to.equal(0);
    expect((await list({}, anActor(['customers.view_all']))).total).to.equal(0);
  });

  it('tells possible duplicates, and filters by them', async () => {
    const jose = (await list({ q: 'jose' })).items[0]!.number;
    await database.db('customer_pairs').insert({ low_id: ana, high_id: jose, reason: 'name', found_at: now });
    expect(await names({ duplicates: 'yes' })).to.deep.equal(['José Ångström', 'Ana Müller']);
    expect((await list({ q: 'ana' })).items[0]).to.include({ duplicate: true });
    await database.db('customer_pairs').update({ dismissed_at: now });
    expect(await names({ duplicates: 'yes' })).to.deep.equal([]);
    expect((await list({ q: 'ana' })).items[0]).to.include({ duplicate: false });
  });

  it('begins and ends days in the zone that is asked for', async () => {
    const day = { createdFrom: '2026-05-04', createdTo: '2026-05-04' };
    expect((await list({ ...day, zone: 'Europe/Lisbon' })).total).to.equal(3);
    expect((await list({ ...day, zone: 'Pacific/Honolulu' })).total).to.equal(0);
  });
});
