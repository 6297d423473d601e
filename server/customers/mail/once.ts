import type { Db, Tx } from '../../db/connect.js';
import { isDuplicate, transact } from '../../db/transact.js';
import { AppError } from '../../lib/errors.js';
import { sha256 } from '../../lib/ids.js';

/** What is done at most once. */
export interface Deed {
  /** Which kind: `POST /newsletters`. */
  scope: string;
  /** Whose key it is: keys of two accounts are never one. */
  accountId: number;
  key: string;
  body: unknown;
}

/** Thrown in a transaction whose key another one used meanwhile: nothing of it may stand. */
class KeyTaken extends Error {}

/**
 * Does `work` in a transaction and keeps its answer under the key of the request; a second request with the same key gets the same
 * answer, and nothing is done again (ATTACKS S67). AppError `idempotency_key_reused` for a key of another request. Keys are
 * forgotten a day later, by the same job as those of bookings.
 */
export async function once<Answer>(
  db: Db,
  deed: Deed,
  now: number,
  work: (tx: Tx) => Promise<Answer>,
): Promise<{ answer: Answer; isNew: boolean }> {
  const row = {
    scope: deed.scope,
    key_hash: sha256(`${deed.accountId}\0${deed.key}`),
    body_hash: sha256(JSON.stringify(deed.body)),
  };
  const earlier = await answerOf<Answer>(db, row);
  if (earlier) return { answer: earlier.answer, isNew: false };
  try {
    const answer = await transact(db, async (tx) => {
      const made = await work(tx);
      try {
        await tx('idempotency_keys').insert({ ...row, answer: JSON.stringify(made), created_at: now });
      } catch (error) {
        throw isDuplicate(error) ? new KeyTaken() : error;
      }
      return made;
    });
    return { answer, isNew: true };
  } catch (error) {
    const other = error instanceof KeyTaken ? await answerOf<Answer>(db, row) : null;
    if (!other) throw error;
    return { answer: other.answer, isNew: false };
  }
}

async function answerOf<Answer>(
  db: Db,
  { scope, key_hash, body_hash }: { scope: string; key_hash: string; body_hash: string },
): Promise<{ answer: Answer } | null> {
  const row: { body_hash: string; answer: string } | undefined = await db('idempotency_keys')
    .where({ scope, key_hash })
    .first('body_hash', 'answer');
  if (!row) return null;
  if (row.body_hash !== body_hash)
    throw new AppError('idempotency_key_reused', 'This Idempotency-Key was used for another mail.');
  return { answer: JSON.parse(row.answer) as Answer };
}
