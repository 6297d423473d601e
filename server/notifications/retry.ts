import { HOUR, MINUTE } from '../lib/time-zone.js';

/** From one minute doubling to six hours; the twenty waits together are a little over three days. */
const longestWait = 6 * HOUR;
const waits = 20;

/**
 * How long to wait after the `attempts`-th try of a message failed for now, in milliseconds; null when it is to be given up.
 * No message is given up before three days of trying.
 */
export function waitAfter(attempts: number): number | null {
  if (attempts > waits) return null;
  return Math.min(longestWait, MINUTE * 2 ** Math.max(0, attempts - 1));
}

/** What became of one try to send: the answer is the mail server's own words, or what went wrong on the way to it. */
export type Outcome = { sent: true; answer: string } | { sent: false; permanent: boolean; answer: string };
