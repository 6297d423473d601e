import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import type { Shop } from '../support/shop.js';
import { aShop, bookingBody, bookOver } from '../support/shop.js';

eachDatabase('booking through the public door', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let shop: Shop;
  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    shop = await aShop(database.db, clock);
  });
  after(() => app.stop());
  const book = (wish: Record<string, unknown> = {}, key?: string) => bookOver(app.call, shop, wish, key);
  const rows = async (table: string): Promise<number> =>
    Number((await database.db(table).count({ count: '*' }).first())?.['count']);

  it('A001 adds the customer with what they typed, and answers the booking with its manage link', async () => {
    const answer = await book({ start: '2026-12-01T10:00:00Z', provider: shop.ada.id });
    expect(answer.status, answer.text).to.equal(201);
    const { booking, manageUrl } = answer.body;
    expect(booking.reference).to.match(/^[3-9A-Y]{4}-[3-9A-Y]{4}$/);
    expect(booking.items).to.deep.equal([
      {
        service: 'Haircut',
        provider: 'Ada',
        location: { name: 'Baixa', address: '', timeZone: 'Europe/Lisbon' },
        start: '2026-12-01T10:00:00Z',
        end: '2026-12-01T11:00:00Z',
        persons: 1,
        priceMinor: 3500,
        status: 'confirmed',
      },
    ]);
    expect(booking.cancellableUntil).to.equal('2026-11-30T10:00:00Z');
    expect(manageUrl).to.match(new RegExp(`/manage/${booking.reference}#[A-Za-z0-9_-]{43}$`));
    const customer = await database.db('customers').where({ email: 'ben@example.com' }).first();
    expect(customer).to.include({
      first_name: 'Ben',
      last_name: 'Miller',
      phone: '+351 912 345 678',
      phone_e164: '+351912345678',
      status: 'active',
    });
    expect(customer.created_at).to.equal(clock.now(), 'A009');
  });

  it('writes the outbox and the audit trail with the booking, and neither without it', async () => {
    const before = { outbox: await rows('outbox'), audit: await rows('audit') };
    expect((await book({ start: '2026-12-02T10:00:00Z' })).status).to.equal(201);
    expect({ outbox: await rows('outbox'), audit: await rows('audit') }).to.deep.equal({
      outbox: before.outbox + 1,
      audit: before.audit + 1,
    });
    expect((await book({ start: '2026-12-02T10:30:00Z' })).status).to.equal(422);
    expect({ outbox: await rows('outbox'), audit: await rows('audit') }).to.deep.equal({
      outbox: before.outbox + 1,
      audit: before.audit + 1,
    });
  });

  it('A007 attaches the next booking of the same person, however the name is spelt', async () => {
    const before = await rows('customers');
    const contact = { firstName: ' béN', lastName: 'MILLER', email: 'Ben@Example.com' };
    expect((await book({ start: '2026-12-03T10:00:00Z', contact })).status).to.equal(201);
    expect(await rows('customers')).to.equal(before);
  });

  it('S21 keeps what was typed with the booking and leaves the customer as it was', async () => {
    const contact = {
      firstName: 'Ben',
      lastName: 'Miller',
      email: 'ben@example.com',
      phone: '+351 999 999 999',
      note: 'Ring twice',
    };
    const { body } = await book({ start: '2026-12-03T11:00:00Z', contact });
    expect(
      await database.db('bookings').where({ reference: body.booking.reference }).first('phone', 'note'),
    ).to.deep.equal({ phone: '+351 999 999 999', note: 'Ring twice' });
    expect((await database.db('customers').where({ email: 'ben@example.com' }).first('phone')).phone).to.equal(
      '+351 912 345 678',
    );
  });

  it('makes another customer of another name under the same e-mail: a family', async () => {
    const before = await rows('customers');
    const contact = { firstName: 'Clara', lastName: 'Miller', email: 'ben@example.com' };
    expect((await book({ start: '2026-12-03T12:00:00Z', contact })).status).to.equal(201);
    expect(await rows('customers')).to.equal(before + 1);
  });

  it('S22 answers a known e-mail no different from an unknown one: no cookie, the same keys', async () => {
    const known = await book({ start: '2026-12-04T09:00:00Z' });
    const unknown = await book({
      start: '2026-12-04T10:00:00Z',
      contact: { firstName: 'New', lastName: 'Person', email: 'new@example.com' },
    });
    const names = (headers: Headers): string[] =>
      [...headers.keys()].filter((name) => name !== 'content-length').sort();
    expect(names(known.headers)).to.deep.equal(names(unknown.headers)).and.not.include('set-cookie');
    expect(Object.keys(known.body.booking)).to.deep.equal(Object.keys(unknown.body.booking));
  });

  it('gives any provider the visit, the less busy one first, and refuses when both have it', async () => {
    const start = '2026-12-05T10:00:00Z';
    const first = await book({ start });
    const second = await book({ start });
    const third = await book({ start });
    expect([first.status, second.status, third.status]).to.deep.equal([201, 201, 409]);
    expect([first.body.booking.items[0].provider, second.body.booking.items[0].provider].sort()).to.deep.equal([
      'Ada',
      'Bea',
    ]);
  });

  it('offers the nearest free times when the time is taken', async () => {
    const { body } = await book({ start: '2026-12-05T10:00:00Z' });
    expect(body.error.code).to.equal('slot_taken');
    expect(body.error.details.reason).to.equal('busy');
    const starts = body.error.details.alternatives.map((slot: { start: string }) => slot.start);
    expect(starts)
      .to.include.members(['2026-12-05T09:00:00Z', '2026-12-05T11:00:00Z'])
      .and.not.include('2026-12-05T10:00:00Z');
  });

  const refusals: [string, string, string][] = [
    ['S56 in the past', '2026-11-23T10:00:00Z', 'past'],
    ['S56 beyond the horizon', '2028-01-10T10:00:00Z', 'horizon'],
    ['S56 before the shop opens', '2026-12-08T07:00:00Z', 'closed'],
    ['S56 running over closing time', '2026-12-08T16:30:00Z', 'closed'],
    ['S56 off the grid by a second', '2026-12-08T10:00:01Z', 'off_grid'],
  ];
  for (const [title, start, reason] of refusals) {
    it(`${title}: refuses with the reason ${reason}`, async () => {
      const { status, body } = await book({ start });
      expect([status, body.error.code, body.error.details.reason]).to.deep.equal([422, 'slot_not_offered', reason]);
    });
  }

  it('S56 refuses a start that is no instant in UTC', async () => {
    for (const start of [
      '2026-12-08T10:00:00',
      '2026-12-08T10:00:00+00:00',
      '2026-12-08T10:00:00.5Z',
      '2026-13-08T10:00:00Z',
    ]) {
      expect((await book({ start })).status, start).to.equal(422);
    }
  });

  it('S08 refuses what visitors can’t see: private or archived services, unknown providers and locations', async () => {
    const hidden = await shop.service({ categoryId: shop.category.id, visibility: 'private' });
    const archived = await shop.service({ categoryId: shop.category.id, status: 'archived' });
    const wishes = [
      { services: [hidden.id] },
      { services: [archived.id] },
      { services: [99_999] },
      { provider: 99_999 },
      { location: 99_999 },
    ];
    for (const wish of wishes) {
      const { status, body } = await book({ start: '2026-12-09T10:00:00Z', ...wish });
      expect([status, body.error.details?.reason], JSON.stringify(wish)).to.deep.equal([422, 'not_offered']);
    }
  });

  it('S52 computes the price itself: another one than the visitor saw answers 409 with the new one', async () => {
    const { status, body } = await book({ start: '2026-12-09T10:00:00Z', quotedMinor: 1 });
    expect([status, body.error.code]).to.deep.equal([409, 'price_changed']);
    expect(body.error.details).to.deep.equal({ totalMinor: 3500, currency: 'EUR' });
  });

  it('S09 S24 refuses fields that are the server’s to decide', async () => {
    for (const extra of [{ status: 'confirmed' }, { totalMinor: 1 }, { id: 1 }, { customerId: 1 }]) {
      expect((await book({ start: '2026-12-09T10:00:00Z', ...extra })).status, JSON.stringify(extra)).to.equal(422);
    }
  });

  it('S53 S54 refuses persons that are no whole number from one on, or more than fit', async () => {
    for (const persons of [0, -1, 1.5, '2', Number.POSITIVE_INFINITY, 2 ** 31, 2 ** 53]) {
      expect((await book({ start: '2026-12-09T10:00:00Z', persons })).status, String(persons)).to.equal(422);
    }
    const { status, body } = await book({ start: '2026-12-09T10:00:00Z', persons: 2 });
    expect([status, body.error.details.reason]).to.deep.equal([409, 'full']);
  });

  it('asks again when the terms have changed', async () => {
    const { status, body } = await book({ start: '2026-12-09T10:00:00Z', acceptedTerms: 'older' });
    expect([status, body.error.code]).to.deep.equal([409, 'terms_changed']);
    expect(body.error.details.termsVersion).to.be.a('string');
  });

  it('goes by what holds now, not by what this server saw last', async () => {
    await book({ start: '2026-12-14T09:00:00Z', provider: shop.ada.id });
    // Another server changes the price; this one finds out under the lock.
    const { providers, catalog } = shop;
    await catalog.services.change({ kind: 'system', name: 'test' }, shop.haircut.id, { priceMinor: 4000 });
    const changed = await book({ start: '2026-12-14T10:00:00Z', provider: shop.ada.id });
    expect([changed.status, changed.body.error.code, changed.body.error.details.totalMinor]).to.deep.equal([
      409,
      'price_changed',
      4000,
    ]);
    await catalog.services.change({ kind: 'system', name: 'test' }, shop.haircut.id, { priceMinor: 3500 });
    await providers.addSpecialDay({ kind: 'system', name: 'test' }, shop.ada.id, {
      day: '2026-12-15',
      windows: [],
      note: '',
    });
    const closed = await book({ start: '2026-12-15T10:00:00Z', provider: shop.ada.id });
    expect([closed.status, closed.body.error.details.reason]).to.deep.equal([422, 'closed']);
  });

  it('asks for a telephone number where the business does', async () => {
    await database.db.transaction((tx) => app.context.settings.write(tx, 'requirePhone', true));
    const contact = { firstName: 'Ben', lastName: 'Miller', email: 'ben@example.com' };
    const { status, body } = await book({ start: '2026-12-16T10:00:00Z', contact });
    expect([status, body.error.field]).to.deep.equal([422, 'contact.phone']);
    await database.db.transaction((tx) => app.context.settings.write(tx, 'requirePhone', false));
  });

  it('takes names of any length and script that the form takes', async () => {
    const names = [
      ['\uFDFA'.repeat(20), 'Quist'],
      ['Ben', 'ß'.repeat(100)],
      ['가'.repeat(100), '각'.repeat(100)],
    ];
    for (const [index, [firstName, lastName]] of names.entries()) {
      const { status, text } = await book({
        start: `2026-12-17T1${index}:00:00Z`,
        contact: { firstName, lastName, email: 'long@example.com' },
      });
      expect(status, text).to.equal(201);
    }
  });

  it('S67 answers the same booking to the same key, and refuses the key for another body', async () => {
    const key = randomUUID();
    const first = await book({ start: '2026-12-10T10:00:00Z' }, key);
    const again = await book({ start: '2026-12-10T10:00:00Z' }, key);
    expect([first.status, again.status]).to.deep.equal([201, 201]);
    expect(again.text).to.equal(first.text);
    const other = await book({ start: '2026-12-10T11:00:00Z' }, key);
    expect([other.status, other.body.error.code]).to.deep.equal([422, 'idempotency_key_reused']);
    clock.advance(25 * 3_600_000);
    const dayAfter = await book({ start: '2026-12-10T11:00:00Z' }, key);
    expect(dayAfter.status, 'after 24 h the key is free').to.equal(201);
  });

  it('refuses a booking without an Idempotency-Key', async () => {
    const { status, body } = await app.call('POST', '/api/v1/bookings', { body: await bookingBody(app.call, shop) });
    expect([status, body.error.code]).to.deep.equal([422, 'idempotency_key_missing']);
  });

  it('waits for approval where the service asks for it, and holds the time meanwhile', async () => {
    const bridal = await shop.service({
      categoryId: shop.category.id,
      name: 'Bridal hair',
      needsApproval: true,
      durationMinutes: 60,
      stepMinutes: 60,
      leadMinutes: 0,
    });
    const cleo = await shop.hire('Cleo', [bridal.id]);
    const wish = { services: [bridal.id], start: '2026-12-11T10:00:00Z', provider: cleo.id };
    const first = await book(wish);
    expect(first.body.booking.items[0].status).to.equal('pending');
    expect((await book(wish)).status).to.equal(409);
    const cookie = await app.signIn();
    const path = `/api/v1/admin/bookings/${first.body.booking.reference}`;
    const approved = await app.call('POST', `${path}/approval`, { body: {}, cookie });
    expect(approved.body).to.deep.equal({ reference: first.body.booking.reference, status: 'confirmed' });
    expect((await app.call('POST', `${path}/approval`, { body: {}, cookie })).status, 'a second time').to.equal(409);
  });

  it('S60 frees the time when a booking is cancelled, and takes it again', async () => {
    const wish = { start: '2026-12-12T10:00:00Z', provider: shop.ada.id };
    for (let round = 0; round < 3; round += 1) {
      const { body } = await book(wish);
      expect((await book(wish)).status).to.equal(409);
      const cancelled = await app.call('POST', `/api/v1/bookings/${body.booking.reference}/cancellation`, {
        body: { reason: 'Ill' },
        headers: { authorization: `Bearer ${body.manageUrl.split('#')[1]}` },
      });
      expect([cancelled.status, cancelled.body.items[0].status]).to.deep.equal([200, 'cancelled']);
    }
    expect((await book(wish)).status).to.equal(201);
  });
});
