import type { PlannedLeg } from '../availability/visit.js';
import type { ItemStatus } from '../lib/statuses.js';
import { DAY, HOUR, localDay, MINUTE, offsetAt } from '../lib/time-zone.js';
import { demoZone } from './house.js';
import type { Seeded } from './seeded.js';
import { serviceOf } from './services.js';
import type { Visit } from './visits.js';
import { businessReasons, customerReasons, rejectionReason } from './words.js';

/** A visit with the moment at which it was booked, and what became of it. */
export interface Draft {
  visit: Visit;
  createdAt: number;
  status: ItemStatus;
  decision: { decision: 'approved' | 'rejected' | 'cancelled'; actor: string; reason: string; at: number } | null;
}

const staff = 'system:demo';
const cancelledShare = 0.065;
/** What becomes of the brides' requests, by time: the first lies behind us. */
const requestFates = ['approved', 'pending', 'approved', 'pending', 'rejected', 'pending'] as const;

/** Every visit with its moment of booking: never after now, within the service's lead time and horizon. By that moment. */
export function draftsOf(visits: readonly Visit[], chance: Seeded, now: number): Draft[] {
  let requests = 0;
  return visits
    .map((visit) => {
      if (visit.kind === 'request') return requestDraft(visit, requestFates[requests++] ?? 'pending', chance, now);
      const createdAt = bookedAt(visit, chance, now);
      const draft: Draft = { visit, createdAt, status: 'confirmed', decision: null };
      // Not today's: the first look at the calendar is to be a good one.
      const mayCancel = visit.kind !== 'old' && dayOf(startOf(visit)) !== dayOf(now);
      if (mayCancel && chance.chance(cancelledShare)) cancel(draft, chance, now);
      return draft;
    })
    .sort((left, right) => left.createdAt - right.createdAt);
}

const dayOf = (instant: number): number => localDay(demoZone, instant);
const startOf = (visit: Visit): number => (visit.legs[0] as PlannedLeg).start;
const servicesOf = (visit: Visit) => visit.legs.map((leg) => serviceOf(leg.offer.serviceId));
const leadOf = (visit: Visit): number => Math.max(...servicesOf(visit).map((service) => service.lead ?? 60)) * MINUTE;
const horizonOf = (visit: Visit): number =>
  Math.min(...servicesOf(visit).map((service) => service.horizon ?? 90)) * DAY;
const noticeOf = (visit: Visit): number =>
  Math.max(...servicesOf(visit).map((service) => service.notice ?? 24 * 60)) * MINUTE;

/** Most book some days ahead, a few within the day, a few weeks before. */
function bookedAt(visit: Visit, chance: Seeded, now: number): number {
  const start = startOf(visit);
  const ahead = leadOf(visit) + Math.min(-Math.log(1 - chance.fraction()) * 5.5 * DAY, horizonOf(visit) - 5 * DAY);
  // What lies far ahead was booked by now all the same, much of it in the last days.
  return wakingHour(start - ahead <= now ? start - ahead : now - MINUTE - chance.fraction() ** 1.5 * 9 * DAY);
}

/** Nobody books at four in the morning: then it was the evening before. In whole seconds. */
function wakingHour(moment: number): number {
  const instant = Math.floor(moment / 1000) * 1000;
  const hour = ((((instant + offsetAt(demoZone, instant)) % DAY) + DAY) % DAY) / HOUR;
  return hour < 7 ? instant - 9 * HOUR : instant;
}

/** By the customer while the notice allows it, otherwise by the salon; not at all where no time is left for it. */
function cancel(draft: Draft, chance: Seeded, now: number): void {
  const { visit, createdAt } = draft;
  const byCustomer = chance.chance(0.75);
  const latest = Math.min(now, startOf(visit) - (byCustomer ? noticeOf(visit) : HOUR));
  if (latest - createdAt < HOUR) return;
  const at = Math.floor((createdAt + (latest - createdAt) * chance.fraction()) / 1000) * 1000;
  const reason = chance.pick(byCustomer ? customerReasons : businessReasons);
  draft.status = 'cancelled';
  draft.decision = { decision: 'cancelled', actor: byCustomer ? 'visitor' : staff, reason, at };
}

function requestDraft(visit: Visit, fate: (typeof requestFates)[number], chance: Seeded, now: number): Draft {
  if (fate === 'pending') {
    const createdAt = wakingHour(now - (1 + chance.fraction() * 18) * HOUR);
    return { visit, createdAt, status: 'pending', decision: null };
  }
  const createdAt = wakingHour(Math.min(now, startOf(visit)) - (4 + chance.fraction() * 20) * DAY);
  const at = createdAt + Math.floor((2 + chance.fraction() * 18) * 3600) * 1000;
  const reason = fate === 'rejected' ? rejectionReason : '';
  const status = fate === 'rejected' ? 'rejected' : 'confirmed';
  return { visit, createdAt, status, decision: { decision: fate, actor: staff, reason, at } };
}
