import type { Business, ProviderRule } from '../availability/business.js';
import { zoneOf } from '../availability/business.js';
import type { PlannedLeg } from '../availability/visit.js';
import type { DayNumber } from '../lib/time-zone.js';
import { DAY, MINUTE, offsetAt, weekdayOf } from '../lib/time-zone.js';
import type { Diaries, Opening, Wanted } from './diaries.js';
import type { Seeded } from './seeded.js';
import { serviceId } from './services.js';
import type { ProviderKey } from './team.js';
import { demoProviders, providerId } from './team.js';
import { oldestDay } from './time-off.js';
import type { Wish } from './wishes.js';
import { wishes } from './wishes.js';

/** What one customer comes for. A leg of a class that others attend too names the same appointment as theirs. */
export interface Visit {
  locationId: number;
  legs: readonly PlannedLeg[];
  /** Places in the list of appointments, counted from 1, one a leg. */
  appointments: readonly number[];
  persons: number;
  /** `request` waits for approval, or waited. */
  kind: 'usual' | 'class' | 'request' | 'old';
}

export interface Agenda {
  visits: Visit[];
  /** The time that each appointment takes; ids are places in this list, counted from 1. */
  appointments: PlannedLeg[];
}

interface Planner {
  business: Business;
  diaries: Diaries;
  chance: Seeded;
  today: DayNumber;
  agenda: Agenda;
}

/** From six weeks back to four weeks ahead. */
const firstDay = -42;
const lastDay = 28;
const oldVisits = 50;

/** Fills the diaries: requests first, as brides book early, then each day's classes and visits, then visits of long ago. */
export function planAgenda(business: Business, diaries: Diaries, chance: Seeded, today: DayNumber): Agenda {
  const planner: Planner = { business, diaries, chance, today, agenda: { visits: [], appointments: [] } };
  for (const daysAhead of [-17, 8, 11, 15, 17, 24]) planRequest(planner, today + daysAhead);
  for (let day = today + firstDay; day <= today + lastDay; day += 1) {
    planClass(planner, day);
    planDay(planner, day);
  }
  for (let visit = 0; visit < oldVisits; visit += 1) planOldVisit(planner);
  return planner.agenda;
}

/** How much of the open time is booked: most of it around now, little three weeks ahead; older days are thinned. */
function loadOf(daysAhead: number): number {
  if (daysAhead < 0) return Math.max(0.13, 0.55 + daysAhead * 0.021);
  return daysAhead <= 2 ? 0.55 : Math.max(0.13, 0.55 - (daysAhead - 2) * 0.026);
}

const usualLength = 80 * MINUTE;
/** Most and fewest appointments of today, so that the first look at the calendar is a good one. */
const mostToday = 11;
const fewestToday = 10;

function planDay(planner: Planner, day: DayNumber): void {
  const { business, diaries, chance, today, agenda } = planner;
  const shifts = business.providers.flatMap((provider) =>
    [...provider.locations].map((locationId) => ({
      ...{ provider, locationId },
      time: diaries.workingTime(provider, locationId, day),
    })),
  );
  const before = agenda.appointments.length;
  const most = day === today ? mostToday : Number.POSITIVE_INFINITY;
  const fill = (share: number): void => {
    // Some of a day's diaries are fuller than others. One visit each in turn, so that where the day ends early it ends for all.
    let open = chance
      .shuffled(shifts)
      .map((shift) => ({ ...shift, left: shift.time * share * (0.6 + 0.8 * chance.fraction()), tries: 10 }));
    while (open.length > 0) {
      // On average no more than the share, though a visit is taken whole or not at all.
      open = open.filter(({ left, tries }) => left > 0 && tries > 0 && chance.chance(left / usualLength));
      for (const shift of open) {
        if (agenda.appointments.length - before >= most) return;
        const visit = planVisit(planner, day, shift.provider, shift.locationId);
        shift.left -= visit?.legs.reduce((sum, leg) => sum + leg.busyTo - leg.busyFrom, 0) ?? 0;
        shift.tries -= 1;
      }
    }
  };
  fill(loadOf(day - today));
  if (day === today && agenda.appointments.length - before < fewestToday) fill(0.2);
}

