import { hash, verify } from '@node-rs/argon2';
import { AppError } from '../lib/errors.js';
import { normalisePassword } from './password-rules.js';

/** Argon2id by OWASP's figures: 19 MiB, two passes, one lane; about 25 ms of one core. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A hash of nothing anybody knows, of the same cost: an unknown e-mail takes as long as a wrong password (ATTACKS S69). */
export const hashOfNobody =
  '$argon2id$v=19$m=19456,t=2,p=1$U8W1LxW09ZB3cZh9eJAP/Q$3/MKvDDVy7frnLTVnuhl7hJV2TjH5Vkxdb+vltHMsnY';

export interface Passwords {
  /** A PHC string to keep. */
  hash(password: string): Promise<string>;
  verify(phc: string, password: string): Promise<boolean>;
}

/**
 * Hashes at most `atOnce` passwords together and lets `waiting` more queue up; who comes then is asked to try again, so that a
 * flood of sign-ins takes neither the memory nor all cores (ATTACKS S77).
 */
export function createPasswords(atOnce: number, waiting = 20): Passwords {
  let running = 0;
  const queue: (() => void)[] = [];

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= atOnce) {
      if (queue.length >= waiting)
        throw new AppError('too_many_requests', 'Many people are signing in. Please try again in a moment.', {
          retryAfter: 2,
        });
      await new Promise<void>((resolve) => queue.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      // The place goes straight to the next in line, so nobody can slip in between.
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  }

  return {
    hash: (password) => inTurn(() => hash(normalisePassword(password), cost)),
    verify: (phc, password) => inTurn(() => verify(phc, normalisePassword(password))),
  };
}
