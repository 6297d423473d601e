import { DAY, HOUR, MINUTE } from '../lib/time-zone.js';

/** Why a try failed: this mail was refused for now, or the mail server was not there at all. */
export type Hindrance = 'failed for now' | 'not reached';

/**
 * The longest waits. A mail server that is not there is no fault of the mail: all of it goes out within minutes of its coming
 * back (FAULTS I5), and asking costs it nothing. One that says "later" is asked ever more seldom.
 */
const longestWait = { 'failed for now': 6 * HOUR, 'not reached': 8 * MINUTE } as const;

const leastTries = 21;
const leastTime = 3 * DAY;

/** How long to wait after so many tries failed, in milliseconds: one minute, doubling. */
export const waitAfter = (tries: number, hindrance: Hindrance): number =>
  Math.min(longestWait[hindrance], MINUTE * 2 ** Math.min(20, Math.max(0, tries - 1)));

/** Whether a message was tried long enough: three days, and as often as is due in three days. */
export const isGivenUp = (tries: number, age: number): boolean => tries >= leastTries && age >= leastTime;
