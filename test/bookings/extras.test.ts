import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import type { Shop } from '../support/shop.js';
import { aShop, bookingBody } from '../support/shop.js';

eachDatabase('extras (A121)', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let shop: Shop;
  let cookie: string;
  let mask: { id: number };
  before(async () => {
    app = await startApp({ ...database, clock });
    // An hour for 35, from nine to five.
    shop = await aShop(database.db, clock, { stepMinutes: 30 });
    cookie = await app.signIn();
    mask = (await admin('POST', '/extras', aMask())).body;
  });
  after(() => app.stop());

  const aMask = (more: object = {}) => ({
    ...{ name: 'Mask', priceMinor: 500, currency: 'EUR', minutes: 15, most: 2, services: [shop.haircut.id] },
    ...more,
  });
  const admin = (method: string, path: string, body?: object) =>
    app.call(method, `/api/v1/admin${path}`, body ? { cookie, body } : { cookie });
  const book = async (wish: Record<string, unknown>) =>
    app.call('POST', '/api/v1/bookings', {
      body: await bookingBody(app.call, shop, { provider: shop.ada.id, ...wish }),
      headers: { 'idempotency-key': randomUUID() },
    });
  const starts = async (extras: string): Promise<string[]> => {
    const query = `service=${shop.haircut.id}&provider=${shop.ada.id}&from=2026-12-03&to=2026-12-03${extras}`;
    const { body } = await app.call('GET', `/api/v1/availability?${query}`);
    return body.days['2026-12-03'].map(
      ({ start, end }: { start: string; end: string }) => `${start.slice(11, 16)}-${end.slice(11, 16)}`,
    );
  };

  it('are added, changed and removed, and leave a trail', async () => {
    const { status, body: extra } = await admin('POST', '/extras', aMask({ name: 'Tea', minutes: 0 }));
    expect(status).to.equal(201);
    const changed = await admin('PATCH', `/extras/${extra.id}`, { priceMinor: 100, services: [] });
    expect(changed.body).to.deep.equal({ ...extra, priceMinor: 100, services: [] });
    expect((await admin('PATCH', `/extras/${extra.id}`, { services: [999_999] })).body.error.field).to.equal(
      'services.0',
    );
    expect((await admin('DELETE', `/extras/${extra.id}`)).status).to.equal(204);
    expect((await admin('GET', '/extras')).body.items).to.deep.equal([mask]);
    const trail = await database
      .db('audit')
      .where({ subject: `extra:${extra.id}` })
      .orderBy('id')
      .pluck('action');
    expect(trail).to.deep.equal(['extra.created', 'extra.changed', 'extra.removed']);
  });

  it('stand in the public catalog with services that visitors see, and with no others (S08)', async () => {
    const secret = await shop.service({ categoryId: shop.category.id, visibility: 'private' });
    const hidden = (await admin('POST', '/extras', aMask({ name: 'Secret', services: [secret.id] }))).body;
    await admin('PATCH', `/extras/${mask.id}`, { services: [shop.haircut.id, secret.id] });
    const { extras } = (await app.call('GET', '/api/v1/catalog')).body;
    expect(extras).to.deep.equal([{ ...mask, services: [shop.haircut.id] }]);
    for (const wish of [
      [{ id: hidden.id, quantity: 1 }],
      [{ id: 999_999, quantity: 1 }],
      [{ id: mask.id, quantity: 3 }],
      [
        { id: mask.id, quantity: 1 },
        { id: mask.id, quantity: 1 },
      ],
    ])
      expect((await book({ extras: wish })).body.error.details.reason, JSON.stringify(wish)).to.equal('not_offered');
  });

  it('lengthen the time that is offered', async () => {
    const plain = await starts('');
    expect(plain.at(-1)).to.equal('16:00-17:00');
    const longer = await starts(`&extras=${mask.id}:2`);
    expect(longer[0]).to.equal('09:00-10:30');
    expect(longer.at(-1), 'it must end by five').to.equal('15:30-17:00');
    const unknown = await app.call(
      'GET',
      `/api/v1/availability?service=${shop.haircut.id}&from=2026-12-03&to=2026-12-03&extras=999:1`,
    );
    expect(unknown.status).to.equal(404);
  });

  it('are paid for, take their time, and stay as they were booked', async () => {
    const extras = [{ id: mask.id, quantity: 2 }];
    const start = '2026-12-01T10:00:00Z';
    const cheap = await book({ start, extras });
    expect(cheap.body.error.code, 'the price of the service alone').to.equal('price_changed');
    expect(cheap.body.error.details.totalMinor).to.equal(shop.haircut.priceMinor + 1000);
    const quotedMinor = shop.haircut.priceMinor + 1000;
    const booked = await book({ start, extras, quotedMinor });
    expect(booked.status, booked.text).to.equal(201);
    const [item] = booked.body.booking.items;
    const kept = [{ name: 'Mask', quantity: 2, priceMinor: 500 }];
    expect(item).to.deep.include({ start, end: '2026-12-01T11:30:00Z', priceMinor: quotedMinor, extras: kept });
    expect(booked.body.booking.totalMinor).to.equal(quotedMinor);
    const late = await book({ start: '2026-12-01T11:00:00Z' });
    expect(late.body.error.code, 'the extra minutes are taken').to.equal('slot_taken');

    await admin('PATCH', `/extras/${mask.id}`, { name: 'Other', priceMinor: 1, minutes: 60 });
    const { reference } = booked.body.booking;
    const token = booked.body.manageUrl.split('#')[1];
    const again = await app.call('GET', `/api/v1/bookings/${reference}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(again.body.items[0].extras).to.deep.equal(kept);
    expect(again.body).to.deep.equal(booked.body.booking);
    const { body } = await admin('GET', '/appointments?from=2026-12-01&to=2026-12-01&timezone=Europe/Lisbon');
    const seen = body.items.flatMap((row: { bookings: object[] }) => row.bookings);
    expect(seen[0]).to.deep.include({ reference, priceMinor: quotedMinor, extras: kept });
    expect((await admin('DELETE', `/extras/${mask.id}`)).status, 'what is booked needs no row').to.equal(204);
  });

  it('lengthen nothing in a group, where each has a place and the time is everybody’s', async () => {
    const yoga = await shop.service({
      ...{ categoryId: shop.category.id, name: 'Yoga', capacity: 5, durationMinutes: 60, stepMinutes: 60 },
      ...{ leadMinutes: 0, priceMinor: 1000 },
    });
    const cleo = await shop.hire('Cleo', [yoga.id]);
    const mat = (await admin('POST', '/extras', aMask({ name: 'Mat', services: [yoga.id] }))).body;
    const wish = { services: [yoga.id], provider: cleo.id, start: '2026-12-02T10:00:00Z', persons: 2 };
    const booked = await book({ ...wish, extras: [{ id: mat.id, quantity: 1 }], quotedMinor: 2500 });
    expect(booked.status, booked.text).to.equal(201);
    expect(booked.body.booking.items[0]).to.include({ end: '2026-12-02T11:00:00Z', priceMinor: 2500 });
  });
});
