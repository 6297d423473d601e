import { expect } from 'chai';
import fc from 'fast-check';
import type { Span } from '../../server/availability/intervals.js';
import { covers, meets, mergeIntervals } from '../../server/availability/intervals.js';
import { instantOfWallTime, localDay } from '../../server/lib/time-zone.js';
import type { Scene } from './builders.js';
import { aBusy, aProvider, aService, day, performs, question, slotsOn } from './builders.js';

const zones = [
  'UTC',
  'Europe/Lisbon',
  'America/New_York',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Cairo',
  'Asia/Kathmandu',
];
const firstDay = day('2026-03-01');
const iso = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;
const dayText = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);

const window = fc.record({
  weekday: fc.integer({ min: 1, max: 7 }),
  locationId: fc.constant(1),
  start: fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15),
  end: fc.integer({ min: 1, max: 96 }).map((quarter) => quarter * 15),
});
const busy = fc
  .record({
    after: fc.integer({ min: 0, max: 12 * 96 }),
    lasts: fc.integer({ min: 1, max: 30 }),
    capacity: fc.constantFrom(1, 4),
    taken: fc.integer({ min: 1, max: 4 }),
    serviceId: fc.constantFrom(1, 2, 9),
  })
  .map(({ after, lasts, ...rest }) => {
    const from = firstDay * 86_400_000 + after * 900_000;
    return aBusy(iso(from), iso(from + lasts * 900_000), { ...rest, taken: Math.min(rest.taken, rest.capacity) });
  });
const sorted = <Item extends Span>(items: Item[]): Item[] => [...items].sort((left, right) => left.from - right.from);
const service = (id: number) =>
  fc
    .record({
      durationMinutes: fc.constantFrom(15, 40, 60, 90, 240),
      stepMinutes: fc.constantFrom(10, 15, 60),
      bufferBeforeMinutes: fc.constantFrom(0, 10),
      bufferAfterMinutes: fc.constantFrom(0, 20),
      capacity: fc.constantFrom(1, 4),
    })
    .map((rule) => aService({ id, ...rule }));
const scene = fc
  .record({
    zone: fc.constantFrom(...zones),
    first: service(1),
    second: service(2),
    two: fc.boolean(),
    hours: fc.array(fc.array(window, { maxLength: 8 }), { minLength: 1, maxLength: 3 }),
    busy: fc.array(fc.array(busy, { maxLength: 8 }), { minLength: 3, maxLength: 3 }),
    persons: fc.integer({ min: 1, max: 3 }),
  })
  .map(
    ({ zone, first, second, two, hours, busy: busyOf, persons }): Scene => ({
      zone,
      services: two ? [first, second] : [first],
      providers: hours.map((weekly, index) =>
        aProvider({ id: index + 1, services: performs(1, 2), hours: { weekly, specialDays: new Map() } }),
      ),
      taken: new Map(hours.map((_, index) => [index + 1, { busy: sorted(busyOf[index] ?? []) }])),
      persons,
    }),
  );

const runs = { numRuns: 150 };

describe('properties of availability', () => {
  it('don’t depend on how the range is cut', () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 1, max: 9 }), (one, cut) => {
        const whole = slotsOn(one, dayText(firstDay), dayText(firstDay + 10));
        const parts = [
          ...slotsOn(one, dayText(firstDay), dayText(firstDay + cut - 1)),
          ...slotsOn(one, dayText(firstDay + cut), dayText(firstDay + 10)),
        ];
        expect(parts).to.deep.equal(whole);
      }),
      runs,
    );
  });

  it('never gain a slot by a busy interval more', () => {
    fc.assert(
      fc.property(scene, busy, fc.integer({ min: 1, max: 3 }), (one, more, provider) => {
        // A group appointment of the service itself may be joined, so it is one of another service that is added.
        const extra = { ...more, serviceId: 9, capacity: 1, taken: 1 };
        const taken = new Map(one.taken);
        taken.set(provider, { busy: sorted([...(taken.get(provider)?.busy ?? []), extra]) });
        const before = new Set(slotsOn(one, dayText(firstDay), dayText(firstDay + 10)).map((slot) => slot.start));
        const gained = slotsOn({ ...one, taken }, dayText(firstDay), dayText(firstDay + 10)).filter(
          (slot) => !before.has(slot.start),
        );
        expect(gained).to.deep.equal([]);
      }),
      runs,
    );
  });

  it('lie in the union of windows, but for group appointments that stand already (T4)', () => {
    fc.assert(
      fc.property(scene, (one) => {
        const from = instantOfWallTime(one.zone!, firstDay, 0);
        const to = instantOfWallTime(one.zone!, firstDay + 11, 0);
        const asked = question(one, from, to);
        for (const slot of slotsOn(one, dayText(firstDay), dayText(firstDay + 10))) {
          if (slot.chain || slot.room !== undefined) continue;
          for (const provider of slot.providers) {
            const diary = asked.candidates.find((candidate) => candidate.providerId === provider)!.diary;
            const length = asked.candidates
              .find((candidate) => candidate.providerId === provider)!
              .offers.reduce((sum, offer) => sum + offer!.duration, 0);
            expect(covers(diary.open, slot.start, slot.start + length)).to.equal(true);
          }
        }
      }),
      runs,
    );
  });

  it('have as many starts as a day has hours, on days of 23, 24 and 25 of them', () => {
    const always = aProvider({
      hours: {
        weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, locationId: 1, start: 0, end: 1440 })),
        specialDays: new Map(),
      },
    });
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: firstDay, max: firstDay + 400 }), (zone, number) => {
        const hours = (instantOfWallTime(zone, number + 1, 0) - instantOfWallTime(zone, number, 0)) / 3_600_000;
        expect(slotsOn({ zone, providers: [always] }, dayText(number)).length).to.equal(Math.ceil(hours));
      }),
      { numRuns: 400 },
    );
    expect(slotsOn({ zone: 'Europe/Lisbon', providers: [always] }, '2026-03-29').length).to.equal(23);
    expect(slotsOn({ zone: 'Europe/Lisbon', providers: [always] }, '2026-10-25').length).to.equal(25);
  });
});

describe('properties of intervals and wall times', () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 20 }))
    .map(([from, length]) => ({ from, to: from + length }));

  it('merging keeps exactly the instants that were covered, sorted and apart', () => {
    fc.assert(
      fc.property(fc.array(span), (spans) => {
        const union = mergeIntervals(spans);
        for (let instant = 0; instant < 125; instant += 1) {
          const inside = spans.some((one) => one.from <= instant && instant < one.to);
          expect(meets(union, instant, instant + 1)).to.equal(inside);
        }
        for (let index = 1; index < union.length; index += 1)
          expect(union[index]!.from).to.be.greaterThan(union[index - 1]!.to);
      }),
    );
  });

  it('wall times never go back (T1), and a local day holds its own instants', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: firstDay - 6000, max: firstDay + 800 }),
        fc.integer({ min: 0, max: 1439 }),
        (zone, number, minute) => {
          const instant = instantOfWallTime(zone, number, minute);
          expect(instantOfWallTime(zone, number, minute + 1)).to.be.at.least(instant);
          expect(localDay(zone, instant)).to.be.at.least(number);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
