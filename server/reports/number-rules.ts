import type { Business, ProviderRule } from '../availability/business.js';
import { zoneOf } from '../availability/business.js';
import type { Span } from '../availability/intervals.js';
import { mergeIntervals } from '../availability/intervals.js';
import { closedAt, windowsAt } from '../availability/working-hours.js';
import type { ItemStatus } from '../lib/statuses.js';
import { countedStatuses, standingStatuses } from '../lib/statuses.js';
import { DAY, formatDay, HOUR, localDay, MINUTE, offsetAt, weekdayOf } from '../lib/time-zone.js';
import type { Numbers } from './schema.js';

/** What was booked for one quarter of an hour: places of one status, paid in one currency. */
export interface Bucket {
  /** When the quarter begins, in epoch milliseconds. */
  at: number;
  status: ItemStatus;
  currency: string;
  places: number;
  /** What they cost together, in minor units. */
  minor: number;
}

/** A visit earns once it was kept: marked so, or confirmed and begun. */
const isKept = ({ status, at }: Bucket, now: number): boolean =>
  status === 'completed' || (status === 'confirmed' && at <= now);

/** Sums over all: a no-show is one of those that are over and were not cancelled. */
export function sumsOf(
  places: readonly Bucket[],
  now: number,
): Pick<Numbers, 'bookings' | 'cancelled' | 'revenue' | 'kept' | 'noShows'> {
  const count = (matches: (one: Bucket) => boolean): number =>
    places.filter(matches).reduce((sum, one) => sum + one.places, 0);
  const revenue = new Map<string, number>();
  for (const one of places)
    if (isKept(one, now)) revenue.set(one.currency, (revenue.get(one.currency) ?? 0) + one.minor);
  return {
    bookings: count(({ status }) => standingStatuses.includes(status)),
    cancelled: count(({ status }) => status === 'cancelled'),
    revenue: [...revenue].map(([currency, minor]) => ({ currency, minor })),
    kept: count((one) => isKept(one, now)),
    noShows: count(({ status }) => status === 'no_show'),
  };
}

/** One entry for each local day, also where nothing was. Money of other currencies than the business's is in the sums alone. */
export function byDay(
  places: readonly Bucket[],
  { zone, first, last, currency, now }: { zone: string; first: number; last: number; currency: string; now: number },
): Numbers['days'] {
  const days = Array.from({ length: last - first + 1 }, (_, index) => ({
    day: formatDay(first + index),
    bookings: 0,
    minor: 0,
  }));
  for (const one of places) {
    const entry = days[localDay(zone, one.at) - first];
    if (!entry) continue;
    if (countedStatuses.includes(one.status) || one.status === 'no_show') entry.bookings += one.places;
    if (isKept(one, now) && one.currency === currency) entry.minor += one.minor;
  }
  return days;
}

/** When people come: standing places by the weekday and hour at which they begin on the local clock; hours with none left out. */
export function byHour(places: readonly Bucket[], zone: string): Numbers['hours'] {
  const counts = new Map<number, number>();
  for (const { at, status, places: count } of places) {
    if (!standingStatuses.includes(status)) continue;
    const local = at + offsetAt(zone, at);
    const hour = Math.floor((((local % DAY) + DAY) % DAY) / HOUR);
    const key = weekdayOf(Math.floor(local / DAY)) * 24 + hour;
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return [...counts]
    .sort(([left], [right]) => left - right)
    .map(([key, appointments]) => ({ weekday: Math.floor(key / 24), hour: key % 24, appointments }));
}

/** How long a provider was to be had in [from, to): working hours at all locations, less closures and absences. */
export function openMinutesOf(
  business: Business,
  provider: ProviderRule,
  { from, to }: Span,
  absences: readonly Span[],
): number {
  const open = [...provider.locations]
    .filter((id) => business.locations.has(id))
    .flatMap((id) => {
      const zone = zoneOf(business, id);
      const off = [...closedAt(business.closures, id, zone, from, to), ...absences];
      return windowsAt(provider.hours, id, zone, from, to).flatMap((window) => without(clip(window, from, to), off));
    });
  return Math.round(mergeIntervals(open).reduce((sum, span) => sum + span.to - span.from, 0) / MINUTE);
}

const clip = (span: Span, from: number, to: number): Span => ({
  from: Math.max(span.from, from),
  to: Math.min(span.to, to),
});

/** What of a span none of the others cover. */
function without(span: Span, others: readonly Span[]): Span[] {
  let left = span.to > span.from ? [span] : [];
  for (const other of others)
    left = left.flatMap((one) =>
      other.to <= one.from || other.from >= one.to
        ? [one]
        : [
            { from: one.from, to: other.from },
            { from: other.to, to: one.to },
          ].filter((rest) => rest.to > rest.from),
    );
  return left;
}
