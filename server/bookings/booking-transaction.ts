import type { Business } from '../availability/business.js';
import { questionOver } from '../availability/question.js';
import type { PlannedLeg } from '../availability/visit.js';
import type { Tx } from '../db/connect.js';
import { bumpCalendars, catalogVersion } from '../db/versions.js';
import type { Actor } from '../lib/actor.js';
import { makeReference, sha256 } from '../lib/ids.js';
import type { ItemStatus } from '../lib/statuses.js';
import { formatInstant } from '../lib/time-zone.js';
import { frozenExtras } from './booked-extras.js';
import type { Door } from './crews.js';
import type { BookingDeps } from './deps.js';
import type { Attempt } from './idempotency.js';
import { keepAnswer } from './idempotency.js';
import type { OwnRow } from './own-booking.js';
import { composeOwnBooking } from './own-booking.js';
import type { Crew, WantedVisit } from './plan.js';
import { legsOf, priceOf, spanOf, totalOf } from './plan.js';
import { appointmentOf, insertBooking, insertItems } from './queries.js';
import { currencyOf, priceChanged, refusal } from './refusals.js';
import type { Contact, VisitWish } from './schema.js';

/** The catalog changed between the look and the lock: look again. */
export class Stale extends Error {}

/** What a booking sets out to do, and the state of the catalog that it rests on. */
export interface Plan {
  business: Business;
  catalogVersion: number;
  wanted: WantedVisit;
  crews: Crew[];
}

/** Who a booking is for, and the contact that it keeps. */
export interface BookedCustomer {
  id: number;
  contact: Contact;
  /** A new customer, of whom the trail doesn't tell yet. */
  added: boolean;
  /** What they agreed to when they were added: the trail says when. */
  newsletter?: boolean | undefined;
  /** The number of one in the trash with the same e-mail and name. */
  trashed?: number | null;
}

/** What to book, for whom, and through which door it came. */
export interface Wish extends Door {
  visit: VisitWish;
  actor: Actor;
  attempt: Attempt;
  /** Finds or adds the customer in the booking's transaction: both stand, or neither does. */
  customer(tx: Tx, country: string, at: number): Promise<BookedCustomer>;
}

export interface Work extends Omit<Plan, 'crews'>, Wish {
  deps: BookingDeps;
  crew: Crew;
  country: string;
}

/** The transaction. Answers the answer as it is stored. */
export async function bookWith(work: Work, tx: Tx): Promise<string> {
  const { deps, wanted, visit, attempt, actor } = work;
  const at = deps.clock.now();
  const legs = await lockAndCheck(work, tx, at);
  const totalMinor = totalOf(legs, wanted.persons);
  if (totalMinor !== visit.quotedMinor) throw priceChanged(totalMinor, wanted);
  const customer = await work.customer(tx, work.country, at);
  const status: ItemStatus = wanted.services.some((service) => service.needsApproval) ? 'pending' : 'confirmed';
  const { id, reference } = await addBooking(work, tx, {
    customerId: customer.id,
    visit,
    contact: customer.contact,
    totalMinor,
    currency: currencyOf(wanted),
    source: work.source,
    createdAt: at,
  });
  const items = [];
  for (const [index, leg] of legs.entries()) {
    items.push({
      appointmentId: await appointmentOf(tx, leg, status, at),
      persons: wanted.persons,
      priceMinor: priceOf(leg, wanted.persons),
      extras: frozenExtras(wanted.services[index]),
      status,
    });
  }
  await insertItems(tx, id, items, at);
  await deps.expectVisit(tx, customer.id, wanted.start);
  await deps.announce(tx, at, { event: 'booking.created', payload: { bookingId: id } });
  if (customer.trashed) await tellOfTrashed(work, tx, customer.trashed, reference, at);
  await deps.record(tx, [
    ...(customer.added
      ? [
          {
            at,
            actor,
            action: 'customer.created',
            subject: `customer:${customer.id}`,
            values: {
              source: 'booking',
              ...(customer.newsletter ? { newsletter: true } : {}),
              ...(customer.trashed ? { alike: customer.trashed } : {}),
            },
          },
        ]
      : []),
    {
      at,
      actor,
      action: 'booking.created',
      subject: `booking:${id}`,
      values: {
        reference,
        customer: customer.id,
        services: [...visit.services],
        start: formatInstant(wanted.start),
        status,
        totalMinor,
        ...(work.overruled ? { overruled: true } : {}),
      },
    },
  ]);
  const answer = JSON.stringify(
    composeOwnBooking(ownRowsOf(work, legs, { ...customer, reference, status, totalMinor }), at),
  );
  await keepAnswer(tx, attempt, answer, at);
  return answer;
}

/** Nobody is restored by a booking (FEATURES A082): whoever may restore decides. */
const tellOfTrashed = ({ deps }: Work, tx: Tx, number: number, reference: string, at: number): Promise<void> =>
  deps.tellStaff(tx, {
    at,
    kind: 'booking.matched_trashed',
    subject: `customer:${number}`,
    values: { reference },
    permission: 'customers.restore',
  });

/** The booking's own view from what the transaction knows, without asking the database for its own words. */
function ownRowsOf(
  { business, visit, wanted }: Work,
  legs: readonly PlannedLeg[],
  made: { reference: string; contact: Contact; status: ItemStatus; totalMinor: number },
): OwnRow[] {
  const place = business.locations.get(wanted.locationId);
  return legs.map((leg, index) => ({
    reference: made.reference,
    first_name: made.contact.firstName,
    email: made.contact.email,
    language: visit.language,
    time_zone: visit.timezone,
    total_minor: made.totalMinor,
    currency: currencyOf(wanted),
    persons: wanted.persons,
    price_minor: priceOf(leg, wanted.persons),
    extras: frozenExtras(wanted.services[index]),
    status: made.status,
    starts_at: leg.start,
    ends_at: leg.end,
    service: wanted.services[index]?.name ?? '',
    cancel_notice_minutes: wanted.services[index]?.cancelNoticeMinutes ?? 0,
    provider: business.providers.find((provider) => provider.id === leg.offer.providerId)?.name ?? '',
    location: place?.name ?? '',
    address: place?.address ?? '',
    zone: place?.zone ?? '',
  }));
}

/** Writes the calendars, then decides on what is: rules, hours and what is booked, in the very code that lists the slots. */
async function lockAndCheck(
  { deps, business, catalogVersion: expected, wanted, crew }: Work,
  tx: Tx,
  at: number,
): Promise<PlannedLeg[]> {
  const providers = business.providers.filter((provider) => crew.includes(provider.id));
  const resources = providers.map((provider) => provider.resourceId);
  await bumpCalendars(tx, resources);
  if ((await catalogVersion(tx)) !== expected) throw new Stale();
  const { from, to } = spanOf(business, wanted, crew);
  const taken = await deps.readTaken(tx, resources, from, to, true);
  const question = questionOver(business, wanted, providers, taken, wanted.start, wanted.start + 1, at);
  const planned = legsOf(question, crew, wanted);
  if ('reason' in planned) throw refusal(planned.reason);
  return planned.legs;
}

async function addBooking(
  { deps }: Work,
  tx: Tx,
  values: Parameters<typeof insertBooking>[3],
): Promise<{ id: number; reference: string }> {
  for (;;) {
    const reference = makeReference(deps.random);
    const id = await insertBooking(tx, reference, sha256(deps.manageToken(reference)), values);
    if (id !== null) return { id, reference };
  }
}
