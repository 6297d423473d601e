import { expect } from 'chai';
import type { TestAnswer, TestApp } from '../../support/app.js';
import { startApp } from '../../support/app.js';
import { clockAt } from '../../support/clock.js';
import { eachDatabase } from '../../support/databases.js';
import type { Shop } from '../../support/shop.js';
import { aShop, bookOver } from '../../support/shop.js';
import type { Staff } from '../staff.js';
import { signedIn, signedInAgain } from '../staff.js';

eachDatabase('what stands beside a customer (A064–A068, A090)', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let shop: Shop;
  let ada: Staff;
  let ben: number;
  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    shop = await aShop(database.db, clock, { priceMinor: 4000, needsApproval: true });
    ada = await signedIn(database.db, clock.now(), { name: 'Ada' });
    await book('2026-11-25T10:00:00Z', shop.ada.id);
    await decide('approval', await book('2026-11-25T11:00:00Z', shop.ada.id, { note: 'By the window, please' }));
    await decide('approval', await book('2026-12-01T10:00:00Z', shop.bea.id));
    await decide('rejection', await book('2026-12-02T10:00:00Z', shop.ada.id), { reason: 'Closed' });
    await decide('approval', await book('2026-12-03T10:00:00Z', shop.ada.id));
    await book('2026-12-04T10:00:00Z', shop.ada.id);
    clock.set('2026-11-26T08:00:00Z');
    ada = await signedInAgain(database.db, clock.now(), ada.id);
    ben = (await database.db('customers').first('id')).id;
  });
  after(() => app.stop());

  async function book(start: string, provider: number, more: { note?: string } = {}): Promise<string> {
    const { note = '' } = more;
    const contact = { firstName: 'Ben', lastName: 'Miller', email: 'ben@example.com', phone: '+351 912 345 678', note };
    const answer = await bookOver(app.call, shop, { start, provider, contact });
    expect(answer.status, answer.text).to.equal(201);
    return answer.body.booking.reference;
  }
  async function decide(what: string, reference: string, body: object = {}): Promise<void> {
    const answer = await app.call('POST', `/api/v1/admin/bookings/${reference}/${what}`, { cookie: ada.cookie, body });
    expect(answer.status, answer.text).to.be.within(200, 204);
  }
  const get = (path: string, who = ada, number = ben): Promise<TestAnswer> =>
    app.call('GET', `/api/v1/admin/customers/${number}${path}`, { cookie: who.cookie });
  const starts = async (kind: string, who = ada, more = ''): Promise<string[]> =>
    (await get(`/appointments?kind=${kind}${more}`, who)).body.items.map((item: { start: string }) => item.start);

  it('counts requests, coming and past appointments, and what was spent (A065)', async () => {
    const { body } = await get('/overview');
    expect(body).to.deep.equal({
      createdAt: '2026-11-24T08:00:00Z',
      appointments: 5,
      openRequests: 2,
      coming: 2,
      history: 2,
      noShows: 0,
      notes: 0,
      spent: [{ minor: 4000, currency: 'EUR' }],
      firstNotes: [],
    });
  });

  it('counts those who did not come as soon as that is known', async () => {
    const item = await database.db('booking_items').where({ status: 'confirmed' }).orderBy('id').first('id');
    await database.db('booking_items').where({ id: item.id }).update({ status: 'no_show' });
    expect((await get('/overview')).body).to.deep.include({ noShows: 1, spent: [], history: 2, appointments: 4 });
    expect((await get('/appointments?kind=history')).body.items[1].status).to.equal('no_show');
    await database.db('booking_items').where({ id: item.id }).update({ status: 'confirmed' });
  });

  it('shows the first five notes in their order (A065)', async () => {
    for (const text of ['1', '2', '3', '4', '5', `6${'x'.repeat(300)}`])
      await app.call('POST', `/api/v1/admin/customers/${ben}/notes`, { cookie: ada.cookie, body: { text } });
    const { body } = await get('/overview');
    expect(body.notes).to.equal(6);
    expect(body.firstNotes.map((note: { text: string }) => note.text.slice(0, 1))).to.deep.equal([
      '6',
      '5',
      '4',
      '3',
      '2',
    ]);
    expect(body.firstNotes[0].text).to.have.length(160);
  });

  it('lists requests and what comes by time, and the history the newest first (A066)', async () => {
    expect(await starts('requests')).to.deep.equal(['2026-11-25T10:00:00Z', '2026-12-04T10:00:00Z']);
    expect(await starts('coming')).to.deep.equal(['2026-12-01T10:00:00Z', '2026-12-03T10:00:00Z']);
    expect(await starts('history')).to.deep.equal(['2026-12-02T10:00:00Z', '2026-11-25T11:00:00Z']);
    const { body } = await get('/appointments?kind=history&page=2&pageSize=1');
    expect(body).to.deep.include({ total: 2, page: 2, pageSize: 1 });
    expect(body.items[0]).to.deep.include({
      service: 'Haircut',
      provider: 'Ada',
      location: 'Baixa',
      timeZone: 'Europe/Lisbon',
      end: '2026-11-25T12:00:00Z',
      status: 'confirmed',
      persons: 1,
      priceMinor: 4000,
      currency: 'EUR',
      note: 'By the window, please',
    });
    expect(body.items[0].reference).to.match(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  });

  it('shows providers their own appointments alone, and what was done to these (S04)', async () => {
    const bea = await signedIn(database.db, clock.now(), { role: 'provider', name: 'Bea', providerId: shop.bea.id });
    expect(await starts('coming', bea)).to.deep.equal(['2026-12-01T10:00:00Z']);
    expect(await starts('history', bea)).to.deep.equal([]);
    expect((await get('/overview', bea)).body).to.deep.include({
      appointments: 1,
      coming: 1,
      openRequests: 0,
      history: 0,
    });
    const entries = (await get('/activity?pageSize=100', bea)).body.items as { action: string }[];
    expect(entries.filter(({ action }) => action === 'booking.created')).to.have.length(1);
    expect(entries.filter(({ action }) => action === 'booking.rejected')).to.have.length(0);
    const stranger = await signedIn(database.db, clock.now(), { role: 'provider' });
    for (const path of ['/overview', '/appointments?kind=coming', '/activity'])
      expect((await get(path, stranger)).status, path).to.equal(404);
  });

  it('tells who did what and when, the newest first, a page at a time (A090)', async () => {
    const { body } = await get('/activity?pageSize=100');
    expect(body.items).to.have.length(body.total);
    const actions = body.items.map((entry: { action: string }) => entry.action);
    expect(actions.slice(0, 6)).to.deep.equal(Array.from({ length: 6 }, () => 'customer.note_added'));
    expect(actions.at(-1)).to.be.oneOf(['customer.created', 'booking.created']);
    const rejected = body.items.find((entry: { action: string }) => entry.action === 'booking.rejected');
    expect(rejected).to.deep.include({
      who: { kind: 'account', name: 'Ada' },
      facts: { by: 'business', reason: 'Closed' },
      changes: [],
    });
    expect(rejected.booking).to.match(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const created = body.items.find((entry: { action: string }) => entry.action === 'booking.created');
    expect(created.who).to.deep.equal({ kind: 'customer', name: null });
    const pages = await Promise.all([1, 2, 3].map((page) => get(`/activity?page=${page}&pageSize=7`)));
    const keys = pages.flatMap((answer) => answer.body.items.map((entry: { key: string }) => entry.key));
    expect(keys).to.deep.equal(body.items.slice(0, 21).map((entry: { key: string }) => entry.key));
  });

  it('shows fields that changed, with the value before and after, and nothing that was erased or is sensitive (A090, S12)', async () => {
    const values = {
      phone: { from: '+351 1', to: '+351 2' },
      'sensitive.ssn': { from: '123-45-6789', to: '987-65-4321' },
      passwordHash: 'x',
      erasedField: null,
    };
    await database.db('audit').insert([
      {
        at: clock.now() + 1,
        actor: 'account:99999',
        action: 'customer.changed',
        subject: `customer:${ben}`,
        values: JSON.stringify(values),
        values_hash: '',
      },
      {
        at: clock.now() + 2,
        actor: 'system:x',
        action: 'customer.changed',
        subject: `customer:${ben}`,
        values: 'null',
        values_hash: '',
      },
    ]);
    const { items } = (await get('/activity')).body;
    expect(items[0]).to.deep.include({ facts: {}, changes: [], who: { kind: 'system', name: null } });
    expect(items[1]).to.deep.include({
      who: { kind: 'account', name: null },
      facts: {},
      changes: [
        { field: 'phone', from: '+351 1', to: '+351 2' },
        { field: 'sensitive.ssn', from: null, to: null },
        { field: 'erasedField', from: null, to: null },
      ],
    });
    expect(JSON.stringify(items)).not.to.include('123-45');
  });

  it('shows mail that went to the customer, and none that went to staff (A117)', async () => {
    await app.context.notifications.relayOnce();
    const { items } = (await get('/activity?pageSize=100')).body;
    const mails = items.filter((entry: { action: string }) => entry.action.startsWith('mail.'));
    expect(mails.length).to.be.greaterThan(0);
    for (const mail of mails) {
      expect(mail.facts.recipient).to.equal('ben@example.com');
      expect(mail.booking).to.match(/^[0-9A-Z]{4}-/);
    }
    expect(mails.map((mail: { facts: { template: string } }) => mail.facts.template)).to.include('rejection');
  });

  it('is not there for a number that is nobody’s', async () => {
    for (const path of ['/overview', '/appointments?kind=coming', '/activity', '/notes'])
      expect((await get(path, ada, 999_999)).status, path).to.equal(404);
  });
});
