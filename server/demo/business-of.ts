import type { Business, ProviderRule, ServiceRule } from '../availability/business.js';
import type { DayWindow, WeeklyWindow } from '../availability/working-hours.js';
import { minuteOf } from '../providers/hours-rules.js';
import { demoLocations, locationId } from './house.js';
import type { DemoService } from './services.js';
import { demoServices, serviceId } from './services.js';
import type { DemoProvider } from './team.js';
import { demoProviders, locationsOf, providerId } from './team.js';
import type { TimeOff } from './time-off.js';

/** The demo as the availability engine sees it, so that every appointment can be put where a visitor could have put it. */
export function businessOf(timeOff: TimeOff): Business {
  return {
    services: new Map(demoServices.map((service) => [serviceId(service.key), ruleOf(service)])),
    providers: demoProviders.map((provider) => providerRuleOf(provider, timeOff)),
    locations: new Map(demoLocations.map(({ key, zone, name, address }) => [locationId(key), { zone, name, address }])),
    closures: timeOff.closures.map(({ location, firstDay, lastDay }) => ({
      locationId: location && locationId(location),
      firstDay,
      lastDay,
    })),
  };
}

function ruleOf(service: DemoService): ServiceRule {
  return {
    id: serviceId(service.key),
    name: service.name,
    cancelNoticeMinutes: service.notice ?? 24 * 60,
    durationMinutes: service.duration,
    stepMinutes: service.step ?? 15,
    priceMinor: service.price,
    currency: 'EUR',
    bufferBeforeMinutes: service.bufferBefore ?? 0,
    bufferAfterMinutes: service.bufferAfter ?? 0,
    capacity: service.capacity ?? 1,
    leadMinutes: service.lead ?? 60,
    horizonDays: service.horizon ?? 90,
    needsApproval: service.needsApproval ?? false,
    active: true,
    bookable: service.visibility !== 'private',
  };
}

function providerRuleOf(provider: DemoProvider, timeOff: TimeOff): ProviderRule {
  return {
    id: providerId(provider.key),
    name: provider.name,
    resourceId: providerId(provider.key),
    locations: new Set(locationsOf(provider).map(locationId)),
    services: new Map(
      demoServices.flatMap(({ key }) => {
        const own = provider.services[key];
        return own ? [[serviceId(key), { priceMinor: own.price ?? null, durationMinutes: own.duration ?? null }]] : [];
      }),
    ),
    hours: {
      weekly: weeklyWindows(provider),
      specialDays: new Map(
        timeOff.specialDays
          .filter((special) => special.provider === provider.key)
          .map(({ day, location, windows }) => [day, windows.map((text) => windowOf(text, locationId(location)))]),
      ),
    },
  };
}

export const weeklyWindows = (provider: DemoProvider): WeeklyWindow[] =>
  provider.hours.flatMap(([weekdays, location, windows]) =>
    weekdays.flatMap((weekday) => windows.map((text) => ({ weekday, ...windowOf(text, locationId(location)) }))),
  );

/** `09:30-13:00` in minutes. */
function windowOf(text: string, location: number): DayWindow {
  const [start = '', end = ''] = text.split('-');
  return { locationId: location, start: minuteOf(start), end: minuteOf(end) };
}
