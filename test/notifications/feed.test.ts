import { expect } from 'chai';
import ICAL from 'ical.js';
import type { TestAnswer, TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import type { Shop } from '../support/shop.js';
import { aShop, bookOver } from '../support/shop.js';
import { aMember } from '../support/team.js';

eachDatabase('the calendar link of a provider (S105)', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let shop: Shop;
  let cookie: string;
  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    shop = await aShop(database.db, clock);
    cookie = await app.signIn();
    const contact = {
      firstName: 'Ben',
      lastName: 'O’Hara; DROP, "x"',
      email: 'ben@example.com',
      phone: '+351 912 345 678',
    };
    const note = 'BEGIN:VEVENT\r\nmy secret note';
    const first = await bookOver(app.call, shop, { provider: shop.ada.id, contact: { ...contact, note } });
    expect(first.status, first.text).to.equal(201);
    await bookOver(app.call, shop, { start: '2026-12-02T10:00:00Z', provider: shop.bea.id });
  });
  after(() => app.stop());

  const link = (method: string, customerNames?: boolean, who = cookie, provider = shop.ada.id): Promise<TestAnswer> =>
    app.call(method, `/api/v1/admin/providers/${provider}/calendar-link`, {
      cookie: who,
      ...(customerNames === undefined ? {} : { body: { customerNames } }),
    });
  const pathOf = (answer: TestAnswer): string => new URL(answer.body.url).pathname;
  const made = async (customerNames = false): Promise<string> => {
    const answer = await link('POST', customerNames);
    expect(answer.status, answer.text).to.equal(201);
    return pathOf(answer);
  };
  const eventsOf = (text: string): ICAL.Component[] =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');

  it('is a calendar of their own appointments that programs can read', async () => {
    const answer = await app.call('GET', await made());
    expect(answer.headers.get('content-type')).to.equal('text/calendar; charset=utf-8');
    expect(answer.headers.get('cache-control')).to.equal('no-store');
    const [only, ...others] = eventsOf(answer.text);
    expect(others).to.deep.equal([]);
    const event = new ICAL.Event(only!);
    expect(event.summary).to.equal('Haircut');
    expect(event.location).to.equal('Baixa');
    expect(event.startDate.toJSDate().toISOString()).to.equal('2026-12-01T10:00:00.000Z');
    expect(event.endDate.toJSDate().toISOString()).to.equal('2026-12-01T11:00:00.000Z');
    expect(answer.text).to.not.match(/Hara|ben@|912|note|ORGANIZER|ATTENDEE/);
    for (const line of answer.text.split('\r\n')) expect(Buffer.byteLength(line)).to.be.at.most(75);
  });

  it('has customers’ names where that was chosen, and nothing they wrote becomes a property', async () => {
    const path = await made(true);
    const [only] = eventsOf((await app.call('GET', path)).text);
    expect(new ICAL.Event(only!).summary).to.equal('Haircut: Ben O’Hara; DROP, "x"');
    expect((await link('PATCH', false)).body.link.customerNames).to.equal(false);
    expect((await app.call('GET', path)).text, 'the same link, and no name').to.not.contain('Hara');
  });

  it('is 256 bits of chance, of which only the hash is kept, and told once', async () => {
    const token = (await made()).split('/').at(-1)!.replace('.ics', '');
    expect(Buffer.from(token, 'base64url')).to.have.length(32);
    const rows = JSON.stringify([await database.db('calendar_feeds'), await database.db('audit')]);
    expect(rows).to.not.contain(token);
    expect((await link('GET')).text).to.not.contain(token);
  });

  it('stops working when a new one is made, when it is removed, and when the provider is archived', async () => {
    const first = await made();
    const second = await made();
    const read = async (path: string) => (await app.call('GET', path)).status;
    expect([await read(first), await read(second)]).to.deep.equal([404, 200]);
    const status = (to: string) =>
      app.call('PATCH', `/api/v1/admin/providers/${shop.ada.id}`, { cookie, body: { status: to } });
    await status('archived');
    expect(await read(second)).to.equal(404);
    await status('active');
    expect(await read(second)).to.equal(200);
    expect((await link('DELETE')).status).to.equal(204);
    expect(await read(second)).to.equal(404);
    expect((await link('GET')).body).to.deep.equal({ link: null });
    expect((await link('DELETE')).status).to.equal(404);
    const trail = await database.db('audit').where('action', 'like', 'provider.calendar_link_%').distinct('action');
    expect(trail.map((row: { action: string }) => row.action).sort()).to.deep.equal([
      ...['provider.calendar_link_changed', 'provider.calendar_link_made', 'provider.calendar_link_removed'],
    ]);
  });

  it('stops working when the provider’s own account is disabled', async () => {
    const path = await made();
    const account = await aMember(database.db, clock, { name: 'Ada A', role: 'provider', providerId: shop.ada.id });
    expect((await app.call('GET', path)).status).to.equal(200);
    await database.db('accounts').where({ id: account.id }).update({ status: 'disabled' });
    expect((await app.call('GET', path)).status).to.equal(404);
    await database.db('accounts').where({ id: account.id }).update({ status: 'active' });
    expect((await app.call('GET', path)).status).to.equal(200);
  });

  it('can’t be guessed: what opens nothing is answered alike', async () => {
    const answers = ['x'.repeat(43), 'A'.repeat(43)].map((token) => app.call('GET', `/api/v1/calendar/${token}.ics`));
    const [one, other] = await Promise.all(answers);
    expect(one?.status).to.equal(404);
    expect(one?.body.error.code).to.equal(other?.body.error.code);
    expect((await app.call('GET', '/api/v1/calendar/short.ics')).status).to.equal(422);
  });

  it('is given to nobody who may not see those appointments', async () => {
    const permissions = ['providers.view', 'providers.edit', 'appointments.view'] as const;
    const bea = await aMember(database.db, clock, { name: 'Bea B', role: 'own', permissions, providerId: shop.bea.id });
    expect((await link('POST', true, bea.cookie)).body.error.code).to.equal('forbidden');
    expect((await link('POST', true, bea.cookie, shop.bea.id)).status).to.equal(201);
  });

  it('says when a calendar last came, to the hour', async () => {
    const path = await made();
    expect((await link('GET')).body.link.readAt).to.equal(null);
    await app.call('GET', path);
    expect((await link('GET')).body.link.readAt).to.equal('2026-11-24T08:00:00Z');
  });
});
