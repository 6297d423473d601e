import { expect } from 'chai';
import { recordAudit } from '../../server/audit/record.js';
import type { Business, ServiceRule, Taken } from '../../server/availability/business.js';
import { candidatesAt, visitLimits, zoneOf } from '../../server/availability/business.js';
import { readBusiness } from '../../server/availability/queries-business.js';
import { readTaken } from '../../server/availability/queries-taken.js';
import { listSlots } from '../../server/availability/slots.js';
import type { Assignment } from '../../server/availability/visit.js';
import { checkVisit } from '../../server/availability/visit.js';
import { fold, identityKey } from '../../server/customers/identity.js';
import type { Db } from '../../server/db/connect.js';
import { fillDemo } from '../../server/demo/fill.js';
import { DAY, HOUR } from '../../server/lib/time-zone.js';
import { createSettings } from '../../server/settings/service.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';

// The clocks of both locations change within the four weeks ahead.
const clock = clockAt('2026-03-18T10:20:00Z');
const now = clock.now();

interface Place {
  booking: number;
  booked: number;
  customer: number;
  persons: number;
  price_minor: number;
  item_status: string;
  appointment: number;
  status: string;
  capacity: number;
  resource_id: number;
  service_id: number;
  provider_id: number;
  location_id: number;
  starts_at: number;
  ends_at: number;
  busy_from: number;
  busy_to: number;
}

const readPlaces = (db: Db): Promise<Place[]> =>
  db('booking_items as item')
    .join('bookings as booking', 'booking.id', 'item.booking_id')
    .join('appointments as appointment', 'appointment.id', 'item.appointment_id')
    .orderBy(['booking.id', 'appointment.starts_at'])
    .select({
      ...{ booking: 'booking.id', booked: 'booking.created_at', customer: 'booking.customer_id' },
      ...{ persons: 'item.persons', price_minor: 'item.price_minor', item_status: 'item.status' },
      ...{ appointment: 'appointment.id', status: 'appointment.status', capacity: 'appointment.capacity' },
      ...{
        resource_id: 'resource_id',
        service_id: 'service_id',
        provider_id: 'provider_id',
        location_id: 'location_id',
      },
      ...{ starts_at: 'starts_at', ends_at: 'ends_at', busy_from: 'busy_from', busy_to: 'busy_to' },
    });

const isActive = (status: string): boolean => status === 'confirmed' || status === 'pending';

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => number): Map<number, Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

