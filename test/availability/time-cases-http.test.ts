import { expect } from 'chai';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { aBusiness, setUp } from '../support/business.js';
import { clockAt } from '../support/clock.js';
import type { TestDatabase } from '../support/databases.js';
import { eachDatabase } from '../support/databases.js';
import type { TimeCase } from './time-cases.js';
import { timeCases } from './time-cases.js';

eachDatabase(
  `time cases through GET /availability, process zone ${process.env['TZ'] ?? 'of the machine'} (T1 to T8)`,
  (database) => {
    const clock = clockAt('2020-01-01T00:00:00Z');
    let app: TestApp;
    before(async () => {
      app = await startApp({ db: database.db, folder: database.folder, clock });
    });
    after(() => app.stop());

    for (const one of timeCases) {
      it(`${one.id}: ${one.why}`, async () => {
        clock.set(one.now);
        const { serviceId, locationId } = await arrange(database, one);
        const zone = one.display_zone ? `&timezone=${one.display_zone}` : '';
        const { status, body } = await app.call(
          'GET',
          `/api/v1/availability?service=${serviceId}&location=${locationId}&from=${one.from}&to=${one.to}${zone}`,
        );
        expect(status).to.equal(200);
        expect(body.timezone).to.equal(one.display_zone ?? one.zone);
        const starts = Object.values(body.days as Record<string, { start: string }[]>).flatMap((slots) =>
          slots.map((slot) => slot.start),
        );
        expect(starts).to.deep.equal(one.expected);
      });
    }

    /** Ada with the hours of the case; what is busy are appointments of hers for something else. */
    async function arrange({ db }: TestDatabase, one: TimeCase): Promise<{ serviceId: number; locationId: number }> {
      const business = aBusiness(db, clock);
      const category = await business.category();
      const location = await business.location({ timeZone: one.zone });
      const service = await business.service({
        categoryId: category.id,
        durationMinutes: one.duration,
        stepMinutes: one.step,
        bufferBeforeMinutes: one.buffer_before,
        bufferAfterMinutes: one.buffer_after,
        leadMinutes: one.lead,
      });
      // The dates of the cases lie decades from their "now", beyond the horizon that a service may have.
      await db('services').where({ id: service.id }).update({ horizon_days: 100_000 });
      const ada = await business.provider({ locations: [location.id], services: [{ serviceId: service.id }] });
      const windows = Object.entries(one.weekly_hours).flatMap(([weekday, hours]) =>
        hours.map(([start, end]) => ({ weekday: Number(weekday), locationId: location.id, start, end })),
      );
      await business.providers.replaceWeek(setUp, ada.id, { windows });
      const { resource_id } = await db('providers').where({ id: ada.id }).first('resource_id');
      for (const [from, to] of one.busy) {
        const times = {
          starts_at: Date.parse(from),
          ends_at: Date.parse(to),
          busy_from: Date.parse(from),
          busy_to: Date.parse(to),
        };
        await db('appointments').insert({
          resource_id,
          service_id: service.id,
          provider_id: ada.id,
          location_id: location.id,
          ...times,
          capacity: 1,
          status: 'confirmed',
          created_at: 0,
        });
      }
      await db('calendars').where({ resource_id }).increment('version', 1);
      return { serviceId: service.id, locationId: location.id };
    }
  },
);
