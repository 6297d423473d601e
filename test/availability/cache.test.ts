import { expect } from 'chai';
import { createCalendarCache } from '../../server/availability/queries-cached.js';
import { DAY } from '../../server/lib/time-zone.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import { aShop } from '../support/shop.js';

eachDatabase('what is known of the calendars', (database) => {
  const start = Date.parse('2026-12-01T10:00:00Z');

  it('never takes a booked time for free because another question pushed it out of memory', async () => {
    const shop = await aShop(database.db, clockAt('2026-11-24T08:00:00Z'));
    const resources = (await database.db('providers').orderBy('id').select('resource_id')).map(
      (row: { resource_id: number }) => row.resource_id,
    );
    const [ada, bea] = resources as [number, number];
    const times = { starts_at: start, ends_at: start + 3_600_000, busy_from: start, busy_to: start + 3_600_000 };
    await database.db('appointments').insert({
      resource_id: ada,
      service_id: shop.haircut.id,
      provider_id: shop.ada.id,
      location_id: shop.location.id,
      ...times,
      capacity: 1,
      status: 'confirmed',
      created_at: 0,
    });
    await database.db('calendars').where({ resource_id: ada }).increment('version', 1);
    const cache = createCalendarCache(database.db);
    for (let round = 0; round < 10; round += 1) {
      await (await cache.snapshot()).taken([ada, bea], start - DAY, start + DAY);
      await database.db('calendars').where({ resource_id: bea }).increment('version', 1);
      const snapshot = await cache.snapshot();
      const far = Array.from({ length: 30 }, (_, index) =>
        snapshot.taken([ada], start + (index + 2) * 64 * DAY, start + (index + 3) * 64 * DAY),
      );
      const [both] = await Promise.all([snapshot.taken([ada, bea], start - DAY, start + DAY), ...far]);
      expect(both.get(ada)?.busy.length, `round ${round}`).to.equal(1);
    }
  });
});