function planVisit(planner: Planner, day: DayNumber, provider: ProviderRule, locationId: number): Visit | null {
  const { diaries, chance } = planner;
  const { key } = demoProviders[provider.id - 1] as (typeof demoProviders)[number];
  const wish = chance.weighted(wishes[key], ({ weight }) => weight) as Wish;
  const wanted: Wanted = {
    locationId,
    services: wish.services.map(serviceId),
    providers: wish.services.map((_, index) => providerId(wish.crew?.[index] ?? (key as ProviderKey))),
    persons: 1,
  };
  return keep(planner, likely(planner, diaries.openings(day, wanted), locationId), locationId, 'usual');
}

/** One of the openings: people like late mornings and the time after work, full hours, and the desk likes no gaps. */
function likely({ business, diaries, chance }: Planner, openings: Opening[], locationId: number): Opening | null {
  const zone = zoneOf(business, locationId);
  return chance.weighted(openings, ({ start, legs }) => {
    const minute = ((((start + offsetAt(zone, start)) % DAY) + DAY) % DAY) / MINUTE;
    const [first, last] = [legs[0] as PlannedLeg, legs.at(-1) as PlannedLeg];
    const liked = minute >= 17 * 60 ? 1.6 : minute >= 10 * 60 && minute < 12.5 * 60 ? 1.4 : 1;
    const round = minute % 60 === 0 ? 2.5 : minute % 30 === 0 ? 1.6 : 0.7;
    const snug = diaries.touches(first.offer.resourceId, first.busyFrom, last.busyTo) ? 3 : 1;
    return liked * round * snug;
  });
}

function keep(planner: Planner, opening: Opening | null, locationId: number, kind: Visit['kind']): Visit | null {
  if (!opening) return null;
  const { diaries, agenda } = planner;
  const appointments = opening.legs.map((leg) => {
    agenda.appointments.push(leg);
    diaries.take(agenda.appointments.length, leg, 1);
    return agenda.appointments.length;
  });
  const visit: Visit = { locationId, legs: opening.legs, appointments, persons: 1, kind };
  agenda.visits.push(visit);
  return visit;
}

/** The morning class: two to seven people in several bookings, the further away the fewer. */
function planClass(planner: Planner, day: DayNumber): void {
  const { diaries, chance, today, agenda } = planner;
  if (day > today + 10 && chance.chance(0.55)) return;
  const wanted: Wanted = { locationId: 1, services: [serviceId('yoga')], providers: [providerId('tomas')], persons: 1 };
  const [opening] = diaries.openings(day, wanted);
  const leg = opening?.legs[0];
  if (!leg) return;
  agenda.appointments.push(leg);
  const id = agenda.appointments.length;
  let left = day > today + 5 ? chance.whole(2, 4) : chance.whole(3, 7);
  diaries.take(id, leg, left);
  while (left > 0) {
    const persons = left > 1 && chance.chance(0.25) ? 2 : 1;
    agenda.visits.push({ locationId: 1, legs: [leg], appointments: [id], persons, kind: 'class' });
    left -= persons;
  }
}

/** A bride asks for a Friday or a Saturday near that day. */
function planRequest(planner: Planner, around: DayNumber): void {
  for (let day = around; day < around + 21; day += 1) {
    if (weekdayOf(day) < 5) continue;
    for (const [provider, locationId] of [
      ['ana', 1],
      ['ines', 2],
    ] as const) {
      const wanted = { locationId, services: [serviceId('bridal')], providers: [providerId(provider)], persons: 1 };
      const early = planner.diaries.openings(day, wanted).slice(0, 4);
      if (early.length > 0 && planner.chance.chance(0.7)) {
        keep(planner, planner.chance.pick(early), locationId, 'request');
        return;
      }
    }
  }
}

/** A visit of before the six weeks: of that time the demo keeps each customer's first alone. */
function planOldVisit(planner: Planner): void {
  const { business, chance, today } = planner;
  for (let tries = 0; tries < 20; tries += 1) {
    // More of them of late than in the beginning: the business grows.
    const day = today + firstDay - 1 - Math.floor((oldestDay + firstDay - 10) * chance.fraction() ** 1.4);
    const provider = chance.pick(business.providers);
    const visit = planVisit(planner, day, provider, chance.pick([...provider.locations]));
    if (!visit) continue;
    visit.kind = 'old';
    return;
  }
}
