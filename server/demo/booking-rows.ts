import type { PlannedLeg } from '../availability/visit.js';
import { deriveRecord } from '../customers/record/derived.js';
import type { Row } from '../db/rows.js';
import { toRow } from '../db/rows.js';
import { makeReference, sha256 } from '../lib/ids.js';
import type { Rows } from './catalog-rows.js';
import type { Customer } from './customers.js';
import { isPrivate } from './customers.js';
import { detailsOf } from './details.js';
import { demoSettings } from './house.js';
import type { Draft } from './moments.js';
import type { DemoPlan } from './plan.js';
import type { Seeded } from './seeded.js';
import { seeded } from './seeded.js';
import { serviceOf } from './services.js';
import { noteFor } from './words.js';

/** The hash of the token that opens a booking by its link. */
export type HashOfLink = (reference: string) => string;

/** Customers, appointments, bookings with their items, and decisions. */
export function bookingRows(plan: DemoPlan, hashOfLink: HashOfLink): Rows {
  const numbers = new Map(plan.customers.map((customer, index) => [customer, index + 1]));
  const appointments = appointmentIds(plan);
  const references = seeded('references');
  const words = seeded('words');
  const seen = new Set<Customer>();
  const rows = { bookings: [] as Row[], booking_items: [] as Row[], decisions: [] as Row[] };
  for (const [index, { draft, customer }] of plan.bookings.entries()) {
    const { visit, createdAt, status, decision } = draft;
    const bookingId = index + 1;
    const reference = makeReference(references);
    const isFirst = customer.source === 'booking' && !seen.has(customer);
    seen.add(customer);
    rows.bookings.push({
      ...toRow({ id: bookingId, customerId: numbers.get(customer), createdAt }),
      ...toRow({ reference, manageTokenHash: hashOfLink(reference) }),
      ...contactOf(draft, customer, isFirst, words),
    });
    for (const [at, leg] of visit.legs.entries()) {
      const id = rows.booking_items.length + 1;
      const appointmentId = appointments.get(visit.appointments[at] ?? 0);
      const priceMinor = leg.offer.priceMinor * visit.persons;
      rows.booking_items.push(
        toRow({ id, bookingId, appointmentId, persons: visit.persons, priceMinor, status, createdAt }),
      );
      if (decision) rows.decisions.push(toRow({ bookingItemId: id, ...toDecision(decision) }));
    }
  }
  rows.decisions.sort((left, right) => Number(left['decided_at']) - Number(right['decided_at']));
  return { ...customerRows(plan.customers), appointments: appointmentRows(plan, appointments), ...rows };
}

const toDecision = ({ at, ...decision }: NonNullable<Draft['decision']>) => ({ ...decision, decidedAt: at });

function customerRows(customers: readonly Customer[]): Pick<Rows, 'customers' | 'customer_words'> {
  const rows = { customers: [] as Row[], customer_words: [] as Row[] };
  const more = seeded('details');
  for (const [index, customer] of customers.entries()) {
    const { language, zone, source, createdAt } = customer;
    const derived = deriveRecord({ ...customer, displayName: null }, demoSettings.country);
    const id = index + 1;
    rows.customers.push({
      ...derived.columns,
      ...toRow({ id, language, source, createdAt, updatedAt: createdAt, timeZone: zone }),
      identity_key: derived.identityKey,
      ...toRow(detailsOf(customer, more)),
    });
    for (const word of derived.words)
      rows.customer_words.push({ word, customer_id: id, sort_name: derived.columns.sort_name });
  }
  return rows;
}

/** What was typed for the booking, and how it came in. */
function contactOf(draft: Draft, customer: Customer, isFirst: boolean, words: Seeded): Row {
  const { firstName, lastName, email, phone, language, zone } = customer;
  const { legs, persons } = draft.visit;
  const [leg] = legs as [PlannedLeg];
  const atDesk = isPrivate(draft) || email === null || (!isFirst && words.chance(0.08));
  return toRow({
    ...{ firstName, lastName, email, phone, language, timeZone: zone },
    note: noteFor(words, serviceOf(leg.offer.serviceId).key, isFirst, language),
    totalMinor: legs.reduce((sum, { offer }) => sum + offer.priceMinor * persons, 0),
    currency: demoSettings.currency,
    // As settings/service.ts names a version of the terms.
    termsVersion: atDesk ? null : sha256(demoSettings.termsText).slice(0, 12),
    source: atDesk ? 'admin' : 'widget',
  });
}

/** Ids of the appointments that somebody booked, by the moment of their first booking; keys are places in the plan. */
function appointmentIds({ bookings }: DemoPlan): Map<number, number> {
  const ids = new Map<number, number>();
  for (const place of bookings.flatMap(({ draft }) => draft.visit.appointments))
    if (!ids.has(place)) ids.set(place, ids.size + 1);
  return ids;
}

function appointmentRows({ bookings, appointments }: DemoPlan, ids: ReadonlyMap<number, number>): Row[] {
  const drafts = new Map<number, Draft[]>();
  for (const { draft } of bookings)
    for (const place of draft.visit.appointments) drafts.set(place, [...(drafts.get(place) ?? []), draft]);
  return [...ids].map(([place, id]) => {
    const { offer, start, end, busyFrom, busyTo } = appointments[place - 1] as PlannedLeg;
    const of = drafts.get(place) as Draft[];
    const { resourceId, serviceId, providerId, locationId, capacity } = offer;
    return toRow({
      ...{ id, resourceId, serviceId, providerId, locationId, capacity, busyFrom, busyTo },
      ...{ startsAt: start, endsAt: end, createdAt: (of[0] as Draft).createdAt, status: statusOf(of) },
      // Each decision is one change of the appointment (bookings/decision.ts).
      sequence: of.filter((draft) => draft.decision).length,
    });
  });
}

/** The time's status after its places': free when nobody is left in it. */
function statusOf(drafts: readonly Draft[]): Draft['status'] {
  const statuses = drafts.map((draft) => draft.status);
  return (
    statuses.find((status) => status === 'confirmed') ??
    statuses.find((status) => status === 'pending') ??
    statuses[0] ??
    'confirmed'
  );
}
