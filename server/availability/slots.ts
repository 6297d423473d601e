import { DAY } from '../lib/time-zone.js';
import { bestChain } from './chain.js';
import type { Diary, Limits } from './diary.js';
import type { RefusalReason } from './schema.js';
import type { Assignment, Candidate, PlannedLeg } from './visit.js';
import { checkVisit } from './visit.js';

/** A start that can be booked, with who can perform the visit. Instants in epoch milliseconds. */
export interface Slot {
  start: number;
  end: number;
  locationId: number;
  /** Providers who can perform the whole visit, the least busy of that day first. */
  providers: number[];
  /** Where nobody can alone: one provider for each service. */
  chain?: number[];
  /** Places left in the group appointment that the visit joins. */
  room?: number;
}

/** What is asked for at one location. */
export interface Question {
  locationId: number;
  /** In the business's order. */
  candidates: readonly Candidate[];
  services: number;
  persons: number;
  limits: Limits;
}

/** Every slot that starts in [from, to), by time. */
export function listSlots(question: Question, from: number, to: number): Slot[] {
  const slots: Slot[] = [];
  if (!isThinkable(question)) return slots;
  for (const start of candidateStarts(question, from, to)) {
    const slot = slotAt(question, start);
    if (slot) slots.push(slot);
  }
  return slots;
}

/** Whether each service has somebody who offers it to so many persons at all; if not, no start need be looked at. */
function isThinkable({ candidates, services, persons }: Question): boolean {
  for (let index = 0; index < services; index += 1) {
    if (!candidates.some(({ offers }) => (offers[index]?.capacity ?? 0) >= persons)) return false;
  }
  return true;
}

/** The slot at a start, or null where there is none. */
export function slotAt(question: Question, start: number): Slot | null {
  const able: Able[] = [];
  for (const candidate of question.candidates) {
    const answer = checkVisit(alone(candidate, question.services), start, question.persons, question.limits);
    if (answer.bookable) able.push({ candidate, legs: answer.legs, rank: 0 });
  }
  if (able.length > 0) return slotOf(question, start, able);
  if (question.services < 2) return null;
  const chain = bestChain(question.candidates, question.services, start, question.persons, question.limits);
  if (!chain) return null;
  const answer = checkVisit(chain, start, question.persons, question.limits);
  if (!answer.bookable) return null;
  return {
    start,
    end: endOf(answer.legs),
    locationId: question.locationId,
    providers: [],
    chain: chain.map((candidate) => candidate.providerId),
  };
}

interface Able {
  candidate: Candidate;
  legs: PlannedLeg[];
  /** Joining a group appointment comes before opening one; then the less busy; then the business's order. */
  rank: number;
}

function slotOf(question: Question, start: number, able: Able[]): Slot {
  if (able.length > 1) {
    for (const one of able) one.rank = one.legs.some((leg) => leg.joins) ? -1 : loadOf(one.candidate.diary, start);
    able.sort((left, right) => left.rank - right.rank);
  }
  const best = able[0] as Able;
  const providers = able.map(({ candidate }) => candidate.providerId);
  const slot: Slot = { start, end: endOf(best.legs), locationId: question.locationId, providers };
  const room = roomOf(best.legs);
  if (room !== null) slot.room = room;
  return slot;
}

const visitsAlone = new WeakMap<Candidate, Assignment>();

/** One provider for every service of the visit; a candidate belongs to one question, so its length is the question's. */
function alone(candidate: Candidate, services: number): Assignment {
  let assignment = visitsAlone.get(candidate);
  if (!assignment) {
    assignment = Array.from({ length: services }, () => candidate);
    visitsAlone.set(candidate, assignment);
  }
  return assignment;
}

const endOf = (legs: readonly PlannedLeg[]): number => (legs.at(-1) as PlannedLeg).end;

function roomOf(legs: readonly PlannedLeg[]): number | null {
  let room: number | null = null;
  for (const { offer, joins } of legs) {
    if (offer.capacity > 1)
      room = Math.min(room ?? offer.capacity, joins ? joins.capacity - joins.taken : offer.capacity);
  }
  return room;
}

const loads = new WeakMap<Diary, Map<number, number>>();

/** Work already booked on the (UTC) day of a start: for sharing visits evenly among providers. */
function loadOf(diary: Diary, start: number): number {
  let days = loads.get(diary);
  if (!days) {
    days = new Map();
    for (const busy of diary.busy) {
      const day = Math.floor(busy.startsAt / DAY);
      days.set(day, (days.get(day) ?? 0) + busy.endsAt - busy.startsAt);
    }
    loads.set(diary, days);
  }
  return days.get(Math.floor(start / DAY)) ?? 0;
}

/** Starts worth checking: the grids of the first service (T3) and the group appointments that can be joined. */
function candidateStarts({ candidates, limits }: Question, from: number, to: number): number[] {
  const earliest = Math.max(from, limits.earliest);
  const latest = Math.min(to, limits.horizonEnd);
  const starts = new Set<number>();
  for (const { offers, diary } of candidates) {
    const offer = offers[0];
    if (!offer) continue;
    for (const window of diary.windows) {
      const first = window.from + Math.max(0, Math.ceil((earliest - window.from) / offer.step)) * offer.step;
      for (let start = first; start < window.to && start < latest; start += offer.step) starts.add(start);
    }
    if (offer.capacity === 1) continue;
    for (const busy of diary.busy) {
      if (busy.serviceId === offer.serviceId && busy.startsAt >= earliest && busy.startsAt < latest)
        starts.add(busy.startsAt);
    }
  }
  return [...starts].sort((left, right) => left - right);
}

/** Reasons from the one that is furthest from a yes to the nearest. */
const nearness: readonly RefusalReason[] = [
  'not_offered',
  'past',
  'horizon',
  'closure',
  'closed',
  'elsewhere',
  'absence',
  'lead_time',
  'off_grid',
  'full',
  'busy',
  'buffer',
];

export interface Explanation {
  bookable: boolean;
  reason: RefusalReason | null;
  providers: { providerId: number; locationId: number; bookable: boolean; reason: RefusalReason | null }[];
}

/** Why this provider can't take the whole visit at a start; null when they can. */
export function explainCandidate(
  { services, persons, limits }: Question,
  candidate: Candidate,
  start: number,
): RefusalReason | null {
  const answer = checkVisit(alone(candidate, services), start, persons, limits);
  return answer.bookable ? null : answer.reason;
}

/** Why a start can't be booked, by provider and all in all: the answers of the same checks that list the slots (rule T9). */
export function explainStart(question: Question, start: number): Explanation {
  const providers = question.candidates.map((candidate) => {
    const reason = explainCandidate(question, candidate, start);
    return { providerId: candidate.providerId, locationId: question.locationId, bookable: reason === null, reason };
  });
  const bookable = slotAt(question, start) !== null;
  return { bookable, reason: bookable ? null : nearestReason(providers.map((provider) => provider.reason)), providers };
}

/** The reason that comes nearest to a yes; `not_offered` when nobody was asked. */
export function nearestReason(reasons: readonly (RefusalReason | null)[]): RefusalReason {
  const ranks = reasons.map((reason) => (reason === null ? -1 : nearness.indexOf(reason)));
  return nearness[Math.max(0, ...ranks)] ?? 'not_offered';
}
