import type { Tx } from '../../db/connect.js';
import { isDuplicate } from '../../db/transact.js';
import { AppError } from '../../lib/errors.js';
import { DAY } from '../../lib/time-zone.js';

/** What may be sent in a day (ATTACKS S68), across all servers. */
export const quotas = {
  /** To one customer, by whomever. */
  toCustomer: 20,
  /** To single customers, by one account. */
  byAccount: 300,
  /** Newsletters by one account. */
  newsletters: 5,
} as const;

/**
 * Counts one more of what `name` stands for. AppError `too_many_requests` beyond `most` a day: thrown in the transaction of the
 * mail, it takes the count back with it.
 */
export async function countOne(tx: Tx, name: string, most: number, now: number): Promise<void> {
  if ((await addToWindow(tx, name, now)) === 0) await beginWindow(tx, name, now);
  const row: { hits: number; resets_at: number } = await tx('rate_limits').where({ name }).first('hits', 'resets_at');
  if (row.hits <= most) return;
  throw new AppError('too_many_requests', 'That is as much mail as can be sent in a day.', {
    retryAfter: Math.max(1, Math.ceil((row.resets_at - now) / 1000)),
    details: { most },
  });
}

const addToWindow = (tx: Tx, name: string, now: number): Promise<number> =>
  tx('rate_limits').where({ name }).andWhere('resets_at', '>', now).increment('hits', 1);

async function beginWindow(tx: Tx, name: string, now: number): Promise<void> {
  const begun = { hits: 1, resets_at: now + DAY };
  const over = await tx('rate_limits').where({ name }).andWhere('resets_at', '<=', now).update(begun);
  if (over > 0) return;
  try {
    await tx('rate_limits').insert({ name, ...begun });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    await addToWindow(tx, name, now);
  }
}
