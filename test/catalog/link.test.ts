import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import type { Shop } from '../support/shop.js';
import { aShop, bookingBody, bookOver } from '../support/shop.js';

eachDatabase('private services with a link', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let shop: Shop;
  let cookie: string;
  /** A private service that Ada performs, and another one. */
  let bridal: { id: number; priceMinor: number };
  let other: { id: number };
  before(async () => {
    app = await startApp({ ...database, clock });
    shop = await aShop(database.db, clock);
    cookie = await app.signIn();
    const hidden = { categoryId: shop.category.id, visibility: 'private', durationMinutes: 60, leadMinutes: 0 };
    bridal = await shop.service({ ...hidden, name: 'Bridal hair' });
    other = await shop.service({ ...hidden, name: 'Other secret' });
    await shop.hire('Cleo', [bridal.id, other.id]);
  });
  after(() => app.stop());

  const admin = (method: string, path: string, body?: object) =>
    app.call(method, `/api/v1/admin${path}`, body ? { cookie, body } : { cookie });
  const make = async (id = bridal.id): Promise<string> => {
    const { status, body } = await admin('POST', `/services/${id}/link`);
    expect(status).to.equal(201);
    expect(body.link).to.match(/^http.*\/links\/[\w-]{43}\/$/);
    return new URL(body.link).pathname;
  };
  const names = async (base: string): Promise<string[]> =>
    (await app.call('GET', `${base}api/v1/catalog`)).body.services.map(({ name }: { name: string }) => name);
  const slots = (base: string, id: number) =>
    app.call('GET', `${base}api/v1/availability?service=${id}&from=2026-12-01&to=2026-12-01`);
  const book = async (base: string, service: { id: number; priceMinor?: number }, key: string = randomUUID()) =>
    app.call('POST', `${base}api/v1/bookings`, {
      body: await bookingBody(app.call, shop, { services: [service.id], quotedMinor: bridal.priceMinor }),
      headers: { 'idempotency-key': key },
    });

  it('S08 S12 show and sell it to whoever has the link, and nothing else that is private', async () => {
    expect(await names('/')).to.deep.equal(['Haircut']);
    expect((await slots('/', bridal.id)).status).to.equal(404);
    expect((await book('/', bridal)).body.error.details.reason).to.equal('not_offered');

    const link = await make();
    expect(await names(link)).to.deep.equal(['Bridal hair']);
    expect(Object.keys((await slots(link, bridal.id)).body.days)).to.have.length(1);
    expect((await slots(link, other.id)).status).to.equal(404);
    expect((await book(link, other)).body.error.details.reason).to.equal('not_offered');
    const booked = await book(link, bridal);
    expect(booked.status, booked.text).to.equal(201);
    expect(booked.body.booking.items[0].service).to.equal('Bridal hair');
    // What the link opened has not been kept for everybody.
    expect((await slots('/', bridal.id)).status).to.equal(404);
    expect((await bookOver(app.call, shop)).status, 'the public door stays as it is').to.equal(201);
  });

  it('S08 open nothing once the link is taken back or made anew, or the service archived', async () => {
    const first = await make();
    const second = await make();
    expect(second).to.not.equal(first);
    expect(await names(first)).to.deep.equal(['Haircut']);
    expect((await slots(first, bridal.id)).status).to.equal(404);
    expect(await names(second)).to.deep.equal(['Bridal hair']);
    expect((await admin('GET', `/services/${bridal.id}/link`)).body.link).to.include(second);
    await admin('PATCH', `/services/${bridal.id}`, { status: 'archived' });
    expect(await names(second)).to.deep.equal([]);
    expect((await slots(second, bridal.id)).status).to.equal(404);
    await admin('PATCH', `/services/${bridal.id}`, { status: 'active' });
    expect((await admin('DELETE', `/services/${bridal.id}/link`)).status).to.equal(204);
    expect((await admin('GET', `/services/${bridal.id}/link`)).body.link).to.equal(null);
    expect((await book(second, bridal)).body.error.details.reason).to.equal('not_offered');
    const actions = await database
      .db('audit')
      .where({ subject: `service:${bridal.id}` })
      .orderBy('id');
    expect(actions.map(({ action }) => action)).to.include.members(['service.link_made', 'service.link_revoked']);
    expect(JSON.stringify(actions), 'the trail never holds a link').to.not.include(second.split('/')[2]);
  });

  it('lead to the booking page, whose script and API lie below the link, and to nothing of the admin', async () => {
    const link = await make();
    const page = await app.call('GET', link);
    expect(page.status).to.equal(200);
    expect(page.text).to.include('src="embed/v1.js"');
    expect((await app.call('GET', `${link}embed/v1.js`)).status).to.equal(200);
    const bare = await app.call('GET', link.slice(0, -1));
    expect([bare.status, bare.headers.get('location')]).to.deep.equal([308, link]);
    for (const path of ['admin', 'api/v1/admin/session', 'manage/KKKK-ACDE'])
      expect((await app.call('GET', link + path, { cookie })).status, path).to.equal(404);
  });
});
