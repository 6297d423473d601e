import { ipKeyGenerator } from 'express-rate-limit';
import type { Db } from '../db/connect.js';
import { isDuplicate, transact } from '../db/transact.js';
import type { Clock } from '../lib/clock.js';
import { AppError } from '../lib/errors.js';
import { sha256 } from '../lib/ids.js';
import { MINUTE } from '../lib/time-zone.js';
import { countHit, forgetHits, hitsOf, restartHits } from './queries.js';

export interface AttemptLimits {
  /** Names the counters. */
  what: string;
  /** Tries that an e-mail may have in a window from one network, whichever server they come through (ATTACKS S74). */
  allowed: number;
  /** And from all of them together: far more, so that a stranger elsewhere doesn't keep the owner out by trying. */
  allowedInAll: number;
}

export const signInLimits: AttemptLimits = { what: 'sign-in', allowed: 10, allowedInAll: 100 };
/** Asking for a link to set a password sends mail each time, so there are fewer. */
export const resetLimits: AttemptLimits = { what: 'password-reset', allowed: 3, allowedInAll: 10 };

/** Invitations to one address or account, and by one account: each is a mail to somebody who asked for none (ATTACKS S68). */
export const invitedLimits: AttemptLimits = { what: 'invited', allowed: 5, allowedInAll: 5 };
export const inviterLimits: AttemptLimits = { what: 'inviter', allowed: 60, allowedInAll: 60 };

/** Fixed, so that a stranger who goes on guessing can't keep the owner out for longer. */
const windowLength = 15 * MINUTE;

export interface Attempts {
  /** Counts one try before its password is looked at, so that tries at once can't all slip through. */
  begin(email: string, ip: string): Promise<void>;
  /** Forgets the tries of an e-mail that has signed in. */
  succeeded(email: string, ip: string): Promise<void>;
}

export function createAttempts(db: Db, clock: Clock, limits: AttemptLimits): Attempts {
  // By hash: what strangers type into the field is not kept, and fits the column.
  const nameOf = (email: string): string => `${limits.what}:${sha256(email)}`;
  const namesOf = (email: string, ip: string): [string, number][] => [
    [nameOf(`${email} ${ip ? ipKeyGenerator(ip, 64) : ''}`), limits.allowed],
    [nameOf(email), limits.allowedInAll],
  ];

  async function count(name: string, most: number): Promise<void> {
    const now = clock.now();
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
    if (hits.hits > most)
      throw new AppError('too_many_requests', 'Too many tries. Please wait a while before the next.', {
        retryAfter: Math.max(1, Math.ceil((hits.resetsAt - now) / 1000)),
      });
  }

  return {
    async begin(email, ip) {
      for (const [name, most] of namesOf(email, ip)) await count(name, most);
    },

    async succeeded(email, ip) {
      await transact(db, async (tx) => {
        for (const [name] of namesOf(email, ip)) await forgetHits(tx, name);
      });
    },
  };
}
