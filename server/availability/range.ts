import type { DayNumber } from '../lib/time-zone.js';
import { DAY, formatDay, formatInstant, HOUR, localDay, MINUTE } from '../lib/time-zone.js';
import type { ServiceRule } from './business.js';
import { daysToInstants, zoneOf } from './business.js';
import { mostDays } from './limits.js';
import type { Snapshot } from './queries-cached.js';
import type { Visit } from './question.js';
import { locationsOf, questionAt, servicesOf, servicesWithExtras } from './question.js';
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

/** Long ranges are worked through in pieces, between which others are served. */
const aWeek = 7 * DAY;
const longestFold = 3 * HOUR;

/**
 * The body of `GET /availability`, and until when (epoch ms) it holds if no version changes. `breathe` is awaited between two
 * pieces of long work.
 */
export async function computeRange(
  snapshot: Snapshot,
  question: RangeQuestion,
  now: number,
  breathe: () => Promise<void>,
): Promise<{ body: unknown; until: number }> {
  const { business } = snapshot;
  const services = servicesWithExtras(
    business,
    servicesOf(business, question.services, true, question.invitedTo),
    question,
  );
  const locations = locationsOf(business, question);
  const zone = question.zone ?? zoneOf(business, locations[0] ?? 0);
  const slotsOf = async (firstDay: DayNumber, lastDay: DayNumber, firstOnly = false): Promise<Slot[]> => {
    const { from, to: nominal } = daysToInstants(zone, firstDay, lastDay);
    // The last date may come back for an hour after the next has begun.
    const to = nominal + longestFold;
    const isAsked = ({ start }: Slot): boolean => {
      const day = localDay(zone, start);
      return day >= firstDay && day <= lastDay;
    };
    const slots: Slot[] = [];
    for (const locationId of locations) {
      const asked = await questionAt(snapshot, question, services, locationId, from, to, now);
      for (let piece = from; piece < to; piece += aWeek) {
        const found = listSlots(asked, piece, Math.min(piece + aWeek, to)).filter(isAsked);
        slots.push(...found);
        if (firstOnly && found.length > 0) break;
        await breathe();
      }
    }
    return locations.length > 1 ? slots.sort((left, right) => left.start - right.start) : slots;
  };
  const slots = await slotsOf(question.firstDay, question.lastDay);
  const next = slots[0] ? null : await nextSlot(question.lastDay, localDay(zone, now), services, slotsOf);
  // The answer holds until its first slot falls into the lead time, or a new day comes into the horizon.
  const lead = Math.max(...services.map((service) => service.leadMinutes)) * MINUTE;
  const first = slots[0] ?? next;
  const ends = locations.map((id) => endOfDay(zoneOf(business, id), now));
  if (first) ends.push(first.start - lead + 1);
  const body = { timezone: zone, days: byDay(slots, zone), next: next ? formatDay(localDay(zone, next.start)) : null };
  return { body, until: Math.min(...ends) };
}

const endOfDay = (zone: string, now: number): number =>
  daysToInstants(zone, localDay(zone, now), localDay(zone, now)).to;

/** The first slot after a range that has none, looked for up to the horizon. */
async function nextSlot(
  lastDay: DayNumber,
  today: DayNumber,
  services: readonly ServiceRule[],
  slotsOf: (first: DayNumber, last: DayNumber, firstOnly: boolean) => Promise<Slot[]>,
): Promise<Slot | null> {
  const horizon = today + Math.min(...services.map((service) => service.horizonDays)) + 2;
  for (let day = Math.max(lastDay + 1, today); day <= horizon; day += mostDays) {
    const [first] = await slotsOf(day, Math.min(day + mostDays - 1, horizon), true);
    if (first) return first;
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
