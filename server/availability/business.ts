import type { DayNumber } from '../lib/time-zone.js';
import { DAY, instantOfWallTime, localDay, MINUTE } from '../lib/time-zone.js';
import type { Busy, Diary, Limits, Offer } from './diary.js';
import { extraMinutes, extrasPrice, longestDuration } from './extras.js';
import type { Span } from './intervals.js';
import { mergeIntervals } from './intervals.js';
import type { Candidate } from './visit.js';
import type { Closure, WorkingHours } from './working-hours.js';
import { closedAt, windowsAt } from './working-hours.js';

/*
 * The business as availability sees it: plain data that the queries fill, and what is made of it for a question.
 */

export interface ServiceRule {
  id: number;
  name: string;
  durationMinutes: number;
  stepMinutes: number;
  priceMinor: number;
  currency: string;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  capacity: number;
  leadMinutes: number;
  horizonDays: number;
  needsApproval: boolean;
  cancelNoticeMinutes: number;
  /** Not archived: staff can book it. */
  active: boolean;
  /** Can be booked by visitors: active and visible. */
  bookable: boolean;
  /** What is booked with it, in one question. */
  extras?: readonly ChosenExtra[];
}

/** What can be booked with some services; amounts and minutes are for one. */
export interface ExtraRule {
  id: number;
  name: string;
  priceMinor: number;
  currency: string;
  minutes: number;
  most: number;
  services: ReadonlySet<number>;
}

export interface ChosenExtra {
  extra: ExtraRule;
  quantity: number;
}

export interface ProviderRule {
  id: number;
  name: string;
  resourceId: number;
  locations: ReadonlySet<number>;
  services: ReadonlyMap<number, { priceMinor: number | null; durationMinutes: number | null }>;
  hours: WorkingHours;
}

export interface LocationRule {
  zone: string;
  name: string;
  address: string;
}

export interface Business {
  services: ReadonlyMap<number, ServiceRule>;
  /** Active ones, in the business's order. */
  providers: readonly ProviderRule[];
  /** Active ones, in the business's order. */
  locations: ReadonlyMap<number, LocationRule>;
  closures: readonly Closure[];
  /** Absent: none. */
  extras?: ReadonlyMap<number, ExtraRule>;
}

/** What is booked and blocked of one provider's time. */
export interface Taken {
  busy: readonly Busy[];
  absences: readonly Span[];
}

/** A provider's offer of a service at a location, or null where there is none. */
export function offerOf(provider: ProviderRule, service: ServiceRule, locationId: number): Offer | null {
  const own = provider.services.get(service.id);
  if (!own || !provider.locations.has(locationId)) return null;
  const minutes = (own.durationMinutes ?? service.durationMinutes) + extraMinutes(service);
  if (minutes > longestDuration) return null;
  return {
    serviceId: service.id,
    providerId: provider.id,
    resourceId: provider.resourceId,
    locationId,
    duration: minutes * MINUTE,
    step: service.stepMinutes * MINUTE,
    bufferBefore: service.bufferBeforeMinutes * MINUTE,
    bufferAfter: service.bufferAfterMinutes * MINUTE,
    capacity: service.capacity,
    priceMinor: own.priceMinor ?? service.priceMinor,
    extrasMinor: extrasPrice(service),
  };
}

/** Rule T6 for a visit: the longest lead and the shortest horizon of its services, in whole days of the location's zone. */
export function visitLimits(services: readonly ServiceRule[], zone: string, now: number): Limits {
  const lead = Math.max(...services.map((service) => service.leadMinutes));
  const horizon = Math.min(...services.map((service) => service.horizonDays));
  return {
    now,
    earliest: now + lead * MINUTE,
    horizonEnd: instantOfWallTime(zone, localDay(zone, now) + horizon + 1, 0),
  };
}

/** How far beyond a range's end a visit that starts in it can reach, in milliseconds. */
export const visitReach = (services: readonly ServiceRule[]): number => services.length * DAY + DAY;

/** A provider's diary at a location for visits that start in [from, to) and last at most `reach`. */
export function diaryOf(
  business: Business,
  provider: ProviderRule,
  locationId: number,
  taken: Taken,
  from: number,
  to: number,
  reach: number,
): Diary {
  const zone = zoneOf(business, locationId);
  const until = to + reach;
  const windows = windowsAt(provider.hours, locationId, zone, from - DAY, until);
  const others = [...provider.locations].filter((other) => other !== locationId && business.locations.has(other));
  const elsewhere = others.flatMap((other) =>
    windowsAt(provider.hours, other, zoneOf(business, other), from - DAY, until),
  );
  return {
    windows,
    open: mergeIntervals(windows),
    elsewhere: mergeIntervals(elsewhere),
    closures: closedAt(business.closures, locationId, zone, from, until),
    absences: mergeIntervals(taken.absences),
    busy: taken.busy,
    longestBusy: taken.busy.reduce((longest, busy) => Math.max(longest, busy.to - busy.from), 0),
  };
}

/** Those of `providers` who offer at least one of the services at a location, with their diaries. */
export function candidatesAt(
  business: Business,
  locationId: number,
  services: readonly ServiceRule[],
  providers: readonly ProviderRule[],
  takenOf: (provider: ProviderRule) => Taken,
  from: number,
  to: number,
): Candidate[] {
  const reach = visitReach(services);
  const candidates: Candidate[] = [];
  for (const provider of providers) {
    const offers = services.map((service) => offerOf(provider, service, locationId));
    if (offers.every((offer) => offer === null)) continue;
    candidates.push({
      providerId: provider.id,
      offers,
      diary: diaryOf(business, provider, locationId, takenOf(provider), from, to, reach),
    });
  }
  return candidates;
}

export const zoneOf = (business: Business, locationId: number): string =>
  business.locations.get(locationId)?.zone ?? 'UTC';

/** [start of the first day, end of the last) in a zone: what `from` and `to` of a question mean (rule T7). */
export function daysToInstants(zone: string, firstDay: DayNumber, lastDay: DayNumber): Span {
  return { from: instantOfWallTime(zone, firstDay, 0), to: instantOfWallTime(zone, lastDay + 1, 0) };
}
