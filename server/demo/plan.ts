import type { Span } from '../availability/intervals.js';
import type { PlannedLeg } from '../availability/visit.js';
import { localDay } from '../lib/time-zone.js';
import { businessOf } from './business-of.js';
import type { Customer } from './customers.js';
import { assignCustomers } from './customers.js';
import { createDiaries } from './diaries.js';
import { demoZone } from './house.js';
import type { Draft } from './moments.js';
import { draftsOf } from './moments.js';
import { makePeople } from './people.js';
import { seeded } from './seeded.js';
import { demoProviders, providerId } from './team.js';
import type { TimeOff } from './time-off.js';
import { timeOffAround } from './time-off.js';
import { planAgenda } from './visits.js';

/** Everything of the demo that depends on the day it is made. */
export interface DemoPlan {
  timeOff: TimeOff;
  /** By the moment they became one. */
  customers: Customer[];
  /** By the moment of booking. */
  bookings: { draft: Draft; customer: Customer }[];
  appointments: PlannedLeg[];
}

const customerCount = 150;

/** The demo as of `now` (epoch ms). Each part throws its own dice, so that a change of one leaves the others as they were. */
export function planDemo(now: number): DemoPlan {
  const today = localDay(demoZone, now);
  const timeOff = timeOffAround(today);
  const business = businessOf(timeOff);
  const absences = new Map(demoProviders.map(({ key }) => [providerId(key), absencesOf(timeOff, key)]));
  const agenda = planAgenda(business, createDiaries(business, absences), seeded('agenda'), today);
  const drafts = draftsOf(agenda.visits, seeded('moments'), now);
  const people = makePeople(seeded('people'), customerCount);
  const { customers, customerOf } = assignCustomers(drafts, people, seeded('customers'), now);
  const bookings = drafts.flatMap((draft) => {
    const customer = customerOf.get(draft);
    return customer ? [{ draft, customer }] : [];
  });
  return { timeOff, customers, bookings, appointments: agenda.appointments };
}

const absencesOf = ({ absences }: TimeOff, provider: string): Span[] =>
  absences
    .filter((absence) => absence.provider === provider)
    .map(({ startsAt, endsAt }) => ({ from: startsAt, to: endsAt }));
