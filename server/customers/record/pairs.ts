import type { Tx } from '../../db/connect.js';
import type { Likely } from './likely.js';
import { mostLikely } from './likely.js';

/**
 * Remembers that a customer may be the same person as some others, at most five, for staff to look at. A pair that is known,
 * dismissed or not, stays as it is.
 */
export async function notePairs(
  tx: Tx,
  customerId: number,
  likely: readonly Pick<Likely, 'number' | 'reason'>[],
  at: number,
): Promise<void> {
  const rows = likely
    .filter(({ number }) => number !== customerId)
    .slice(0, mostLikely)
    .map(({ number, reason }) => ({
      low_id: Math.min(number, customerId),
      high_id: Math.max(number, customerId),
      reason,
      found_at: at,
    }));
  if (rows.length === 0) return;
  await tx('customer_pairs').insert(rows).onConflict(['low_id', 'high_id']).ignore();
}
