import { expect } from 'chai';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import type { Shop } from '../support/shop.js';
import { aShop, bookOver } from '../support/shop.js';
import { aMember } from '../support/team.js';

const base = '/api/v1/admin/reports';

eachDatabase('the dashboard’s numbers', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let shop: Shop;
  let manager = '';

  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    shop = await aShop(database.db, clock);
    manager = (await aMember(database.db, clock, { name: 'Mara', role: 'manager' })).cookie;
    const bridal = await shop.service({
      categoryId: shop.category.id,
      name: 'Bridal',
      needsApproval: true,
      leadMinutes: 0,
    });
    const dora = await shop.hire('Dora', [bridal.id]);
    const book = async (wish: Record<string, unknown>) => {
      const answer = await bookOver(app.call, shop, wish);
      expect(answer.status, answer.text).to.equal(201);
    };
    await book({ provider: shop.ada.id, start: '2026-11-24T09:00:00Z' });
    await book({ provider: shop.bea.id, start: '2026-11-24T14:00:00Z' });
    await book({ provider: shop.ada.id, start: '2026-11-25T09:00:00Z' });
    await book({
      services: [bridal.id],
      provider: dora.id,
      start: '2026-11-26T10:00:00Z',
      quotedMinor: bridal.priceMinor,
    });
  });
  after(() => app.stop());

  const get = async (path: string, cookie = manager) => (await app.call('GET', `${base}/${path}`, { cookie })).body;

  it('show what comes next, what waits and who is new', async () => {
    const today = await get('today');
    expect(today).to.deep.include({ day: '2026-11-24', timezone: 'Europe/Lisbon', appointments: 2, over: 0 });
    expect(today).to.deep.include({ reminders: 0, newCustomers: 1 });
    expect(today.next.map(({ start }: { start: string }) => start)).to.deep.equal([
      ...['2026-11-24T09:00:00Z', '2026-11-24T14:00:00Z', '2026-11-25T09:00:00Z', '2026-11-26T10:00:00Z'],
    ]);
    expect(today.requests.total).to.equal(1);
    expect(today.requests.items[0]).to.include({ service: 'Bridal', customer: 'Ben Miller', others: 0 });
  });

  it('S04 keep to what an account may see', async () => {
    const own = (await aMember(database.db, clock, { name: 'Ada', role: 'provider', providerId: shop.ada.id })).cookie;
    const today = await get('today', own);
    expect(today).to.deep.include({ appointments: 1, newCustomers: null });
    expect(today.next).to.have.length(2);
    expect(today.requests.total).to.equal(0);
    expect((await app.call('GET', `${base}/numbers?from=2026-11-24&to=2026-11-24`, { cookie: own })).status).to.equal(
      403,
    );
  });

  it('add up what was booked, earned and open', async () => {
    const numbers = await get('numbers?from=2026-11-24&to=2026-11-26');
    expect(numbers).to.deep.include({ bookings: 4, cancelled: 0, kept: 0, noShows: 0, revenue: [] });
    expect(numbers.days.map(({ bookings }: { bookings: number }) => bookings)).to.deep.equal([2, 1, 1]);
    const ada = numbers.providers.find(({ name }: { name: string }) => name === 'Ada');
    expect(ada).to.deep.include({ openMinutes: 3 * 480, bookedMinutes: 120, appointments: 2 });
    expect(numbers.hours).to.deep.include({ weekday: 2, hour: 9, appointments: 1 });
    const far = await app.call('GET', `${base}/numbers?from=2026-01-01&to=2027-02-01`, { cookie: manager });
    expect(far.status).to.equal(422);
  });
});
