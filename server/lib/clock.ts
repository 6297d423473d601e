/** The only place that reads the wall clock. Everything else gets a `Clock`, or `now` as an argument. */
export interface Clock {
  /** The present instant in epoch milliseconds (UTC). */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };
