import type { Db, Tx } from '../db/connect.js';
import { isDuplicate } from '../db/transact.js';
import { AppError } from '../lib/errors.js';
import { sha256 } from '../lib/ids.js';
import { DAY } from '../lib/time-zone.js';

/** How long a key answers with what was done under it (ATTACKS S67). */
export const keysLive = DAY;

const scope = 'POST /bookings';

/** One request as its key and body identify it. */
export interface Attempt {
  keyHash: string;
  bodyHash: string;
}

export const attemptOf = (key: string, body: unknown): Attempt => ({
  keyHash: sha256(key),
  bodyHash: sha256(JSON.stringify(body)),
});

interface KeyRow {
  body_hash: string;
  answer: string | null;
  created_at: number;
}

/**
 * What was answered under this key before, or null when nothing was. AppError `idempotency_key_reused` when it was another
 * request's.
 */
export async function earlierAnswer(db: Db | Tx, attempt: Attempt, now: number): Promise<string | null> {
  const row: KeyRow | undefined = await db('idempotency_keys')
    .where({ scope, key_hash: attempt.keyHash })
    .first('body_hash', 'answer', 'created_at');
  if (!row || row.created_at <= now - keysLive) return null;
  if (row.body_hash !== attempt.bodyHash) {
    throw new AppError('idempotency_key_reused', 'This Idempotency-Key was used for another booking.');
  }
  return row.answer;
}

/** Thrown in a transaction whose key another one used meanwhile: nothing of it must stand. */
export class KeyTaken extends Error {}

/**
 * Keeps the answer under its key, in the transaction of the booking: the row stands if and only if the booking does. The key is
 * unique, so whoever comes second waits here for the first to commit and is then thrown out by KeyTaken, whatever it did so far.
 */
export async function keepAnswer(tx: Tx, attempt: Attempt, answer: string, now: number): Promise<void> {
  const row = { scope, key_hash: attempt.keyHash, body_hash: attempt.bodyHash, answer, created_at: now };
  try {
    await tx('idempotency_keys').insert(row);
    return;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  // What is left over from more than a day ago is nobody's.
  const renewed = await tx('idempotency_keys')
    .where({ scope, key_hash: attempt.keyHash })
    .where('created_at', '<=', now - keysLive)
    .update(row);
  if (renewed === 0) throw new KeyTaken();
}

/** Forgets keys whose day is over. Called by the timetable. */
export async function forgetOldKeys(db: Db, now: number): Promise<number> {
  return db('idempotency_keys')
    .where('created_at', '<=', now - keysLive)
    .delete();
}
