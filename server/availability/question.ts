import { AppError, notFound } from '../lib/errors.js';
import { DAY } from '../lib/time-zone.js';
import type { Business, ProviderRule, ServiceRule, Taken } from './business.js';
import { candidatesAt, visitLimits, visitReach, zoneOf } from './business.js';
import type { ExtraWish } from './extras.js';
import { withExtras } from './extras.js';
import type { Snapshot } from './queries-cached.js';
import type { Question } from './slots.js';

/** What is asked for; ids are the request's and not yet known to exist. */
export interface Visit {
  services: readonly number[];
  providerId: number | null;
  locationId: number | null;
  persons: number;
  /** A private service that the visitor was given the link of. */
  invitedTo?: number | undefined;
  /** Absent: none. */
  extras?: readonly ExtraWish[] | undefined;
}

/** The question of a visit at one location for starts in [from, to), over what is known of the calendars. */
export async function questionAt(
  snapshot: Snapshot,
  visit: Pick<Visit, 'providerId' | 'persons'> & Pick<AskedVisit, 'overruled'>,
  services: readonly ServiceRule[],
  locationId: number,
  from: number,
  to: number,
  now: number,
): Promise<Question> {
  const { business } = snapshot;
  const asked = business.providers.filter((provider) => visit.providerId === null || provider.id === visit.providerId);
  const taken = await snapshot.taken(
    asked.map((provider) => provider.resourceId),
    from - DAY,
    to + visitReach(services),
  );
  return questionOver(
    business,
    { services, locationId, persons: visit.persons, overruled: visit.overruled },
    asked,
    taken,
    from,
    to,
    now,
  );
}

/** What is asked of the calendars, in terms of the business. */
export interface AskedVisit {
  services: readonly ServiceRule[];
  locationId: number;
  persons: number;
  /** Staff ask beside the rules; see `Limits`. */
  overruled?: boolean | undefined;
}

const nothing: Taken = { busy: [], absences: [] };

/** The question whether these providers can take a visit that starts in [from, to), over what is taken, by resource. */
export function questionOver(
  business: Business,
  { services, locationId, persons, overruled }: AskedVisit,
  providers: readonly ProviderRule[],
  taken: ReadonlyMap<number, Taken>,
  from: number,
  to: number,
  now: number,
): Question {
  const takenOf = (provider: ProviderRule): Taken => taken.get(provider.resourceId) ?? nothing;
  return {
    locationId,
    candidates: candidatesAt(business, locationId, services, providers, takenOf, from, to),
    services: services.length,
    persons,
    limits: { ...visitLimits(services, zoneOf(business, locationId), now), overruled },
  };
}

/** Whether visitors can book a service: what they see, and a private one by its link. */
export const isOpenTo = (service: ServiceRule, invitedTo: number | undefined): boolean =>
  service.bookable || (service.active && service.id === invitedTo);

/** The services of a visit; for visitors, those they can see. AppError `not_found` when one isn't there. */
export function servicesOf(
  business: Business,
  ids: readonly number[],
  visitors: boolean,
  invitedTo?: number,
): ServiceRule[] {
  return ids.map((id) => {
    const service = business.services.get(id);
    if (!service || (visitors && !isOpenTo(service, invitedTo))) throw notFound();
    return service;
  });
}

/** The services of a visit with what is wished beside them. AppError `not_found` when that can't be had. */
export function servicesWithExtras(business: Business, services: readonly ServiceRule[], visit: Visit): ServiceRule[] {
  const found = withExtras(business, services, visit.extras ?? []);
  if (!found) throw new AppError('not_found', 'This extra can’t be had.', { field: 'extras' });
  return found;
}

/** The location asked for, or all of them. */
export function locationsOf(business: Business, visit: Visit): number[] {
  if (visit.providerId !== null && !business.providers.some((provider) => provider.id === visit.providerId))
    throw notFound();
  if (visit.locationId === null) return [...business.locations.keys()];
  if (!business.locations.has(visit.locationId))
    throw new AppError('not_found', 'There is no such location.', { field: 'location' });
  return [visit.locationId];
}
