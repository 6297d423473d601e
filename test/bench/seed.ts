import type { Db } from '../../server/db/connect.js';
import { systemClock } from '../../server/lib/clock.js';
import { DAY, HOUR, MINUTE } from '../../server/lib/time-zone.js';
import { aBusiness, setUp } from '../support/business.js';

export interface Seeded {
  serviceIds: number[];
  providerIds: number[];
  locationId: number;
}

/** 10 providers who work on weekdays and perform 20 services at one location. */
export async function seedBusiness(db: Db): Promise<Seeded> {
  const business = aBusiness(db, systemClock);
  const category = await business.category();
  const location = await business.location();
  const serviceIds: number[] = [];
  for (let index = 0; index < 20; index += 1) {
    const rules = {
      durationMinutes: 30 + 15 * (index % 4),
      stepMinutes: 30,
      leadMinutes: 60,
      horizonDays: 365,
      bufferAfterMinutes: index % 3 === 0 ? 10 : 0,
    };
    serviceIds.push((await business.service({ categoryId: category.id, name: `Service ${index}`, ...rules })).id);
  }
  const providerIds: number[] = [];
  const windows = [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, locationId: location.id, start: '09:00', end: '13:00' },
    { weekday, locationId: location.id, start: '14:00', end: '18:00' },
  ]);
  for (let index = 0; index < 10; index += 1) {
    const provider = await business.provider({
      name: `Provider ${index}`,
      locations: [location.id],
      services: serviceIds.map((serviceId) => ({ serviceId })),
    });
    await business.providers.replaceWeek(setUp, provider.id, { windows });
    providerIds.push(provider.id);
  }
  return { serviceIds, providerIds, locationId: location.id };
}

/** A business with 50,000 half-hour appointments: a year back and three months ahead, weekdays from nine to five. */
export async function seed(db: Db): Promise<Seeded> {
  const seeded = await seedBusiness(db);
  await fillAppointments(db, seeded);
  return seeded;
}

const wanted = 50_000;

async function fillAppointments(db: Db, { serviceIds, providerIds, locationId }: Seeded): Promise<void> {
  const resources = new Map(
    (await db('providers').select('id', 'resource_id')).map((row: { id: number; resource_id: number }) => [
      row.id,
      row.resource_id,
    ]),
  );
  const today = Math.floor(systemClock.now() / DAY);
  const rows: object[] = [];
  // Sixteen half hours a day, of which twelve are taken a year back and ten ahead: what a good shop looks like.
  for (let day = today - 400; rows.length < wanted; day += 1) {
    const weekday = (((day + 3) % 7) + 7) % 7;
    if (weekday > 4) continue;
    for (const providerId of providerIds) {
      for (let half = 0; half < 16 && rows.length < wanted; half += 1) {
        if ((half * 7 + day + providerId) % 16 >= (day < today ? 13 : 10)) continue;
        const start = day * DAY + 9 * HOUR + (half >= 8 ? HOUR : 0) + half * 30 * MINUTE;
        const times = {
          starts_at: start,
          ends_at: start + 30 * MINUTE,
          busy_from: start,
          busy_to: start + 30 * MINUTE,
        };
        rows.push({
          resource_id: resources.get(providerId),
          service_id: serviceIds[0],
          provider_id: providerId,
          location_id: locationId,
          ...times,
          capacity: 1,
          status: 'confirmed',
          created_at: start,
        });
      }
    }
  }
  for (let at = 0; at < rows.length; at += 1000) await db('appointments').insert(rows.slice(at, at + 1000));
  if (db.client.config.client === 'mysql2') await db.raw('ANALYZE TABLE appointments');
}
