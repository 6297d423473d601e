import type { PlannedLeg } from '../availability/visit.js';
import { DAY, instantOfWallTime, localDay, MINUTE, weekdayOf } from '../lib/time-zone.js';
import { demoLocations, demoZone } from './house.js';
import type { Draft } from './moments.js';
import type { Family, Person } from './people.js';
import type { Seeded } from './seeded.js';
import type { ServiceKey } from './services.js';
import { serviceOf } from './services.js';
import { oldestDay } from './time-off.js';
import { againAfter, alike, askedBy } from './wishes.js';

/** A person from the moment at which they became a customer. */
export interface Customer extends Person {
  source: 'booking' | 'staff';
  createdAt: number;
  zone: string;
}

interface Known {
  customer: Customer;
  visits: { start: number; services: ServiceKey[] }[];
}

/** How many of the customers were added by staff, at the desk or on the telephone, and how many of these without an e-mail. */
const addedByStaff = 40;
const withoutEmail = 4;

/**
 * Says who comes to each visit. A booking makes the customer of a person who was none yet, at that very moment (A009); others come
 * again, to the place they came to before. `drafts` are by the moment of booking; so are the customers that are answered.
 */
export function assignCustomers(drafts: readonly Draft[], people: readonly Person[], chance: Seeded, now: number) {
  const newcomers = people.slice(addedByStaff);
  const homes = new Map<Family, number>();
  const known: Known[] = [];
  const customerOf = new Map<Draft, Customer>();
  const become = (person: Person, source: Customer['source'], home: number, createdAt: number): Known => {
    homes.set(person.family, home);
    const added = { customer: { ...person, source, createdAt, zone: zoneFor(person, home, chance) }, visits: [] };
    known.push(added);
    return added;
  };
  const waiting = staffAdded(people, chance, now);
  const addWaiting = (until: number): void => {
    while (waiting[0] && waiting[0].createdAt <= until) {
      const { person, createdAt } = waiting.shift() as (typeof waiting)[number];
      become(person, 'staff', homes.get(person.family) ?? (chance.chance(0.7) ? 1 : 2), createdAt);
    }
  };

  const newcomer = (draft: Draft): Known | null => {
    const { locationId } = draft.visit;
    const at = newcomers.findIndex(
      (person) => fits(person, draft) && (homes.get(person.family) ?? locationId) === locationId,
    );
    const [person] = at < 0 ? [] : newcomers.splice(at, 1);
    // What visitors can't book, the desk booked, and so added the customer.
    const source = isPrivate(draft) ? 'staff' : 'booking';
    return person ? become(person, source, locationId, draft.createdAt) : null;
  };

  let oldLeft = drafts.filter(({ visit }) => visit.kind === 'old').length;
  let othersLeft = drafts.length - oldLeft;
  for (const draft of drafts) {
    addWaiting(draft.createdAt);
    const isOld = draft.visit.kind === 'old';
    const isFirst = isOld || chance.chance((newcomers.length - oldLeft) / othersLeft);
    if (isOld) oldLeft -= 1;
    else othersLeft -= 1;
    const again = isFirst ? null : regularFor(known, homes, draft, chance);
    const found = again ?? newcomer(draft) ?? anybodyFor(known, homes, draft, chance);
    // Nobody is left who could: then the time stays free.
    if (!found) continue;
    found.visits.push({ start: startOf(draft), services: servicesOf(draft) });
    customerOf.set(draft, found.customer);
  }
  addWaiting(now);
  // Whom no visit fitted was added at the desk and has not come yet.
  for (const person of newcomers) become(person, 'staff', 1, now - chance.whole(10, 600) * MINUTE);
  const customers = known.map(({ customer }) => customer).sort((left, right) => left.createdAt - right.createdAt);
  return { customers, customerOf };
}

const startOf = ({ visit }: Draft): number => (visit.legs[0] as PlannedLeg).start;
const servicesOf = ({ visit }: Draft): ServiceKey[] => visit.legs.map((leg) => serviceOf(leg.offer.serviceId).key);
export const isPrivate = ({ visit }: Draft): boolean =>
  visit.legs.some((leg) => serviceOf(leg.offer.serviceId).visibility === 'private');

const fits = (person: Person, draft: Draft): boolean =>
  servicesOf(draft).every((service) => {
    const by = askedBy[service];
    return by === undefined || (by === 'women') === person.isWoman;
  });

/** A customer who could well come again then: at the same place, and not too soon after the last time. */
function regularFor(
  known: readonly Known[],
  homes: ReadonlyMap<Family, number>,
  draft: Draft,
  chance: Seeded,
): Known | null {
  const start = startOf(draft);
  const services = servicesOf(draft);
  const isTooSoon = (visit: Known['visits'][number]): boolean => {
    const days = Math.abs(visit.start - start) / DAY;
    return (
      days < 1.5 ||
      visit.services.some((had) => services.some((wanted) => alike(had, wanted) && days < againAfter[wanted]))
    );
  };
  return chance.weighted(known, ({ customer, visits }) => {
    const could = homes.get(customer.family) === draft.visit.locationId && fits(customer, draft);
    return could && !visits.some(isTooSoon) ? 1 + visits.length : 0;
  });
}

/** Anybody who is not somewhere else then, rather those who have not been there for long. */
function anybodyFor(
  known: readonly Known[],
  homes: ReadonlyMap<Family, number>,
  draft: Draft,
  chance: Seeded,
): Known | null {
  return chance.weighted(known, ({ customer, visits }) => {
    if (!fits(customer, draft) || homes.get(customer.family) !== draft.visit.locationId) return 0;
    const days = Math.min(60, ...visits.map((visit) => Math.abs(visit.start - startOf(draft)) / DAY));
    return days < 0.5 ? 0 : days ** 3;
  });
}

/** Those whom staff added, over fourteen months, at a working hour of a weekday. */
function staffAdded(people: readonly Person[], chance: Seeded, now: number): { person: Person; createdAt: number }[] {
  const today = localDay(demoZone, now);
  let left = withoutEmail;
  return people
    .slice(0, addedByStaff)
    .map((person) => {
      let day = today - 1 - chance.whole(0, oldestDay - 10);
      if (weekdayOf(day) > 5) day -= 2;
      const createdAt = instantOfWallTime(demoZone, day, chance.whole(10 * 60, 18 * 60));
      const bare = person.phone !== null && left > 0;
      if (bare) left -= 1;
      return { person: bare ? { ...person, email: null } : person, createdAt };
    })
    .sort((left, right) => left.createdAt - right.createdAt);
}

/** Where their browser is: at home in most cases. */
function zoneFor(person: Person, home: number, chance: Seeded): string {
  if (person.language === 'de' && chance.chance(0.5)) return 'Europe/Berlin';
  const zone = demoLocations[home - 1]?.zone ?? demoZone;
  return chance.chance(0.7) ? zone : demoZone;
}
