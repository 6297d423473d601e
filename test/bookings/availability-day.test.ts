import { expect } from 'chai';
import type { AvailabilityDay } from '../../server/bookings/calendar-schema.js';
import { DAY, formatInstant, MINUTE } from '../../server/lib/time-zone.js';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { setUp } from '../support/business.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import type { Shop } from '../support/shop.js';
import { aShop, bookOver } from '../support/shop.js';
import { aMember } from '../support/team.js';

const base = '/api/v1/admin';
type Provider = AvailabilityDay['providers'][number];

eachDatabase('a day as bands, and why a start is refused (T9)', (database) => {
  const clock = clockAt('2026-11-24T10:07:00Z');
  let app: TestApp;
  let shop: Shop;
  let owner: string;
  let booked: number;
  let colour: { id: number };
  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    owner = await app.signIn();
    const rules = { durationMinutes: 45, stepMinutes: 20, bufferAfterMinutes: 15, leadMinutes: 180, horizonDays: 4 };
    shop = await aShop(database.db, clock, rules);
    const more = { categoryId: shop.category.id, name: 'Colour', leadMinutes: 0 };
    colour = await shop.service({ ...more, durationMinutes: 90, stepMinutes: 30, bufferBeforeMinutes: 10 });
    await shop.hire('Cleo', [colour.id]);
    for (const [start, provider] of [
      ['2026-11-25T09:20:00Z', shop.ada.id],
      ['2026-11-25T13:00:00Z', shop.ada.id],
      ['2026-11-26T11:00:00Z', shop.bea.id],
    ] as const) {
      const answer = await bookOver(app.call, shop, { start, provider });
      expect(answer.status, answer.text).to.equal(201);
    }
    booked = (await database.db('appointments').orderBy('id').first('id')).id;
    const away = { startsAt: '2026-11-26T10:00:00Z', endsAt: '2026-11-26T14:00:00Z', note: '' };
    await shop.providers.addAbsence(setUp, shop.ada.id, away);
    const closed = { locationId: null, firstDay: '2026-11-27', lastDay: '2026-11-27', name: 'Holiday' };
    await shop.providers.addClosure(setUp, closed);
  });
  after(() => app.stop());

  const days = 'from=2026-11-24&to=2026-11-30';
  const look = async (query: string, cookie = owner) =>
    app.call('GET', `${base}/availability/day?${query}`, { cookie });
  const read = async (query: string): Promise<AvailabilityDay> => {
    const answer = await look(query);
    expect(answer.status, answer.text).to.equal(200);
    return answer.body;
  };
  const of = (view: AvailabilityDay, id: number): Provider => view.providers.find((provider) => provider.id === id)!;
  const reasonAt = ({ starts }: Provider, instant: string) =>
    starts.find(({ first, last }) => first <= instant && instant <= last)?.reason;
  const bandsOver = ({ bands }: Provider, from: string, to: string) =>
    bands.filter(({ start, end }) => start < to && end > from).map(({ kind }) => kind);

  it('never disagrees with the slots that are offered, and draws no slot over anything but open time', async () => {
    for (const service of [shop.haircut.id, colour.id]) {
      const view = await read(`service=${service}&${days}&step=5`);
      const query = `service=${service}&${days}&timezone=UTC`;
      const { body: offered } = await app.call('GET', `/api/v1/availability?${query}`);
      const slots: { start: string; end: string; providers: number[] }[] = Object.values(offered.days).flat() as never;
      expect(slots).to.have.length.above(30);
      for (const provider of view.providers.filter((one) => one.offered)) {
        const own = slots.filter(({ providers }) => providers.includes(provider.id));
        for (const { start, end } of own) {
          expect(reasonAt(provider, start), `${provider.name} at ${start}`).to.equal(null);
          const over = bandsOver(provider, start, end).filter((kind) => kind !== 'open');
          expect(over, `${provider.name} at ${start}`).to.deep.equal([]);
        }
        // Every start that is called free is one of the slots.
        const free: string[] = [];
        for (const run of provider.starts.filter(({ reason }) => reason === null))
          for (let at = Date.parse(run.first); at <= Date.parse(run.last); at += 5 * MINUTE)
            free.push(formatInstant(at));
        expect(free.sort()).to.deep.equal(own.map(({ start }) => start).sort());
      }
    }
  });

  it('cuts the days into bands without gap or overlap', async () => {
    const view = await read(`service=${shop.haircut.id}&${days}`);
    for (const { bands } of view.providers.filter((one) => one.offered)) {
      expect(bands[0]?.start).to.equal('2026-11-24T00:00:00Z');
      expect(bands.at(-1)?.end).to.equal('2026-12-01T00:00:00Z');
      for (const [index, band] of bands.entries()) if (index > 0) expect(band.start).to.equal(bands[index - 1]?.end);
    }
  });

  it('says each reason where it holds: past, lead time, closed, busy, buffer, absence, closure, horizon, off the grid', async () => {
    const longer = of(await read(`service=${shop.haircut.id}&minutes=50&${days}`), shop.ada.id);
    expect(reasonAt(longer, '2026-11-25T12:00:00Z')).to.equal('buffer');
    const ada = of(await read(`service=${shop.haircut.id}&${days}`), shop.ada.id);
    expect(ada.minutes).to.equal(45);
    for (const [instant, reason, band] of [
      ['2026-11-24T09:00:00Z', 'past', 'past'],
      ['2026-11-24T12:00:00Z', 'lead_time', 'lead_time'],
      ['2026-11-25T05:00:00Z', 'closed', 'closed'],
      ['2026-11-25T09:20:00Z', 'busy', 'busy'],
      ['2026-11-25T10:15:00Z', 'off_grid', 'buffer'],
      ['2026-11-26T12:00:00Z', 'absence', 'absence'],
      ['2026-11-27T12:00:00Z', 'closure', 'closure'],
      ['2026-11-30T12:00:00Z', 'horizon', 'horizon'],
      ['2026-11-28T12:15:00Z', 'off_grid', 'open'],
      ['2026-11-28T12:20:00Z', null, 'open'],
    ] as const) {
      const until = formatInstant(Date.parse(instant) + MINUTE);
      expect(bandsOver(ada, instant, until), instant).to.deep.equal([band]);
      expect(reasonAt(ada, instant), instant).to.equal(reason);
    }
  });

  it('takes the time of the appointment that would move for free, with its own length', async () => {
    const standing = of(await read(`appointment=${booked}&${days}`), shop.ada.id);
    expect(reasonAt(standing, '2026-11-25T09:20:00Z')).to.equal(null);
    expect(bandsOver(standing, '2026-11-25T09:20:00Z', '2026-11-25T10:05:00Z')).to.deep.equal(['open']);
    const longer = of(await read(`appointment=${booked}&minutes=230&${days}`), shop.ada.id);
    expect(longer.minutes).to.equal(230);
    expect(reasonAt(longer, '2026-11-25T09:20:00Z')).to.equal('busy');
  });

  it('says who doesn’t perform a service, and what customers can’t see', async () => {
    const view = await read(`service=${colour.id}&${days}`);
    expect(view.hidden).to.equal(false);
    expect(of(view, shop.ada.id)).to.deep.include({ offered: false, starts: [] });
    await database.db('services').where({ id: colour.id }).update({ visibility: 'private' });
    await database.db('versions').where({ name: 'catalog' }).increment('version', 1);
    expect((await read(`service=${colour.id}&${days}`)).hidden).to.equal(true);
  });

  it('S04 shows a provider’s account its own time alone, and knows no appointment of others', async () => {
    const permissions = ['appointments.view' as const];
    const own = await aMember(database.db, clock, { name: 'Own', role: 'own', permissions, providerId: shop.bea.id });
    const { body } = await look(`service=${shop.haircut.id}&${days}`, own.cookie);
    expect(body.providers.map(({ id }: Provider) => id)).to.deep.equal([shop.bea.id]);
    const foreign = await look(`appointment=${booked}&${days}`, own.cookie);
    const missing = await look(`appointment=999999&${days}`, own.cookie);
    expect([foreign.status, foreign.text]).to.deep.equal([404, missing.text]);
  });

  it('wants either services or an appointment, and eight days at most', async () => {
    const statuses = [
      `${days}`,
      `service=1&appointment=1&${days}`,
      `service=${shop.haircut.id}&from=2026-11-24&to=2026-12-02`,
      `service=999&${days}`,
    ].map(async (query) => (await look(query)).status);
    expect(await Promise.all(statuses)).to.deep.equal([422, 422, 422, 404]);
    expect(
      (
        await look(
          `service=${shop.haircut.id}&from=2026-11-24&to=${formatInstant(Date.parse('2026-11-24T00:00:00Z') + 7 * DAY).slice(0, 10)}`,
        )
      ).status,
    ).to.equal(200);
  });
});
