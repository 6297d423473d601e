import { expect } from 'chai';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { DAY, instantOfWallTime, MINUTE } from '../../server/lib/time-zone.js';

/** What the clock of a zone shows, as minutes since 1970-01-01 00:00 on that clock; by Intl, which the code under test doesn't use. */
function shownBy(zone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return (instant) => {
    const parts = Object.fromEntries(
      format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
    ) as Record<string, number>;
    return Date.UTC(parts['year']!, parts['month']! - 1, parts['day']!, parts['hour']!, parts['minute']!) / MINUTE;
  };
}

/** Rule T1 to the letter, minute by minute: the first instant at which the clock shows the wall time or later. */
function byLooking(zone: string, day: number, minute: number): number {
  const shown = shownBy(zone);
  const wanted = day * 1440 + minute;
  let instant = day * DAY + minute * MINUTE - 38 * 60 * MINUTE;
  // Hours first, since a clock never goes back by as much as a day.
  while (shown(instant + 12 * 60 * MINUTE) < wanted && shown(instant + 13 * 60 * MINUTE) < wanted)
    instant += 60 * MINUTE;
  while (shown(instant) < wanted) instant += MINUTE;
  return instant;
}

describe('wall times against the clock itself (T1)', () => {
  const zones = Intl.supportedValuesOf('timeZone');

  it('are the first instant at which the clock shows them, around every kind of change', () => {
    const around = fc.record({
      zone: fc.constantFrom(...zones),
      year: fc.integer({ min: 1975, max: 2037 }),
      change: fc.integer({ min: 0, max: 3 }),
      minute: fc.integer({ min: -30, max: 60 * 30 }),
    });
    fc.assert(
      fc.property(around, ({ zone, year, change, minute }) => {
        let at: Temporal.ZonedDateTime | null = Temporal.ZonedDateTime.from({ timeZone: zone, year, month: 1, day: 1 });
        for (let next = 0; next <= change && at; next += 1) at = at.getTimeZoneTransition('next');
        const near = at ? at.epochMilliseconds : Date.UTC(year, 5, 1);
        const day = Math.floor((near - 6 * 3_600_000) / DAY);
        expect(new Date(instantOfWallTime(zone, day, minute)).toISOString(), `${zone} ${day} ${minute}`).to.equal(
          new Date(byLooking(zone, day, minute)).toISOString(),
        );
      }),
      { numRuns: 250, seed: 20_261_121 },
    );
  }).timeout(60_000);
});
