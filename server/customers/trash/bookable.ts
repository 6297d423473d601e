import type { Tx } from '../../db/connect.js';
import { AppError, notFound } from '../../lib/errors.js';

/**
 * Holds a customer's row for this transaction and makes sure that it can be chosen for a new appointment (FEATURES A082): whoever
 * moves it to the trash at the same time waits, or has been faster. AppErrors: `not_found`; `conflict` with `details.status` for one
 * in the trash, merged or erased.
 */
export async function assertBookable(tx: Tx, number: number): Promise<void> {
  const row = await tx('customers').where({ id: number }).forUpdate().first('status', 'merged_into');
  if (!row) throw notFound();
  if (row.status === 'active') return;
  throw new AppError('conflict', 'This customer can’t be chosen for new appointments.', {
    details: { status: row.status, ...(row.merged_into ? { mergedInto: row.merged_into } : {}) },
  });
}
