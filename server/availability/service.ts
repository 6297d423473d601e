import type { Db } from '../db/connect.js';
import type { Clock } from '../lib/clock.js';
import { breather } from '../lib/courtesy.js';
import type { Prepared } from '../lib/endpoint.js';
import { DAY } from '../lib/time-zone.js';
import type { Snapshot } from './queries-cached.js';
import { createCalendarCache } from './queries-cached.js';
import type { Visit } from './question.js';
import { locationsOf, questionAt, servicesOf, servicesWithExtras } from './question.js';
import type { RangeQuestion, SlotJson } from './range.js';
import { computeRange, slotJson } from './range.js';
import type { Explanation, Slot } from './slots.js';
import { explainStart, listSlots, nearestReason } from './slots.js';

export interface Deps {
  db: Db;
  clock: Clock;
}

export interface Availability {
  /** The answer of `GET /availability` as JSON; AppError `not_found` for an unknown service, provider or location. */
  range(question: RangeQuestion): Promise<Prepared>;
  /** Why a start can or can't be booked. */
  explain(visit: Visit, start: number): Promise<Explanation>;
  /** Free starts nearest to `start`, at most `count`, those of the same day first. */
  alternatives(visit: Visit, start: number, count: number): Promise<SlotJson[]>;
  /** The state that a booking starts from. */
  snapshot(): Promise<Snapshot>;
  lastSeen(): Promise<Pick<Snapshot, 'business' | 'catalogVersion'>>;
}

/** What is kept of answers, in bytes of JSON: a month of a busy shop takes some 30 kB. */
const mostBytes = 32 * 1024 * 1024;

export function createAvailability({ db, clock }: Deps): Availability {
  const cache = createCalendarCache(db);
  let kept = 0;
  const answers = new Map<string, { versions: string; until: number; json: Buffer }>();

  async function range(question: RangeQuestion): Promise<Prepared> {
    const snapshot = await cache.snapshot();
    const now = clock.now();
    const key = JSON.stringify(question);
    const held = answers.get(key);
    if (held && held.versions === snapshot.versions && now < held.until) return held;
    const { body, until } = await computeRange(snapshot, question, now, breather());
    const json = Buffer.from(JSON.stringify(body));
    keep(key, { versions: snapshot.versions, until, json });
    return { json };
  }

  /** Keeps an answer, and lets the oldest go until all fit. */
  function keep(key: string, answer: { versions: string; until: number; json: Buffer }): void {
    kept += answer.json.length - (answers.get(key)?.json.length ?? 0);
    answers.delete(key);
    answers.set(key, answer);
    for (const [oldest, { json }] of answers) {
      if (kept <= mostBytes) break;
      answers.delete(oldest);
      kept -= json.length;
    }
  }

  async function explain(visit: Visit, start: number): Promise<Explanation> {
    const snapshot = await cache.snapshot();
    const services = servicesWithExtras(snapshot.business, servicesOf(snapshot.business, visit.services, false), visit);
    const locations = locationsOf(snapshot.business, visit);
    // What visitors can't see they can't book; the booking says the same.
    if (services.some((service) => !service.bookable)) return { bookable: false, reason: 'not_offered', providers: [] };
    const parts: Explanation[] = [];
    for (const locationId of locations) {
      const question = await questionAt(snapshot, visit, services, locationId, start, start + 1, clock.now());
      parts.push(explainStart(question, start));
    }
    const bookable = parts.some((part) => part.bookable);
    return {
      bookable,
      reason: bookable ? null : nearestReason(parts.map((part) => part.reason)),
      providers: parts.flatMap((part) => part.providers),
    };
  }

  async function alternatives(visit: Visit, start: number, count: number): Promise<SlotJson[]> {
    const snapshot = await cache.snapshot();
    const services = servicesWithExtras(snapshot.business, servicesOf(snapshot.business, visit.services, false), visit);
    const [locationId] = locationsOf(snapshot.business, visit);
    if (locationId === undefined) return [];
    const from = start - 2 * DAY;
    const to = start + 8 * DAY;
    const slots = listSlots(await questionAt(snapshot, visit, services, locationId, from, to, clock.now()), from, to);
    const distance = (slot: Slot): number => Math.abs(slot.start - start);
    return slots
      .sort((left, right) => distance(left) - distance(right))
      .slice(0, count)
      .sort((left, right) => left.start - right.start)
      .map(slotJson);
  }

  return { range, explain, alternatives, snapshot: cache.snapshot, lastSeen: cache.lastSeen };
}
