import type { Business, ProviderRule, ServiceRule, Taken } from '../availability/business.js';
import { daysToInstants, diaryOf, offerOf, visitReach, zoneOf } from '../availability/business.js';
import type { Busy, Diary, Limits } from '../availability/diary.js';
import { firstFrom } from '../availability/diary.js';
import { meets } from '../availability/intervals.js';
import type { Candidate, PlannedLeg } from '../availability/visit.js';
import { checkVisit } from '../availability/visit.js';
import type { DayNumber } from '../lib/time-zone.js';
import { DAY } from '../lib/time-zone.js';

/** A visit that could take place. */
export interface Opening {
  start: number;
  legs: PlannedLeg[];
}

/** What is asked for: a service and a provider each. */
export interface Wanted {
  locationId: number;
  services: readonly number[];
  providers: readonly number[];
  persons: number;
}

/** When something was asked does not matter here: lead times and horizons are kept by the moment of booking. */
const always: Limits = {
  now: Number.NEGATIVE_INFINITY,
  earliest: Number.NEGATIVE_INFINITY,
  horizonEnd: Number.POSITIVE_INFINITY,
};

/**
 * The providers' diaries while they are being filled. Everything is asked of the availability engine, so that nothing is put where
 * a visitor could not have put it.
 */
export function createDiaries(business: Business, absences: ReadonlyMap<number, Taken['absences']>) {
  const taken = new Map<number, Busy[]>(business.providers.map((provider) => [provider.resourceId, []]));

  function diaryAt(provider: ProviderRule, locationId: number, day: DayNumber, reach: number): Diary {
    const { from, to } = daysToInstants(zoneOf(business, locationId), day, day);
    const all = taken.get(provider.resourceId) ?? [];
    const busy = all.slice(firstFrom(all, from - 2 * DAY), firstFrom(all, to + reach));
    return diaryOf(
      business,
      provider,
      locationId,
      { busy, absences: absences.get(provider.id) ?? [] },
      from,
      to,
      reach,
    );
  }

  return {
    /** Every start on that local day at which the visit could take place. */
    openings(day: DayNumber, { locationId, services, providers, persons }: Wanted): Opening[] {
      const { from, to } = daysToInstants(zoneOf(business, locationId), day, day);
      const rules = services.map((id) => business.services.get(id) as ServiceRule);
      const candidates = new Map<number, Candidate>();
      for (const provider of business.providers.filter(({ id }) => providers.includes(id))) {
        const offers = rules.map((rule) => offerOf(provider, rule, locationId));
        const diary = diaryAt(provider, locationId, day, visitReach(rules));
        candidates.set(provider.id, { providerId: provider.id, offers, diary });
      }
      const crew = providers.map((id) => candidates.get(id) as Candidate);
      const first = crew[0]?.offers[0];
      if (!first) return [];
      const found: Opening[] = [];
      for (const window of (crew[0] as Candidate).diary.windows) {
        for (let start = window.from; start < window.to && start < to; start += first.step) {
          if (start < from) continue;
          const answer = checkVisit(crew, start, persons, always);
          if (answer.bookable) found.push({ start, legs: answer.legs });
        }
      }
      return found;
    },

    /** Takes the time of a new appointment, of which `places` are booked. */
    take(appointmentId: number, leg: PlannedLeg, places: number): void {
      const all = taken.get(leg.offer.resourceId) as Busy[];
      all.splice(firstFrom(all, leg.busyFrom), 0, {
        appointmentId,
        from: leg.busyFrom,
        to: leg.busyTo,
        startsAt: leg.start,
        endsAt: leg.end,
        serviceId: leg.offer.serviceId,
        locationId: leg.offer.locationId,
        capacity: leg.offer.capacity,
        taken: places,
      });
    },

    /** How long a provider is at work at a location on a day, in milliseconds. */
    workingTime(provider: ProviderRule, locationId: number, day: DayNumber): number {
      const { from, to } = daysToInstants(zoneOf(business, locationId), day, day);
      const { windows, closures, absences: off } = diaryAt(provider, locationId, day, DAY);
      return windows
        .filter((window) => window.from >= from && window.from < to)
        .filter((window) => !meets(closures, window.from, window.to) && !meets(off, window.from, window.to))
        .reduce((sum, window) => sum + window.to - window.from, 0);
    },

    /** Whether something of this calendar begins or ends at an instant, buffers included. */
    touches(resourceId: number, from: number, to: number): boolean {
      const all = taken.get(resourceId) ?? [];
      const at = firstFrom(all, from);
      return all[at - 1]?.to === from || all.slice(at, at + 2).some((busy) => busy.from === to);
    },
  };
}

export type Diaries = ReturnType<typeof createDiaries>;
