import type { Clock } from '../../server/lib/clock.js';

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
  /** Sets the clock to an instant: epoch milliseconds, or text such as `2026-03-29T01:00:00Z`. */
  set(instant: number | string): void;
  /** Moves the clock by milliseconds. */
  advance(milliseconds: number): void;
}

/**
 * When browser tests take place, for the servers and for the pages: a Tuesday in winter, two minutes after nine in Lisbon and in UTC. No
 * slot begins, no day ends and no clock is put back meanwhile, whenever they run.
 */
export const aMorning = '2026-11-24T09:02:00Z';

/** A clock that shows `instant` (epoch milliseconds, or `YYYY-MM-DDTHH:MM:SSZ`). */
export function clockAt(instant: number | string): TestClock {
  let now = parse(instant);
  return {
    now: () => now,
    set(next) {
      now = parse(next);
    },
    advance(milliseconds) {
      now += milliseconds;
    },
  };
}

function parse(instant: number | string): number {
  const parsed = typeof instant === 'number' ? instant : Date.parse(instant);
  if (!Number.isSafeInteger(parsed)) throw new RangeError(`${instant} is no instant`);
  return parsed;
}
