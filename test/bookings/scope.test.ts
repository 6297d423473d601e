import { expect } from 'chai';
import type { Permission } from '../../server/lib/permissions.js';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import { dumpOf } from '../support/dump.js';
import type { Shop } from '../support/shop.js';
import { aShop, bookOver } from '../support/shop.js';
import { aMember } from '../support/team.js';

const base = '/api/v1/admin';
const december = '/appointments?from=2026-12-01&to=2026-12-01';

eachDatabase('appointments of one’s own (S04, S05)', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let shop: Shop;
  const references: Record<string, string> = {};
  let count = 0;

  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    shop = await aShop(database.db, clock, { needsApproval: true });
    const colour = await shop.service({
      categoryId: shop.category.id,
      name: 'Colour',
      durationMinutes: 60,
      leadMinutes: 0,
    });
    const cleo = await shop.hire('Cleo', [colour.id]);
    const book = async (name: string, wish: object) => {
      const booked = await bookOver(app.call, shop, wish as Record<string, unknown>);
      expect(booked.status, booked.text).to.equal(201);
      references[name] = booked.body.booking.reference;
    };
    await book('ada', { provider: shop.ada.id, start: '2026-12-01T10:00:00Z' });
    await book('bea', { provider: shop.bea.id, start: '2026-12-01T11:00:00Z' });
    await book('both', {
      services: [shop.haircut.id, colour.id],
      start: '2026-12-01T13:00:00Z',
      quotedMinor: shop.haircut.priceMinor + colour.priceMinor,
    });
    // Whoever of the two had less to do got the haircut: it is Ada's for this test.
    const mixed = await database.db('bookings').where({ reference: references['both'] }).first('id');
    const items = database.db('booking_items').where({ booking_id: mixed.id }).select('appointment_id');
    await database
      .db('appointments')
      .whereIn('id', items)
      .whereNot({ provider_id: cleo.id })
      .update({ provider_id: shop.ada.id, resource_id: shop.ada.id });
  });
  after(() => app.stop());

  const member = async (permissions: Permission[], providerId?: number) => {
    count += 1;
    const wish = { name: `Member ${count}`, role: 'own', permissions, ...(providerId ? { providerId } : {}) };
    return (await aMember(database.db, clock, wish)).cookie;
  };
  const listed = async (cookie: string, query = '') => {
    const { body } = await app.call('GET', base + december + query, { cookie });
    const names = body.items.flatMap((item: { bookings: { reference: string }[] }) =>
      item.bookings.map(({ reference }) => Object.keys(references).find((name) => references[name] === reference)),
    );
    return { total: body.total, names };
  };
  const decide = (cookie: string, name: string, decision: string) =>
    app.call('POST', `${base}/bookings/${references[name] ?? name}/${decision}`, {
      cookie,
      body: decision === 'approval' ? {} : { reason: '' },
    });

  it('S04 lists one’s provider’s appointments alone, and counts no others', async () => {
    const own = await member(['appointments.view'], shop.ada.id);
    expect(await listed(own)).to.deep.equal({ total: 2, names: ['ada', 'both'] });
    expect(await listed(own, `&provider=${shop.bea.id}`)).to.deep.equal({ total: 0, names: [] });
  });

  it('S04 lists nothing for an account without a provider, and everything for who may see all', async () => {
    expect(await listed(await member(['appointments.view']))).to.deep.equal({ total: 0, names: [] });
    const all = await member(['appointments.view', 'appointments.view_all'], shop.ada.id);
    expect((await listed(all)).total).to.equal(4);
  });

  it('S04 answers the same for somebody else’s booking and for none', async () => {
    const cookie = await member(['appointments.view', 'appointments.edit'], shop.ada.id);
    const before = await dumpOf(database.db);
    for (const decision of ['approval', 'rejection', 'cancellation']) {
      const foreign = await decide(cookie, 'bea', decision);
      const missing = await decide(cookie, '3333-3333', decision);
      expect([foreign.status, foreign.text], decision).to.deep.equal([missing.status, missing.text]);
      expect(foreign.status).to.equal(404);
    }
    expect(await dumpOf(database.db)).to.deep.equal(before);
  });

  it('S05 gives back nobody else’s time: a visit that is partly another provider’s is refused, and noted', async () => {
    const cookie = await member(['appointments.view', 'appointments.edit'], shop.ada.id);
    const before = await dumpOf(database.db);
    const answer = await decide(cookie, 'both', 'cancellation');
    expect([answer.status, answer.body.error.code]).to.deep.equal([403, 'forbidden']);
    expect(await dumpOf(database.db)).to.deep.equal(before);
    const last = await database.db('audit').orderBy('id', 'desc').first('action', 'values');
    expect(last.action).to.equal('access.denied');
  });

  it('lets a provider with the right decide on what is all their own', async () => {
    const cookie = await member(['appointments.view', 'appointments.edit'], shop.ada.id);
    expect((await decide(cookie, 'ada', 'approval')).body.status).to.equal('confirmed');
  });
});
