import { expect } from 'chai';
import type { TestAnswer, TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import type { Shop } from '../support/shop.js';
import { aShop, everyDay } from '../support/shop.js';

eachDatabase('working hours over several weeks and from a date on (A121)', (database) => {
  // A Tuesday.
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let shop: Shop;
  let cookie: string;
  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    shop = await aShop(database.db, clock, { horizonDays: 365 });
    cookie = await app.signIn();
  });
  after(() => app.stop());

  const hours = (method: 'GET' | 'PUT', body?: object): Promise<TestAnswer> =>
    app.call(method, `/api/v1/admin/providers/${shop.ada.id}/hours`, { cookie, ...(body ? { body } : {}) });
  const week = (method: 'GET' | 'PUT', body?: object): Promise<TestAnswer> =>
    app.call(method, `/api/v1/admin/providers/${shop.ada.id}/working-hours`, { cookie, ...(body ? { body } : {}) });
  const startsOn = async (day: string): Promise<string[]> => {
    const path = `/api/v1/availability?service=${shop.haircut.id}&provider=${shop.ada.id}&from=${day}&to=${day}`;
    return ((await app.call('GET', path)).body.days[day] ?? []).map(({ start }: { start: string }) =>
      start.slice(11, 16),
    );
  };
  const window = (weekInTurn: number, weekday: number, start: string, end: string) => ({
    ...{ week: weekInTurn, weekday, locationId: shop.location.id, start, end },
  });

  it('show one week that always holds as a single period', async () => {
    const { body } = await hours('GET');
    expect(body.periods).to.have.length(1);
    expect(body.periods[0]).to.include({ from: null, weeks: 1 });
    expect(body.periods[0].windows).to.have.length(7);
    expect(body.periods[0].windows[0]).to.deep.equal(window(0, 1, '09:00', '17:00'));
  });

  it('rotate over two weeks from a date on, and visitors are offered what each week says', async () => {
    const periods = [
      { from: null, windows: everyDay(shop.location.id, '09:00', '11:00') },
      {
        from: '2026-12-07',
        weeks: 2,
        anchor: '2026-12-10',
        windows: [window(0, 1, '10:00', '12:00'), window(1, 1, '14:00', '15:00')],
      },
    ];
    const answer = await hours('PUT', { periods });
    expect(answer.status, answer.text).to.equal(200);
    expect(answer.body.periods[1]).to.deep.include({ from: '2026-12-07', weeks: 2, anchor: '2026-12-07' });
    expect((await hours('GET')).body).to.deep.equal(answer.body);
    expect(await startsOn('2026-12-06')).to.deep.equal(['09:00', '10:00']);
    expect(await startsOn('2026-12-07')).to.deep.equal(['10:00', '11:00']);
    expect(await startsOn('2026-12-08')).to.deep.equal([]);
    expect(await startsOn('2026-12-14')).to.deep.equal(['14:00']);
    expect(await startsOn('2026-12-21')).to.deep.equal(['10:00', '11:00']);
  });

  it('can’t be replaced by one plain week without a word, which shows the week of today', async () => {
    const refused = await week('PUT', { windows: [] });
    expect(refused.body.error.code).to.equal('conflict');
    expect((await week('GET')).body.windows[0]).to.deep.include({ start: '09:00', end: '11:00' });
    clock.set('2026-12-16T08:00:00Z');
    cookie = await app.signIn();
    expect((await week('GET')).body.windows).to.deep.equal([
      { weekday: 1, locationId: shop.location.id, start: '14:00', end: '15:00' },
    ]);
    clock.set('2026-11-24T08:00:00Z');
    cookie = await app.signIn();
  });

  it('are refused with the field where they don’t fit together', async () => {
    const refused = async (...periods: object[]) => (await hours('PUT', { periods })).body.error?.field;
    const base = { from: null, windows: [] };
    expect(await refused({ from: '2026-12-01', windows: [] })).to.equal('periods.0.from');
    expect(await refused(base, base)).to.equal('periods.1.from');
    const december = { from: '2026-12-01', windows: [] };
    expect(await refused(base, december, december)).to.equal('periods.2.from');
    const overlap = [window(0, 1, '09:00', '12:00'), window(0, 1, '11:00', '13:00')];
    expect(await refused(base, { ...december, windows: overlap })).to.equal('periods.1.windows.1');
    expect(await refused(base, { ...december, windows: [window(1, 1, '09:00', '12:00')] })).to.equal(
      'periods.1.windows.0.week',
    );
  });

  it('keep a location from being taken away while hours to come need it, and not for hours that are over', async () => {
    const place = { name: 'Porto', timeZone: 'Europe/Lisbon' };
    const { body: porto } = await app.call('POST', '/api/v1/admin/locations', { cookie, body: place });
    const patch = (locations: number[]) =>
      app.call('PATCH', `/api/v1/admin/providers/${shop.ada.id}`, { cookie, body: { locations } });
    expect((await patch([shop.location.id, porto.id])).status).to.equal(200);
    const inPorto = [{ ...window(0, 1, '09:00', '12:00'), locationId: porto.id }];
    const later = [
      { from: null, windows: [] },
      { from: '2026-12-01', windows: inPorto },
    ];
    expect((await hours('PUT', { periods: later })).status).to.equal(200);
    expect((await patch([shop.location.id])).body.error.field).to.equal('locations');
    const over = [
      { from: null, windows: inPorto },
      { from: '2026-11-01', windows: [] },
    ];
    expect((await hours('PUT', { periods: over })).status).to.equal(200);
    expect((await patch([shop.location.id])).status).to.equal(200);
    expect((await hours('PUT', { periods: over })).status, 'what is over may stay').to.equal(200);
  });

  it('leave a line in the trail with both, and go back to one plain week', async () => {
    const before = (await hours('GET')).body.periods;
    await hours('PUT', { periods: [{ from: null, windows: everyDay(shop.location.id) }] });
    const row = await database.db('audit').where({ action: 'provider.hours_changed' }).orderBy('id', 'desc').first();
    expect(JSON.parse(row.values).periods.from).to.deep.equal(before);
    expect(await database.db('hours_periods')).to.deep.equal([]);
    expect((await week('PUT', { windows: everyDay(shop.location.id) })).status).to.equal(200);
  });
});
