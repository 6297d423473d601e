import type { Business, ServiceRule } from '../availability/business.js';
import { withExtras } from '../availability/extras.js';
import type { Snapshot } from '../availability/queries-cached.js';
import { isOpenTo, questionAt } from '../availability/question.js';
import type { BookingDeps } from './deps.js';
import type { Crew, WantedVisit } from './plan.js';
import { crewsOf, legsOf, totalOf } from './plan.js';
import { lostRaces, priceChanged, refusal, withAlternatives } from './refusals.js';
import type { VisitWish } from './schema.js';

/** The visit in terms of the business. What visitors can't see they can't book (ATTACKS S08); staff can, unless it is archived. */
export function wantedOf(business: Business, body: VisitWish, door: Door): WantedVisit {
  const services = body.services.map((id) => business.services.get(id));
  const known =
    services.every(
      (service) => service && (door.source === 'admin' ? service.active : isOpenTo(service, door.invitedTo)),
    ) && business.locations.has(body.location);
  if (!known || (body.provider !== null && !business.providers.some((provider) => provider.id === body.provider)))
    throw refusal('not_offered');
  const rules = withExtras(business, services as ServiceRule[], body.extras);
  if (!rules) throw refusal('not_offered');
  if (new Set(rules.map((service) => service.currency)).size > 1) throw refusal('not_offered');
  return {
    services: rules,
    locationId: body.location,
    providerId: body.provider,
    start: Date.parse(body.start),
    persons: body.persons,
    overruled: door.overruled,
  };
}

/** Through which door a visit comes; staff may overrule rules knowingly, visitors never. */
export interface Door {
  source: 'widget' | 'admin';
  overruled?: boolean;
  /** A private service that the visitor was given the link of. */
  invitedTo?: number | undefined;
}

/** The crews to try, those whose price the visitor saw first. */
export async function crewsFor(
  deps: BookingDeps,
  snapshot: Snapshot,
  wanted: WantedVisit,
  body: VisitWish,
): Promise<Crew[]> {
  const { services, locationId, start } = wanted;
  const question = await questionAt(snapshot, wanted, services, locationId, start, start + 1, deps.clock.now());
  const found = crewsOf(question, wanted);
  if ('reason' in found)
    throw lostRaces.has(found.reason)
      ? await withAlternatives(deps, body, wanted, refusal(found.reason))
      : refusal(found.reason);
  const priced = found.crews.map((crew) => {
    const planned = legsOf(question, crew, wanted);
    return { crew, total: 'legs' in planned ? totalOf(planned.legs, wanted.persons) : -1 };
  });
  const asQuoted = priced.filter(({ total }) => total === body.quotedMinor);
  if (asQuoted.length === 0) throw priceChanged(priced[0]?.total ?? 0, wanted);
  return asQuoted.map(({ crew }) => crew);
}