eachDatabase('the demo business', (database) => {
  let places: Place[];
  let business: Business;
  let taken: Map<number, Taken>;

  before(async () => {
    const { db } = database;
    await fillDemo({
      db,
      clock,
      record: recordAudit,
      writeSetting: createSettings({ db, clock, record: recordAudit }).write,
    });
    places = await readPlaces(db);
    business = await readBusiness(db);
    const resources = business.providers.map((provider) => provider.resourceId);
    taken = await readTaken(db, resources, now - 500 * DAY, now + 200 * DAY);
  });

  /** The providers' time without these places in it. */
  const takenWithout = (resourceId: number, own: readonly Place[]): Taken => {
    const { busy, absences } = taken.get(resourceId)!;
    const persons = (id: number) =>
      own.reduce(
        (sum, place) => sum + (place.appointment === id && isActive(place.item_status) ? place.persons : 0),
        0,
      );
    return {
      absences,
      busy: busy
        .map((one) => ({ ...one, taken: one.taken - persons(one.appointmentId) }))
        .filter((one) => one.taken > 0),
    };
  };

  it('never has a provider in two places at once, buffers included', () => {
    const active = [...groupBy(places, (place) => place.appointment).values()]
      .map(([place]) => place!)
      .filter((place) => isActive(place.status));
    for (const [resource, mine] of groupBy(active, (place) => place.resource_id)) {
      mine.sort((left, right) => left.busy_from - right.busy_from);
      for (const [index, place] of mine.slice(1).entries())
        expect(place.busy_from, `resource ${resource}`).to.be.at.least(mine[index]!.busy_to);
    }
  });

  it('never takes more persons into an appointment than it holds, and fills its classes with 2 to 7', () => {
    for (const all of groupBy(places, (place) => place.appointment).values()) {
      const [{ capacity }] = all as [Place];
      const persons = all.reduce((sum, place) => sum + place.persons, 0);
      expect(persons).to.be.within(capacity > 1 ? 2 : 1, capacity > 1 ? 7 : 1);
      expect(persons).to.be.at.most(capacity);
    }
  });

  it('books each visit where and when a visitor could have: hours, time off, grid, lead time, horizon and price', () => {
    for (const [booking, legs] of groupBy(places, (place) => place.booking)) {
      const [{ location_id: location, starts_at: start, persons, booked }] = legs as [Place];
      const services = legs.map((leg) => business.services.get(leg.service_id) as ServiceRule);
      const candidates = candidatesAt(
        business,
        location,
        services,
        business.providers,
        (provider) => takenWithout(provider.resourceId, legs),
        start,
        start + 1,
      );
      const crew = legs.map((leg) => candidates.find((candidate) => candidate.providerId === leg.provider_id));
      const limits = visitLimits(services, zoneOf(business, location), booked);
      const answer = checkVisit(crew as Assignment, start, persons, limits);
      expect(answer, `booking ${booking} at ${new Date(start).toISOString()}`).to.include({ bookable: true });
      if (!answer.bookable) continue;
      expect(
        answer.legs.map(({ start, end, busyFrom, busyTo, offer }) => [
          start,
          end,
          busyFrom,
          busyTo,
          offer.priceMinor * persons,
        ]),
      ).to.deep.equal(legs.map((leg) => [leg.starts_at, leg.ends_at, leg.busy_from, leg.busy_to, leg.price_minor]));
    }
  });

  it('leaves free times for tomorrow at both locations', () => {
    const tomorrow = now + DAY;
    for (const [location, name] of [
      [1, 'a cut in Lisbon'],
      [2, 'a massage in Ponta Delgada'],
    ] as const) {
      const service = business.services.get(location === 1 ? 1 : 9)!;
      const candidates = candidatesAt(
        business,
        location,
        [service],
        business.providers,
        (provider) => taken.get(provider.resourceId)!,
        tomorrow,
        tomorrow + DAY / 2,
      );
      const limits = visitLimits([service], zoneOf(business, location), now);
      const slots = listSlots(
        { locationId: location, candidates, services: 1, persons: 1, limits },
        tomorrow,
        tomorrow + 12 * HOUR,
      );
      expect(slots.length, name).to.be.above(3);
    }
  });

  it('brings each appointment’s status after its places’, and tells of every decision who, when and why', async () => {
    for (const all of groupBy(places, (place) => place.appointment).values()) {
      const statuses = all.map((place) => place.item_status);
      const expected = ['confirmed', 'pending'].find((status) => statuses.includes(status)) ?? statuses[0];
      expect(all[0]!.status).to.equal(expected);
    }
    const decided = await database
      .db('booking_items')
      .leftJoin('decisions', 'booking_item_id', 'booking_items.id')
      .whereIn('status', ['cancelled', 'rejected'])
      .select('status', 'decision', 'decided_at', 'created_at');
    expect(decided.filter((row) => row.status === 'cancelled').length).to.be.within(
      places.length * 0.03,
      places.length * 0.1,
    );
    for (const row of decided) {
      expect(row.decision).to.equal(row.status);
      expect(row.decided_at).to.be.within(row.created_at, now);
    }
    const pending = places.filter((place) => place.item_status === 'pending');
    expect(
      pending.every((place) => place.starts_at > now && business.services.get(place.service_id)!.needsApproval),
    ).to.equal(true);
    expect(pending.length).to.equal(3);
  });

  it('adds up what each booking costs', async () => {
    const totals: { id: number; total_minor: number }[] = await database.db('bookings').select('id', 'total_minor');
    const sums = groupBy(places, (place) => place.booking);
    for (const { id, total_minor } of totals)
      expect(total_minor).to.equal(sums.get(id)!.reduce((sum, place) => sum + place.price_minor, 0));
  });

  it('makes a customer with the first booking, or at the desk, and knows nobody earlier (A001, A006, A007, A009)', async () => {
    const customers = await database.db('customers').orderBy('id');
    const booked = groupBy(places, (place) => place.customer);
    for (const customer of customers) {
      const first = Math.min(...(booked.get(customer.id) ?? []).map((place) => place.booked));
      if (customer.source === 'booking') expect(first).to.equal(customer.created_at);
      else expect(first).to.be.at.least(customer.created_at);
      expect(customer.created_at).to.be.within(now - 430 * DAY, now);
      const person = { firstName: customer.first_name, lastName: customer.last_name, email: customer.email };
      expect(customer.identity_key).to.equal(identityKey(person));
      expect(customer.sort_name).to.equal(fold(`${customer.last_name} ${customer.first_name}`));
    }
    const created = customers.map((customer) => customer.created_at);
    expect(created).to.deep.equal([...created].sort((left, right) => left - right));
    expect(new Set(customers.map((customer) => customer.source))).to.deep.equal(new Set(['booking', 'staff']));
  });

  it('has families on one e-mail, customers without a telephone, and a few without an e-mail', async () => {
    const customers = await database.db('customers').select('email', 'phone', 'phone_e164', 'display_name');
    const emails = customers.map(({ email }) => email).filter((email) => email !== null);
    expect(emails.length - new Set(emails).size).to.be.within(5, 10);
    expect(new Set(customers.map((customer) => customer.display_name)).size).to.equal(150);
    expect(customers.filter(({ phone }) => phone === null).length).to.be.within(10, 40);
    expect(customers.length - emails.length).to.equal(4);
    expect(emails.every((email) => /@example\.(?:com|org)$/.test(email))).to.equal(true);
    expect(customers.filter(({ phone, phone_e164 }) => phone !== null && phone_e164 === null).length).to.be.below(10);
  });

  it('never has a customer at two visits at once', () => {
    const active = places.filter((place) => isActive(place.item_status));
    for (const [customer, mine] of groupBy(active, (place) => place.customer)) {
      mine.sort((left, right) => left.starts_at - right.starts_at);
      for (const [index, place] of mine.slice(1).entries())
        expect(place.starts_at, `customer ${customer}`).to.be.at.least(mine[index]!.ends_at);
    }
  });
});
