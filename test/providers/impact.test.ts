import { expect } from 'chai';
import type { TestAnswer, TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import { dumpOf } from '../support/dump.js';
import type { Shop } from '../support/shop.js';
import { aShop, bookOver, everyDay } from '../support/shop.js';
import { aMember } from '../support/team.js';

eachDatabase('appointments that a change would strand', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let shop: Shop;
  let cookie: string;
  /** Ada's at ten on 1 December and at three on 2 December, and Bea's at ten on 2 December. */
  let first: number;
  let second: number;
  let beas: number;
  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    shop = await aShop(database.db, clock);
    cookie = await app.signIn();
    first = await book('2026-12-01T10:00:00Z', shop.ada.id);
    second = await book('2026-12-02T15:00:00Z', shop.ada.id);
    beas = await book('2026-12-02T10:00:00Z', shop.bea.id);
  });
  after(() => app.stop());

  async function book(start: string, provider: number): Promise<number> {
    const { body, status, text } = await bookOver(app.call, shop, { start, provider });
    expect(status, text).to.equal(201);
    const row = await database
      .db('booking_items')
      .join('bookings', 'bookings.id', 'booking_items.booking_id')
      .where('bookings.reference', body.booking.reference)
      .first('appointment_id');
    return row.appointment_id;
  }
  const call = (method: string, path: string, body?: object, who = cookie): Promise<TestAnswer> =>
    app.call(method, `/api/v1/admin${path}`, { cookie: who, ...(body ? { body } : {}) });
  const impact = (body: object, who = cookie) => call('POST', `/providers/${shop.ada.id}/impact`, body, who);
  const stranded = async (body: object): Promise<[number, string][]> => {
    const answer = await impact(body);
    expect(answer.status, answer.text).to.equal(200);
    return answer.body.items.map(({ id, reason }: { id: number; reason: string }) => [id, reason]);
  };
  const absence = { startsAt: '2026-12-01T09:30:00Z', endsAt: '2026-12-01T10:30:00Z', note: '' };
  const afternoons = (start: string) => [{ from: null, windows: everyDay(shop.location.id, start, '17:00') }];

  it('are told of an absence with all that is needed to decide, and nothing is changed by asking', async () => {
    const before = await dumpOf(database.db);
    const { body } = await impact({ absence });
    const { version, ...item } = body.items[0];
    expect(version).to.be.a('number');
    expect({ ...body, items: [item] }).to.deep.equal({
      total: 1,
      hidden: 0,
      items: [
        {
          ...{ id: first, start: '2026-12-01T10:00:00Z', end: '2026-12-01T11:00:00Z', status: 'confirmed' },
          ...{ reason: 'absence', service: 'Haircut', customers: ['Ben Miller'] },
          provider: { id: shop.ada.id, name: 'Ada' },
          location: { id: shop.location.id, name: 'Baixa', timeZone: 'Europe/Lisbon' },
          others: [{ id: shop.bea.id, name: 'Bea' }],
        },
      ],
    });
    expect(await dumpOf(database.db)).to.deep.equal(before);
  });

  it('are told of hours, special days, archiving, and services and locations that are taken away', async () => {
    expect(await stranded({ hours: { periods: afternoons('12:00') } })).to.deep.equal([[first, 'closed']]);
    const later = [...afternoons('09:00'), { from: '2026-12-02', windows: [] }];
    expect(await stranded({ hours: { periods: later } })).to.deep.equal([[second, 'closed']]);
    expect(await stranded({ hours: { periods: afternoons('08:00') } })).to.deep.equal([]);
    expect(await stranded({ specialDay: { day: '2026-12-01', windows: [] } })).to.deep.equal([[first, 'closed']]);
    const both = [first, second].map((id) => [id, 'not_offered']);
    expect(await stranded({ fields: { status: 'archived' } })).to.deep.equal(both);
    expect(await stranded({ fields: { services: [] } })).to.deep.equal(both);
    expect(await stranded({ fields: { name: 'Ada L.' } })).to.deep.equal([]);
  });

  it('are told when a special day goes that alone made room for them', async () => {
    const windows = [{ locationId: shop.location.id, start: '19:00', end: '22:00' }];
    const { body } = await call('POST', `/providers/${shop.ada.id}/special-days`, { day: '2026-12-05', windows });
    const evening = await book('2026-12-05T20:00:00Z', shop.ada.id);
    expect(await stranded({ specialDayRemoval: body.id })).to.deep.equal([[evening, 'closed']]);
    await database.db('appointments').where({ id: evening }).update({ status: 'cancelled' });
  });

  it('are told of a closure, with everybody’s, and only at its location', async () => {
    const closure = { firstDay: '2026-12-02', lastDay: '2026-12-02', name: 'Works' };
    const all = (await call('POST', '/closures/impact', closure)).body;
    expect(all.items.map(({ id, reason }: { id: number; reason: string }) => [id, reason])).to.deep.equal([
      [beas, 'closure'],
      [second, 'closure'],
    ]);
    expect(all.items[0].others, 'who is closed too takes nothing over').to.deep.equal([]);
    const { body: porto } = await call('POST', '/locations', { name: 'Porto', timeZone: 'Europe/Lisbon' });
    expect((await call('POST', '/closures/impact', { ...closure, locationId: porto.id })).body.total).to.equal(0);
  });

  it('are refused what saving refuses, in the same words', async () => {
    const overlapping = [
      { weekday: 1, locationId: shop.location.id, start: '09:00', end: '12:00' },
      { weekday: 1, locationId: shop.location.id, start: '11:00', end: '13:00' },
    ];
    const hours = { periods: [{ from: null, windows: overlapping }] };
    const saved = await call('PUT', `/providers/${shop.ada.id}/hours`, hours);
    const { code, field, message } = saved.body.error;
    expect([code, field]).to.deep.equal(['invalid_request', 'periods.0.windows.1']);
    expect((await impact({ hours })).body.error).to.deep.include({ code, field, message });
    expect((await impact({ hours, absence })).status, 'one change at a time').to.equal(422);
  });

  it('don’t show whose appointments an account may not see', async () => {
    const permissions = ['providers.view', 'providers.edit', 'appointments.view'] as const;
    const bea = await aMember(database.db, clock, { name: 'Bea B', role: 'own', permissions, providerId: shop.bea.id });
    const { body } = await impact({ absence }, bea.cookie);
    expect(body).to.deep.equal({ total: 1, hidden: 1, items: [] });
  });

  it('stay where they are when the absence is saved: none is lost or silently moved', async () => {
    const kept = async () => ({
      appointments: await database.db('appointments').orderBy('id'),
      items: await database.db('booking_items').orderBy('id'),
      mails: (await database.db('outbox').orderBy('id')).map((row: { event: string }) => row.event),
    });
    const before = await kept();
    expect((await call('POST', `/providers/${shop.ada.id}/absences`, absence)).status).to.equal(201);
    expect(await kept()).to.deep.equal(before);
    const list = await call('GET', '/appointments?from=2026-12-01&to=2026-12-01');
    expect(list.body.items).to.have.length(1);
    expect(list.body.items[0]).to.deep.include({ id: first, status: 'confirmed', start: '2026-12-01T10:00:00Z' });
    const taken = await bookOver(app.call, shop, { start: '2026-12-01T09:00:00Z', provider: shop.ada.id });
    expect(taken.status, 'and nobody new gets the time').to.be.greaterThanOrEqual(400);
    // What is stranded already is no news of the next change.
    expect(await stranded({ hours: { periods: afternoons('12:00') } })).to.deep.equal([]);
  });

  it('can be given to who is free, with the revision that was shown', async () => {
    const { body } = await impact({ fields: { status: 'archived' } });
    const item = body.items.find(({ id }: { id: number }) => id === second);
    const moved = await call('POST', `/appointments/${second}/rescheduling`, {
      ...{ start: item.start, provider: item.others[0].id, version: item.version },
    });
    expect(moved.status, moved.text).to.equal(200);
    expect(moved.body).to.deep.include({ start: item.start });
    expect(moved.body.provider.name).to.equal('Bea');
    expect((await impact({ fields: { status: 'archived' } })).body.total).to.equal(0);
  });
});
