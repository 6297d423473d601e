import { checkLeg } from './booking-rules.js';
import type { Limits } from './diary.js';
import type { Assignment, Candidate } from './visit.js';
import { checkVisit } from './visit.js';

/** Chains that fail as a whole although each leg is free: a provider who comes back too soon for their own buffer. Rare. */
const mostFailures = 50;

/**
 * The best chain of providers for a visit that nobody can perform alone: the fewest changes of provider, then the business's
 * order. Null when there is none. The fewest changes from each leg on are found once and remembered, so that the search costs legs
 * × providers × providers, however many chains there are (ATTACKS S64).
 */
export function bestChain(
  candidates: readonly Candidate[],
  services: number,
  start: number,
  persons: number,
  limits: Limits,
): Assignment | null {
  if (start < limits.earliest || start >= limits.horizonEnd) return null;
  const changesFrom = rememberedChanges(candidates, services, persons);
  let failures = 0;

  /** Extends a chain by legs that leave `changes` at most, in the business's order, the same provider first. */
  const extend = (chain: Candidate[], at: number, changes: number): Candidate[] | null => {
    if (chain.length === services) {
      if (checkVisit(chain, start, persons, limits).bookable) return chain;
      failures += 1;
      return null;
    }
    const last = chain.at(-1);
    for (const candidate of last ? [last, ...candidates.filter((other) => other !== last)] : candidates) {
      const left = changes - (last && candidate !== last ? 1 : 0);
      const offer = candidate.offers[chain.length];
      if (!offer || failures >= mostFailures || changesFrom(chain.length, at, candidate, candidate !== last) > left)
        continue;
      const found = extend([...chain, candidate], at + offer.duration, left);
      if (found) return found;
    }
    return null;
  };

  const fewest = Math.min(...candidates.map((candidate) => changesFrom(0, start, candidate, true)));
  for (let changes = fewest; changes < services && failures < mostFailures; changes += 1) {
    const found = extend([], start, changes);
    if (found) return found;
  }
  return null;
}

/**
 * How many changes of provider are needed at least for the services from `index` on, when `candidate` performs that one at `at`;
 * `enters` when another did before. Infinity when it can't be.
 */
function rememberedChanges(candidates: readonly Candidate[], services: number, persons: number) {
  const known = new Map<string, number>();
  const numbers = new Map(candidates.map((candidate, number) => [candidate, number]));

  const isFree = (index: number, at: number, candidate: Candidate, enters: boolean, leaves: boolean): boolean => {
    const offer = candidate.offers[index];
    if (!offer) return false;
    const leg = {
      offer,
      diary: candidate.diary,
      start: at,
      bufferBefore: enters ? offer.bufferBefore : 0,
      bufferAfter: leaves ? offer.bufferAfter : 0,
    };
    return checkLeg(leg, persons, index === 0).bookable;
  };

  const changesFrom = (index: number, at: number, candidate: Candidate, enters: boolean): number => {
    const key = `${index} ${at} ${numbers.get(candidate)} ${enters}`;
    let fewest = known.get(key);
    if (fewest !== undefined) return fewest;
    fewest = Number.POSITIVE_INFINITY;
    const next = at + (candidate.offers[index]?.duration ?? 0);
    if (index === services - 1) {
      if (isFree(index, at, candidate, enters, true)) fewest = 0;
    } else {
      if (isFree(index, at, candidate, enters, false)) fewest = changesFrom(index + 1, next, candidate, false);
      if (fewest > 0 && isFree(index, at, candidate, enters, true)) {
        for (const other of candidates)
          if (other !== candidate) fewest = Math.min(fewest, 1 + changesFrom(index + 1, next, other, true));
      }
    }
    known.set(key, fewest);
    return fewest;
  };
  return changesFrom;
}
