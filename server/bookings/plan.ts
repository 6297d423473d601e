import type { Business, ServiceRule } from '../availability/business.js';
import { extraMinutes } from '../availability/extras.js';
import type { RefusalReason } from '../availability/schema.js';
import type { Question } from '../availability/slots.js';
import { explainStart, slotAt } from '../availability/slots.js';
import type { Assignment, PlannedLeg } from '../availability/visit.js';
import { checkVisit } from '../availability/visit.js';
import { longestBuffer } from '../catalog/schema.js';
import { MINUTE } from '../lib/time-zone.js';

/** A visit that somebody wants to book. */
export interface WantedVisit {
  services: readonly ServiceRule[];
  locationId: number;
  providerId: number | null;
  start: number;
  persons: number;
  /** Staff book beside the rules (`Limits`). */
  overruled?: boolean | undefined;
}

/** Who would perform a visit: provider ids, one a service. */
export type Crew = readonly number[];

/** The crews that could perform the visit, best first; or the reason why there is none. */
export function crewsOf(question: Question, wanted: WantedVisit): { crews: Crew[] } | { reason: RefusalReason } {
  const slot = slotAt(question, wanted.start);
  if (slot === null) return { reason: explainStart(question, wanted.start).reason ?? 'not_offered' };
  if (slot.chain) return { crews: [slot.chain] };
  return { crews: slot.providers.map((provider) => wanted.services.map(() => provider)) };
}

/** The legs of the visit with this crew, or why it can't be. */
export function legsOf(
  question: Question,
  crew: Crew,
  wanted: WantedVisit,
): { legs: PlannedLeg[] } | { reason: RefusalReason } {
  const assignment = crew.map((provider) => question.candidates.find((candidate) => candidate.providerId === provider));
  if (assignment.includes(undefined)) return { reason: 'not_offered' };
  const answer = checkVisit(assignment as Assignment, wanted.start, wanted.persons, question.limits);
  return answer.bookable ? { legs: answer.legs } : { reason: answer.reason };
}

/** What a visit costs with this crew, in minor units of the services' currency. */
export function totalOf(legs: readonly PlannedLeg[], persons: number): number {
  return legs.reduce((sum, leg) => sum + priceOf(leg, persons), 0);
}

/** What one service of a visit costs with its extras. */
export const priceOf = ({ offer }: PlannedLeg, persons: number): number =>
  offer.priceMinor * persons + (offer.extrasMinor ?? 0);

/** The longest that a visit with this crew can keep anybody busy, buffers included: [from, to) in epoch milliseconds. */
export function spanOf(business: Business, wanted: WantedVisit, crew: Crew): { from: number; to: number } {
  const minutes = wanted.services.map((service, index) => {
    const provider = business.providers.find(({ id }) => id === crew[index]);
    return (provider?.services.get(service.id)?.durationMinutes ?? service.durationMinutes) + extraMinutes(service);
  });
  const length = minutes.reduce((sum, each) => sum + each, 0) * MINUTE;
  return { from: wanted.start - longestBuffer * MINUTE, to: wanted.start + length + longestBuffer * MINUTE };
}
