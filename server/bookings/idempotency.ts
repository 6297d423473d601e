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

/**
 * Claims the key within the booking's transaction: the row stands if and only if the booking does. Whoever comes second waits here
 * for the first to commit, and gets its answer; null means the key is ours.
 */
export async function claimKey(tx: Tx, attempt: Attempt, now: number): Promise<string | null> {
  const row = { scope, key_hash: attempt.keyHash, body_hash: attempt.bodyHash, created_at: now };
  try {
    await tx('idempotency_keys').insert(row);
    return null;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  const answer = await earlierAnswer(tx, attempt, now);
  if (answer !== null) return answer;
  // Left over from more than a day ago: the key is free again.
  await tx('idempotency_keys').where({ scope, key_hash: attempt.keyHash }).update(row);
  return null;
}

export async function keepAnswer(tx: Tx, attempt: Attempt, answer: string): Promise<void> {
  await tx('idempotency_keys').where({ scope, key_hash: attempt.keyHash }).update({ answer });
}

/** Forgets keys whose day is over. Called by the timetable. */
export async function forgetOldKeys(db: Db, now: number): Promise<number> {
  return db('idempotency_keys')
    .where('created_at', '<=', now - keysLive)
    .delete();
}
