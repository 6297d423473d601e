import type { Leg } from './booking-rules.js';
import { checkLeg, checkMoment } from './booking-rules.js';
import type { Busy, Diary, Limits, Offer } from './diary.js';
import type { RefusalReason } from './schema.js';

/** A provider at a location, with what they offer of the services asked for: one entry a service, null where they don't. */
export interface Candidate {
  providerId: number;
  diary: Diary;
  offers: readonly (Offer | null)[];
}

/** One service of a visit with its time and the group appointment that it joins, if any. */
export interface PlannedLeg {
  offer: Offer;
  start: number;
  end: number;
  busyFrom: number;
  busyTo: number;
  joins: Busy | null;
}

export type VisitAnswer = { bookable: true; legs: PlannedLeg[] } | { bookable: false; reason: RefusalReason };

/** Who performs each service of a visit, in order. */
export type Assignment = readonly Candidate[];

/**
 * Whether a visit can start then with these providers, one a service. Services follow one another at once; between two that the
 * same provider performs there is no buffer, since buffers are for the change from one customer to the next.
 */
export function checkVisit(assignment: Assignment, start: number, persons: number, limits: Limits): VisitAnswer {
  const moment = checkMoment(start, limits);
  if (moment) return { bookable: false, reason: moment };
  const legs: PlannedLeg[] = [];
  let at = start;
  for (let index = 0; index < assignment.length; index += 1) {
    const candidate = assignment[index] as Candidate;
    const offer = candidate.offers[index];
    if (!offer) return { bookable: false, reason: 'not_offered' };
    const leg: Leg = {
      offer,
      diary: candidate.diary,
      start: at,
      bufferBefore: assignment[index - 1] === candidate ? 0 : offer.bufferBefore,
      bufferAfter: assignment[index + 1] === candidate ? 0 : offer.bufferAfter,
    };
    const answer = checkLeg(leg, persons, index === 0, limits.overruled);
    if (!answer.bookable) return answer;
    const end = at + offer.duration;
    const planned = {
      offer,
      start: at,
      end,
      busyFrom: at - leg.bufferBefore,
      busyTo: end + leg.bufferAfter,
      joins: answer.joins,
    };
    // A provider who comes back in the same visit must have finished, buffers and all.
    if (legs.some((earlier) => meetsOwn(earlier, planned))) return { bookable: false, reason: 'buffer' };
    legs.push(planned);
    at = end;
  }
  return { bookable: true, legs };
}

const meetsOwn = (earlier: PlannedLeg, later: PlannedLeg): boolean =>
  earlier.offer.resourceId === later.offer.resourceId &&
  earlier.busyFrom < later.busyTo &&
  earlier.busyTo > later.busyFrom;
