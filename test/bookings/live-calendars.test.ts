import type { ClientRequest, IncomingMessage } from 'node:http';
import { get } from 'node:http';
import { expect } from 'chai';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { becomes } from '../support/becomes.js';
import { setUp } from '../support/business.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import type { Shop } from '../support/shop.js';
import { aShop, bookOver } from '../support/shop.js';
import { aMember } from '../support/team.js';

eachDatabase('open calendars', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  /** Another server of the same database. */
  let other: TestApp;
  let shop: Shop;
  let owner: string;
  const open: ClientRequest[] = [];
  before(async () => {
    const { db, folder } = database;
    app = await startApp({ db, folder, clock });
    other = await startApp({ db, folder, clock });
    owner = await app.signIn();
    shop = await aShop(db, clock);
  });
  after(async () => {
    for (const request of open) request.destroy();
    await app.stop();
    await other.stop();
  });

  /** The events of a stream as they come, without signs of life. */
  async function listen(cookie: string) {
    const events: { name: string; data: unknown }[] = [];
    const state = { ended: false };
    const response: IncomingMessage = await new Promise((resolve, reject) => {
      const request = get(`${app.url}/api/v1/admin/events`, { headers: { cookie } }, resolve);
      request.on('error', reject);
      open.push(request);
    });
    response.setEncoding('utf8');
    response.on('data', (text: string) => {
      for (const [, name = '', data = ''] of text.matchAll(/^event: (\w+)\ndata: (.*)$/gm))
        events.push({ name, data: JSON.parse(data) });
    });
    response.on('end', () => {
      state.ended = true;
    });
    response.on('error', () => {});
    return { status: response.statusCode, headers: response.headers, events, state };
  }
  const told = (events: { name: string; data: unknown }[]) => async () => events.slice(1).map(({ data }) => data);

  it('hear of a booking that another server took: whose calendar it is, and nothing personal', async () => {
    const { status, headers, events } = await listen(owner);
    expect([status, headers['content-type']]).to.deep.equal([200, 'text/event-stream; charset=utf-8']);
    await becomes(async () => events[0], { name: 'ready', data: {} });
    // The first look is at what there is.
    await app.context.availability.snapshot();
    const answer = await bookOver(other.call, shop, { start: '2026-12-01T10:00:00Z', provider: shop.ada.id });
    expect(answer.status, answer.text).to.equal(201);
    await becomes(told(events), [{ providers: [shop.ada.id], catalog: false }]);
    const closed = { locationId: null, firstDay: '2026-12-24', lastDay: '2026-12-24', name: 'Holiday' };
    await shop.providers.addClosure(setUp, closed);
    await becomes(async () => events.at(-1)?.data, { providers: [], catalog: true });
  });

  it('S04 tell a provider’s account of its own calendar alone', async () => {
    const permissions = ['appointments.view' as const];
    const own = await aMember(database.db, clock, { name: 'Own', role: 'own', permissions, providerId: shop.bea.id });
    const { events } = await listen(own.cookie);
    await becomes(async () => events.length, 1);
    for (const [provider, start] of [
      [shop.ada.id, '2026-12-01T11:00:00Z'],
      [shop.bea.id, '2026-12-01T12:00:00Z'],
    ])
      await bookOver(app.call, shop, { provider, start });
    await becomes(told(events), [{ providers: [shop.bea.id], catalog: false }]);
  });

  it('are held open in a bounded number by one account, and end when the server stops', async () => {
    const permissions = ['appointments.view' as const];
    const keen = await aMember(database.db, clock, { name: 'Keen', role: 'own', permissions });
    const streams: Awaited<ReturnType<typeof listen>>[] = [];
    for (let count = 0; count < 12; count += 1) streams.push(await listen(keen.cookie));
    expect(streams.every(({ status }) => status === 200)).to.equal(true);
    expect((await listen(keen.cookie)).status).to.equal(429);
    app.context.live.stop();
    await becomes(async () => streams.every(({ state }) => state.ended), true);
    expect((await listen(keen.cookie)).status).to.equal(200);
  });
});
