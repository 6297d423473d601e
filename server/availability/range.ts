import type { DayNumber } from '../lib/time-zone.js';
import { formatDay, formatInstant, localDay } from '../lib/time-zone.js';
import type { ServiceRule } from './business.js';
import { daysToInstants, zoneOf } from './business.js';
import { mostDays } from './limits.js';
import type { Snapshot } from './queries-cached.js';
import type { Visit } from './question.js';
import { locationsOf, questionAt, servicesOf } from './question.js';
import type { Slot } from './slots.js';
import { listSlots } from './slots.js';

export interface RangeQuestion extends Visit {
  firstDay: DayNumber;
  lastDay: DayNumber;
  /** null: the location's zone. */
  zone: string | null;
}

export interface SlotJson {
  start: string;
  end: string;
  location: number;
  providers: number[];
  chain?: number[];
  room?: number;
}

/** The body of `GET /availability`, and until when (epoch ms) it holds if no version changes. */
export async function computeRange(
  snapshot: Snapshot,
  question: RangeQuestion,
  now: number,
): Promise<{ body: unknown; until: number }> {
  const { business } = snapshot;
  const services = servicesOf(business, question.services, true);
  const locations = locationsOf(business, question);
  const zone = question.zone ?? zoneOf(business, locations[0] ?? 0);
  const slotsOf = async (firstDay: DayNumber, lastDay: DayNumber): Promise<Slot[]> => {
    const { from, to } = daysToInstants(zone, firstDay, lastDay);
    const slots: Slot[] = [];
    for (const locationId of locations)
      slots.push(...listSlots(await questionAt(snapshot, question, services, locationId, from, to, now), from, to));
    return locations.length > 1 ? slots.sort((left, right) => left.start - right.start) : slots;
  };
  const slots = await slotsOf(question.firstDay, question.lastDay);
  const next = slots.length > 0 ? null : await nextDay(question.lastDay, zone, services, now, slotsOf);
  const lead = Math.max(...services.map((service) => service.leadMinutes)) * 60_000;
  // The answer holds until its first slot falls into the lead time, or a new day comes into the horizon.
  const firstEnds = slots[0] ? slots[0].start - lead + 1 : Number.POSITIVE_INFINITY;
  const midnights = locations.map(
    (id) =>
      daysToInstants(zoneOf(business, id), localDay(zoneOf(business, id), now), localDay(zoneOf(business, id), now)).to,
  );
  return { body: { timezone: zone, days: byDay(slots, zone), next }, until: Math.min(firstEnds, ...midnights) };
}

/** The first day after a range without slots that has one, looked for up to the horizon. */
async function nextDay(
  lastDay: DayNumber,
  zone: string,
  services: ServiceRule[],
  now: number,
  slotsOf: (first: DayNumber, last: DayNumber) => Promise<Slot[]>,
): Promise<string | null> {
  const today = localDay(zone, now);
  const horizon = today + Math.min(...services.map((service) => service.horizonDays)) + 2;
  for (let day = Math.max(lastDay + 1, today); day <= horizon; day += mostDays) {
    const [first] = await slotsOf(day, Math.min(day + mostDays - 1, horizon));
    if (first) return formatDay(localDay(zone, first.start));
  }
  return null;
}

function byDay(slots: readonly Slot[], zone: string): Record<string, SlotJson[]> {
  const days: Record<string, SlotJson[]> = {};
  for (const slot of slots) {
    const day = formatDay(localDay(zone, slot.start));
    days[day] ??= [];
    days[day].push(slotJson(slot));
  }
  return days;
}

export function slotJson(slot: Slot): SlotJson {
  const json: SlotJson = {
    start: formatInstant(slot.start),
    end: formatInstant(slot.end),
    location: slot.locationId,
    providers: slot.providers,
  };
  if (slot.chain) json.chain = slot.chain;
  if (slot.room !== undefined) json.room = slot.room;
  return json;
}
