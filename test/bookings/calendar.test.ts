import { expect } from 'chai';
import type { CalendarView } from '../../server/bookings/calendar-schema.js';
import { HOUR } from '../../server/lib/time-zone.js';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { setUp } from '../support/business.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import type { Shop } from '../support/shop.js';
import { aShop, bookOver, everyDay } from '../support/shop.js';
import { aMember } from '../support/team.js';

const base = '/api/v1/admin';

eachDatabase('what the calendar shows (A124)', (database) => {
  const clock = clockAt('2026-09-24T08:00:00Z');
  let app: TestApp;
  let shop: Shop;
  let owner: string;
  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    owner = await app.signIn();
    shop = await aShop(database.db, clock, { bufferAfterMinutes: 15, capacity: 3 });
    const book = async (start: string, provider: number, contact: object = {}) => {
      const person = { firstName: 'Ben', lastName: 'Miller', email: 'ben@example.com', phone: '+351 912 345 678' };
      const answer = await bookOver(app.call, shop, { start, provider, contact: { ...person, ...contact } });
      expect(answer.status, answer.text).to.equal(201);
    };
    await book('2026-10-05T08:00:00Z', shop.ada.id);
    await book('2026-10-05T08:00:00Z', shop.ada.id, { firstName: 'Cara', email: 'cara@example.com' });
    await book('2026-10-05T10:00:00Z', shop.bea.id);
    await shop.providers.addAbsence(setUp, shop.bea.id, {
      startsAt: '2026-10-06T10:00:00Z',
      endsAt: '2026-10-06T12:00:00Z',
      note: 'private',
    });
    const closed = { firstDay: '2026-10-07', lastDay: '2026-10-07', name: 'Holiday' };
    await shop.providers.addClosure(setUp, { locationId: null, ...closed });
  });
  after(() => app.stop());

  const look = async (query: string, cookie = owner): Promise<CalendarView> => {
    const answer = await app.call('GET', `${base}/calendar?${query}`, { cookie });
    expect(answer.status, answer.text).to.equal(200);
    return answer.body;
  };
  const week = 'from=2026-10-05&to=2026-10-11';

  it('shows who comes, how many places are taken, buffers, and the version that a move sends along', async () => {
    const { events, cut } = await look(week);
    expect(cut).to.equal(false);
    expect(
      events.map(({ customer, others, taken, capacity }) => ({ customer, others, taken, capacity })),
    ).to.deep.equal([
      { customer: 'Ben Miller', others: 1, taken: 2, capacity: 3 },
      { customer: 'Ben Miller', others: 0, taken: 1, capacity: 3 },
    ]);
    expect(events[0]).to.deep.include({
      start: '2026-10-05T08:00:00Z',
      end: '2026-10-05T09:00:00Z',
      busyTo: '2026-10-05T09:15:00Z',
      version: 0,
      status: 'confirmed',
    });
  });

  it('shows working hours, absences without their note, and closures, in the zone of the place', async () => {
    const view = await look(week);
    expect(view.timezone).to.equal('Europe/Lisbon');
    const bea = view.providers.find(({ id }) => id === shop.bea.id);
    expect(bea?.windows).to.have.length(7);
    expect(bea?.windows[0]).to.deep.equal({
      location: shop.location.id,
      start: '2026-10-05T08:00:00Z',
      end: '2026-10-05T16:00:00Z',
    });
    expect(bea?.absences).to.deep.equal([{ start: '2026-10-06T10:00:00Z', end: '2026-10-06T12:00:00Z' }]);
    expect(view.closures).to.deep.equal([
      { location: null, start: '2026-10-06T23:00:00Z', end: '2026-10-07T23:00:00Z' },
    ]);
    expect(JSON.stringify(view)).not.to.include('private');
  });

  it('narrows to a provider, a location, a service or a status', async () => {
    const count = async (query: string) => (await look(`${week}&${query}`)).events.length;
    expect(await count(`provider=${shop.bea.id}`)).to.equal(1);
    expect(await count(`service=${shop.haircut.id}`)).to.equal(2);
    expect(await count('service=999')).to.equal(0);
    expect(await count(`location=${shop.location.id}&status=confirmed`)).to.equal(2);
    expect(await count('status=cancelled')).to.equal(0);
  });

  it('shows an appointment of the evening before that lasts into the range', async () => {
    const night = Date.parse('2026-10-08T23:00:00Z');
    const [row] = await database.db('appointments').limit(1);
    await database.db('appointments').insert({
      ...{ ...row, id: 9000, starts_at: night - HOUR, ends_at: night + HOUR, busy_from: night - HOUR },
      ...{ busy_to: night + HOUR },
    });
    const ids = (view: CalendarView) => view.events.map(({ id }) => id);
    expect(ids(await look('from=2026-10-09&to=2026-10-09'))).to.deep.equal([9000]);
    expect(ids(await look('from=2026-10-08&to=2026-10-08'))).to.deep.equal([9000]);
    expect(ids(await look('from=2026-10-10&to=2026-10-10'))).to.deep.equal([]);
    await database.db('appointments').where({ id: 9000 }).delete();
  });

  it('knows that the day on which clocks go back has 25 hours', async () => {
    await shop.providers.replaceWeek(setUp, shop.ada.id, { windows: everyDay(shop.location.id, '00:00', '24:00') });
    const view = await look('from=2026-10-25&to=2026-10-25');
    const [window] =
      view.providers
        .find(({ id }) => id === shop.ada.id)
        ?.windows.filter(({ start }) => start >= '2026-10-24T23:00:00Z') ?? [];
    expect(window).to.deep.include({ start: '2026-10-24T23:00:00Z', end: '2026-10-26T00:00:00Z' });
  });

  it('S04 shows a provider’s account its own calendar alone, and nobody else’s name', async () => {
    const permissions = ['appointments.view' as const];
    const own = await aMember(database.db, clock, { name: 'Own', role: 'own', permissions, providerId: shop.bea.id });
    const view = await look(week, own.cookie);
    expect(view.providers.map(({ id }) => id)).to.deep.equal([shop.bea.id]);
    expect(view.events).to.have.length(1);
    expect((await look(`${week}&provider=${shop.ada.id}`, own.cookie)).events).to.deep.equal([]);
    const none = await aMember(database.db, clock, { name: 'None', role: 'own', permissions });
    expect((await look(week, none.cookie)).providers).to.deep.equal([]);
  });

  it('refuses more than 62 days', async () => {
    const answer = await app.call('GET', `${base}/calendar?from=2026-10-01&to=2026-12-02`, { cookie: owner });
    expect(answer.status).to.equal(422);
  });
});
