import type { Db } from '../db/connect.js';
import { isDuplicate, transact } from '../db/transact.js';
import type { Clock } from '../lib/clock.js';
import { AppError } from '../lib/errors.js';
import { sha256 } from '../lib/ids.js';
import { MINUTE } from '../lib/time-zone.js';
import { countHit, forgetHits, hitsOf, restartHits } from './queries.js';

/** Failures an e-mail may have in a window, whichever server and address they come through (ATTACKS S74). */
const allowed = 10;
/** Fixed, so that a stranger who goes on guessing can't keep the owner out for longer. */
const windowLength = 15 * MINUTE;

export interface Attempts {
  /** Counts one try before its password is looked at, so that tries at once can't all slip through. */
  begin(email: string): Promise<void>;
  /** Forgets the tries of an e-mail that has signed in. */
  succeeded(email: string): Promise<void>;
}

export function createAttempts(db: Db, clock: Clock): Attempts {
  // By hash: what strangers type into the field is not kept, and fits the column.
  const nameOf = (email: string): string => `sign-in:${sha256(email)}`;
  return {
    async begin(email) {
      const now = clock.now();
      const name = nameOf(email);
      const hits = await transact(db, async (tx) => {
        for (;;) {
          if (await countHit(tx, name, now)) return hitsOf(tx, name);
          try {
            await restartHits(tx, name, now, now + windowLength);
            return { hits: 1, resetsAt: now + windowLength };
          } catch (error) {
            // Another try made the row a moment ago: count in it.
            if (!isDuplicate(error)) throw error;
          }
        }
      });
      if (hits.hits > allowed)
        throw new AppError('too_many_requests', 'Too many tries. Please wait a while before the next.', {
          retryAfter: Math.max(1, Math.ceil((hits.resetsAt - now) / 1000)),
        });
    },

    async succeeded(email) {
      await transact(db, (tx) => forgetHits(tx, nameOf(email)));
    },
  };
}
