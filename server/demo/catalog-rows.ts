import type { Row } from '../db/rows.js';
import { toRow } from '../db/rows.js';
import { formatDay } from '../lib/time-zone.js';
import { weeklyWindows } from './business-of.js';
import { demoLocations, demoSettings, locationId } from './house.js';
import type { ServiceKey } from './services.js';
import { demoCategories, demoServices, serviceId } from './services.js';
import { demoProviders, locationsOf, providerId } from './team.js';
import type { TimeOff } from './time-off.js';

/** Rows by table. Tables stand in the order in which they refer to one another. */
export type Rows = Record<string, Row[]>;

/** What is offered, where and by whom. */
export function catalogRows(timeOff: TimeOff): Rows {
  return {
    locations: demoLocations.map(({ key, name, address, phone, zone }, position) =>
      toRow({ id: locationId(key), name, address, phone, timeZone: zone, position }),
    ),
    categories: demoCategories.map((name, position) => toRow({ id: position + 1, name, position })),
    services: demoServices.map(serviceRow),
    providers: demoProviders.map(({ key, name, email, phone }, position) =>
      toRow({ id: providerId(key), resourceId: providerId(key), name, email, phone, position }),
    ),
    ...hoursRows(),
    ...timeOffRows(timeOff),
  };
}

function serviceRow(service: (typeof demoServices)[number], position: number): Row {
  const notice = service.notice ?? 24 * 60;
  return toRow({
    id: serviceId(service.key),
    categoryId: service.category,
    name: service.name,
    description: service.description,
    durationMinutes: service.duration,
    stepMinutes: service.step ?? 15,
    priceMinor: service.price,
    currency: demoSettings.currency,
    bufferBeforeMinutes: service.bufferBefore ?? 0,
    bufferAfterMinutes: service.bufferAfter ?? 0,
    capacity: service.capacity ?? 1,
    leadMinutes: service.lead ?? 60,
    horizonDays: service.horizon ?? 90,
    cancelNoticeMinutes: notice,
    rescheduleNoticeMinutes: notice,
    colour: service.colour,
    visibility: service.visibility ?? 'visible',
    needsApproval: service.needsApproval ?? false,
    position,
  });
}

function hoursRows(): Rows {
  const rows: Record<'provider_locations' | 'provider_services' | 'working_hours', Row[]> = {
    provider_locations: [],
    provider_services: [],
    working_hours: [],
  };
  for (const provider of demoProviders) {
    const own = { providerId: providerId(provider.key) };
    for (const key of locationsOf(provider))
      rows.provider_locations.push(toRow({ ...own, locationId: locationId(key) }));
    for (const [key, { price = null, duration = null }] of Object.entries(provider.services)) {
      rows.provider_services.push(
        toRow({ ...own, serviceId: serviceId(key as ServiceKey), priceMinor: price, durationMinutes: duration }),
      );
    }
    for (const { weekday, locationId: place, start, end } of weeklyWindows(provider))
      rows.working_hours.push(toRow({ ...own, locationId: place, weekday, startMinute: start, endMinute: end }));
  }
  return rows;
}

function timeOffRows({ specialDays, absences, closures }: TimeOff): Rows {
  return {
    special_days: specialDays.map(({ provider, location, day, windows, note }) => {
      const hours = windows.map((text) => {
        const [start, end] = text.split('-');
        return { locationId: locationId(location), start, end };
      });
      return toRow({ providerId: providerId(provider), day: formatDay(day), hours, note });
    }),
    absences: absences.map(({ provider, ...absence }) => toRow({ providerId: providerId(provider), ...absence })),
    closures: closures.map(({ location, firstDay, lastDay, name }) =>
      toRow({
        locationId: location && locationId(location),
        firstDay: formatDay(firstDay),
        lastDay: formatDay(lastDay),
        name,
      }),
    ),
  };
}
