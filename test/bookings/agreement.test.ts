import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import { formatInstant, HOUR } from '../../server/lib/time-zone.js';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { setUp } from '../support/business.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import type { Shop } from '../support/shop.js';
import { aShop, bookingBody } from '../support/shop.js';
import { doubleBookings, overfull } from '../support/sweep.js';

eachDatabase('what is offered, explained and booked', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let shop: Shop;
  let services: { id: number; priceMinor: number }[];
  let cookie: string;
  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    cookie = await app.signIn();
    shop = await aShop(database.db, clock, {
      durationMinutes: 45,
      stepMinutes: 15,
      bufferAfterMinutes: 15,
      leadMinutes: 120,
      horizonDays: 5,
    });
    const colour = await shop.service({
      categoryId: shop.category.id,
      name: 'Colour',
      durationMinutes: 90,
      stepMinutes: 30,
      bufferBeforeMinutes: 10,
      leadMinutes: 60,
      horizonDays: 6,
    });
    const yoga = await shop.service({
      categoryId: shop.category.id,
      name: 'Yoga',
      capacity: 4,
      durationMinutes: 60,
      stepMinutes: 60,
      leadMinutes: 0,
      horizonDays: 7,
    });
    services = [shop.haircut, colour, yoga];
    for (const [name, ids] of [
      ['Cleo', [colour.id, yoga.id]],
      ['Dora', [shop.haircut.id, yoga.id]],
    ] as const)
      await shop.hire(name, [...ids]);
    await shop.providers.addAbsence(setUp, shop.ada.id, {
      startsAt: '2026-11-25T10:00:00Z',
      endsAt: '2026-11-25T14:00:00Z',
      note: '',
    });
    await shop.providers.addClosure(setUp, {
      locationId: null,
      firstDay: '2026-11-27',
      lastDay: '2026-11-27',
      name: 'Inventory',
    });
    await shop.providers.addSpecialDay(setUp, shop.bea.id, { day: '2026-11-26', windows: [], note: '' });
  });
  after(() => app.stop());

  it('agree: what is offered is accepted, what is not is refused with the very reason that staff are given', async function () {
    this.timeout(120_000);
    const wish = fc.record({
      services: fc.subarray([0, 1, 2], { minLength: 1, maxLength: 2 }),
      // Half of them on one busy morning, the rest over eight days.
      quarter: fc.oneof(fc.integer({ min: 108, max: 128 }), fc.integer({ min: 0, max: 8 * 96 })),
      provider: fc.constantFrom(null, 'ada', 'bea'),
      persons: fc.integer({ min: 1, max: 2 }),
    });
    const seen: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(wish, async ({ services: chosen, quarter, provider, persons }) => {
        const ids = chosen.map((index) => services[index]!.id);
        const start = formatInstant(Date.parse('2026-11-24T06:00:00Z') + (quarter * HOUR) / 4);
        const providerId = provider === null ? null : shop[provider as 'ada' | 'bea'].id;
        const query = `service=${ids.join()}&location=${shop.location.id}&persons=${persons}${providerId ? `&provider=${providerId}` : ''}`;
        const day = start.slice(0, 10);
        const { body: offered } = await app.call(
          'GET',
          `/api/v1/availability?${query}&from=${day}&to=${day}&timezone=UTC`,
        );
        const isOffered = ((offered.days[day] ?? []) as { start: string }[]).some((slot) => slot.start === start);
        const { body: explained } = await app.call(
          'GET',
          `/api/v1/admin/availability/explanation?${query}&start=${start}`,
          { cookie },
        );
        expect(explained.bookable, `${start} ${query}`).to.equal(isOffered);
        const quotedMinor = chosen.reduce((sum, index) => sum + services[index]!.priceMinor * persons, 0);
        const body = await bookingBody(app.call, shop, {
          services: ids,
          start,
          provider: providerId,
          persons,
          quotedMinor,
        });
        const booked = await app.call('POST', '/api/v1/bookings', {
          body,
          headers: { 'idempotency-key': randomUUID() },
        });
        const reason = booked.status === 201 ? null : booked.body.error.details.reason;
        expect(reason, `${start} ${query}: ${booked.text}`).to.equal(explained.reason);
        seen[reason ?? 'booked'] = (seen[reason ?? 'booked'] ?? 0) + 1;
      }),
      { numRuns: 300, endOnFailure: true, seed: 20_261_124 },
    );
    // The run is worth something only if it met both answers and several reasons.
    expect(Object.keys(seen)).to.include.members(['booked', 'closed', 'off_grid', 'busy', 'closure']);
    expect(await doubleBookings(database.db)).to.deep.equal([]);
    expect(await overfull(database.db)).to.deep.equal([]);
  });
});
