import { expect } from 'chai';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { aBusiness, setUp } from '../support/business.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import type { Shop } from '../support/shop.js';
import { aShop, bookOver } from '../support/shop.js';

eachDatabase('GET /availability', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let other: TestApp;
  let shop: Shop;
  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    // A second server on the same database, with caches of its own.
    const db = database.dialect === 'sqlite' ? database.db : database.connect();
    other = await startApp({ db, folder: database.folder, clock });
    shop = await aShop(database.db, clock, { leadMinutes: 60, horizonDays: 30 });
  });
  after(async () => {
    await app.stop();
    await other.stop();
  });
  const ask = (query: string, server = app) =>
    server.call('GET', `/api/v1/availability?service=${shop.haircut.id}&${query}`);
  const startsOn = async (day: string, server = app): Promise<string[]> => {
    const { body } = await ask(`from=${day}&to=${day}`, server);
    return (body.days[day] ?? []).map((slot: { start: string }) => slot.start.slice(11, 16));
  };

  it('shows a booking made through another server at once, and one cancelled too', async () => {
    const day = '2026-11-30';
    const wish = { start: `${day}T10:00:00Z` };
    expect(await startsOn(day, other)).to.include('10:00');
    const first = await bookOver(app.call, shop, wish);
    const slot = (await ask(`from=${day}&to=${day}`, other)).body.days[day].find(
      (one: { start: string }) => one.start === wish.start,
    );
    expect(slot.providers.length, 'one of two is left').to.equal(1);
    await bookOver(app.call, shop, wish);
    expect(await startsOn(day, other)).to.not.include('10:00');
    const token = first.body.manageUrl.split('#')[1];
    await app.call('POST', `/api/v1/bookings/${first.body.booking.reference}/cancellation`, {
      body: {},
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await startsOn(day, other)).to.include('10:00');
  });

  it('lets a start go when its lead time begins, without anything having changed (T6)', async () => {
    clock.set('2026-11-25T09:00:00Z');
    expect((await startsOn('2026-11-25'))[0]).to.equal('10:00');
    clock.set('2026-11-25T09:00:01Z');
    expect((await startsOn('2026-11-25'))[0]).to.equal('11:00');
    clock.set('2026-11-24T08:00:00Z');
  });

  it('takes a day into the horizon at the midnight of the place (T6)', async () => {
    clock.set('2026-11-24T23:59:59Z');
    expect(await startsOn('2026-12-25')).to.deep.equal([]);
    clock.set('2026-11-25T00:00:00Z');
    expect((await startsOn('2026-12-25')).length).to.equal(8);
    clock.set('2026-11-24T08:00:00Z');
  });

  it('follows hours, absences, closures and the catalog as soon as they change', async () => {
    const day = '2026-12-10';
    expect((await startsOn(day, other)).length).to.equal(8);
    await shop.providers.addAbsence(setUp, shop.bea.id, {
      startsAt: `${day}T00:00:00Z`,
      endsAt: `${day}T23:00:00Z`,
      note: '',
    });
    await shop.providers.addSpecialDay(setUp, shop.ada.id, {
      day,
      windows: [{ locationId: shop.location.id, start: '12:00', end: '14:00' }],
      note: '',
    });
    expect(await startsOn(day, other)).to.deep.equal(['12:00', '13:00']);
    const closure = await shop.providers.addClosure(setUp, {
      locationId: shop.location.id,
      firstDay: day,
      lastDay: day,
      name: 'Inventory',
    });
    expect(await startsOn(day, other)).to.deep.equal([]);
    await shop.providers.removeClosure(setUp, closure.id);
    await shop.catalog.services.change(setUp, shop.haircut.id, { durationMinutes: 120 });
    expect(await startsOn(day, other)).to.deep.equal(['12:00']);
    await shop.catalog.services.change(setUp, shop.haircut.id, { durationMinutes: 60 });
  });

  it('says which day comes next where a range has none, and null where none comes', async () => {
    const { body } = await ask('from=2026-11-20&to=2026-11-23');
    expect([body.days, body.next]).to.deep.equal([{}, '2026-11-24']);
    expect((await ask('from=2027-01-10&to=2027-01-20')).body.next).to.equal(null);
    expect((await ask('from=2026-11-24&to=2026-11-24')).body.next, 'there are some').to.equal(null);
  });

  it('shows dates in the zone asked for (T7), with UTC starts', async () => {
    const { body } = await ask('from=2026-12-01&to=2026-12-01&timezone=Asia/Tokyo');
    expect(body.timezone).to.equal('Asia/Tokyo');
    expect(body.days['2026-12-01'].map((slot: { start: string }) => slot.start)).to.deep.equal([
      ...['15:00', '16:00'].map((time) => `2026-11-30T${time}:00Z`),
      ...['09', '10', '11', '12', '13', '14'].map((hour) => `2026-12-01T${hour}:00:00Z`),
    ]);
  });

  it('counts the hour that comes back over midnight to the date that the clock shows (T7)', async () => {
    // St. John’s went from 00:01 on Sunday back to 23:01 on Saturday.
    clock.set('2010-11-01T00:00:00Z');
    const location = await aBusiness(database.db, clock).location({ timeZone: 'America/St_Johns' });
    const service = await shop.service({
      categoryId: shop.category.id,
      name: 'Night shift',
      durationMinutes: 30,
      stepMinutes: 30,
      leadMinutes: 0,
    });
    const nora = await shop.provider({ name: 'Nora', locations: [location.id], services: [{ serviceId: service.id }] });
    await shop.providers.replaceWeek(setUp, nora.id, {
      windows: [{ weekday: 6, locationId: location.id, start: '23:00', end: '01:00' }],
    });
    const on = async (day: string): Promise<string[]> => {
      const { body } = await app.call(
        'GET',
        `/api/v1/availability?service=${service.id}&location=${location.id}&from=${day}&to=${day}`,
      );
      return Object.values(body.days as Record<string, { start: string }[]>)
        .flat()
        .map((slot) => slot.start.slice(11, 16));
    };
    expect(await on('2010-11-06')).to.deep.equal(['01:30', '02:00', '03:00']);
    expect(await on('2010-11-07')).to.deep.equal(['02:30', '03:30', '04:00']);
    clock.set('2026-11-24T08:00:00Z');
  });

  it('S64 answers 62 days at most', async () => {
    expect((await ask('from=2026-12-01&to=2027-01-31')).status).to.equal(200);
    for (const range of [
      'from=2026-12-01&to=2027-02-01',
      'from=2026-12-02&to=2026-12-01',
      'from=2026-12-01&to=2036-12-01',
    ]) {
      const { status, body } = await ask(range);
      expect([status, body.error.field], range).to.deep.equal([422, 'to']);
    }
    expect(
      (await app.call('GET', `/api/v1/availability?service=${Array(7).fill(1).join()}&from=2026-12-01&to=2026-12-01`))
        .status,
    ).to.equal(422);
  });

  it('S65 takes the names of zones, and nothing that looks like one', async () => {
    for (const zone of [
      'Etc/GMT%2B99',
      'constructor',
      '..%2F..%2Fetc%2Flocaltime',
      'UTC%00',
      'x'.repeat(10_000),
      '%2B02:00',
      '',
    ]) {
      expect((await ask(`from=2026-12-01&to=2026-12-01&timezone=${zone}`)).status, zone.slice(0, 30)).to.equal(422);
    }
    for (const zone of ['europe/lisbon', 'EUROPE/lisbon']) {
      expect((await ask(`from=2026-12-01&to=2026-12-01&timezone=${zone}`)).body.timezone).to.equal('Europe/Lisbon');
    }
  });

  it('takes dates of this age alone, and a closure for good', async () => {
    for (const day of ['9999-12-31', '0000-01-01', '1969-12-31', '2200-01-01'])
      expect((await ask(`from=${day}&to=${day}`)).status, day).to.equal(422);
    const closure = await shop.providers.addClosure(setUp, {
      locationId: null,
      firstDay: '2027-06-01',
      lastDay: '2199-12-31',
      name: 'Retired',
    });
    expect((await ask('from=2199-12-31&to=2199-12-31')).status).to.equal(200);
    expect((await ask('from=2027-05-31&to=2027-06-02')).status).to.equal(200);
    await shop.providers.removeClosure(setUp, closure.id);
  });

  it('S64 lets nobody wait for a question that costs much', async () => {
    const { body, status } = await app.call(
      'GET',
      `/api/v1/availability?service=${Array(6).fill(shop.haircut.id).join()}&persons=1000&from=2026-12-01&to=2027-01-31`,
    );
    expect([status, body.days, body.next]).to.deep.equal([200, {}, null]);
  });

  it('S08 answers 404 for services, providers and locations that visitors can’t see', async () => {
    const hidden = await shop.service({ categoryId: shop.category.id, visibility: 'private' });
    for (const query of [
      `service=${hidden.id}`,
      'service=99999',
      `service=${shop.haircut.id}&provider=99999`,
      `service=${shop.haircut.id}&location=99999`,
    ]) {
      expect(
        (await app.call('GET', `/api/v1/availability?${query}&from=2026-12-01&to=2026-12-01`)).status,
        query,
      ).to.equal(404);
    }
  });
});
