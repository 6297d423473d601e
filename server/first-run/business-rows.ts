import type { Tx } from '../db/connect.js';
import { toRow } from '../db/rows.js';
import { AppError } from '../lib/errors.js';
import { faultOfWeeks, minuteOf } from '../providers/hours-rules.js';
import type { NewBusiness } from './schema.js';

/** Neighbouring hues, so that services of a category look akin and none is louder than another. */
const colours = ['#17636b', '#2f6f9f', '#5b5fb0', '#8a4f9e', '#a84a6b', '#a65a2e', '#7a6a1f', '#3f7a45'];

/** Refuses hours that overlap or end where they begin, before anything is written. */
export function refuseBadHours(hours: NewBusiness['hours']): void {
  const fault = faultOfWeeks(
    hours.map(({ weekday, start, end }) => ({
      weekday,
      week: 0,
      locationId: 1,
      startMinute: minuteOf(start),
      endMinute: minuteOf(end),
    })),
    1,
    null,
  );
  if (fault) throw new AppError('invalid_request', fault.message, { field: fault.field.replace('windows', 'hours') });
}

/** Puts a new business into an empty database: where it is, what it offers, who performs it and when. */
export async function insertBusiness(tx: Tx, { business, categories, hours, provider }: NewBusiness): Promise<void> {
  const { name, address, timeZone, currency } = business;
  const locationId = await insert(tx, 'locations', { name, address, timeZone });
  const serviceIds: number[] = [];
  for (const [at, category] of categories.entries()) {
    const categoryId = await insert(tx, 'categories', { name: category.name, position: at });
    for (const service of category.services) {
      const position = serviceIds.length;
      const colour = colours[position % colours.length];
      const rest = { description: '', stepMinutes: stepOf(service.durationMinutes), currency, colour, position };
      const rules = { leadMinutes: 60, horizonDays: 90, cancelNoticeMinutes: 1440, rescheduleNoticeMinutes: 1440 };
      serviceIds.push(await insert(tx, 'services', { categoryId, ...service, ...rest, ...rules }));
    }
  }
  const [resourceId] = await tx('calendars').insert({ version: 0 });
  const providerId = await insert(tx, 'providers', { ...provider, resourceId });
  await tx('provider_locations').insert(toRow({ providerId, locationId }));
  await tx('provider_services').insert(serviceIds.map((serviceId) => toRow({ providerId, serviceId })));
  await tx('working_hours').insert(
    hours.map(({ weekday, start, end }) =>
      toRow({ providerId, locationId, weekday, startMinute: minuteOf(start), endMinute: minuteOf(end) }),
    ),
  );
}

/** Starts on the quarter of an hour; short services on every ten or five minutes that fit. */
const stepOf = (minutes: number): number => (minutes % 15 === 0 ? 15 : minutes % 10 === 0 ? 10 : 5);

async function insert(tx: Tx, table: string, values: object): Promise<number> {
  const [id] = await tx(table).insert(toRow(values));
  return Number(id);
}
