import type { Tx } from '../../db/connect.js';
import type { Actor } from '../../lib/actor.js';
import { withComing } from '../trash/coming.js';
import { restoreRow } from '../trash/restoring.js';
import { actions, auditValues, leftOut } from './bulk-rules.js';
import type { BulkDeps } from './deps.js';
import type { BulkAction, BulkReason } from './schema.js';

/** A row of a batch, held by its transaction. */
export interface BatchRow {
  id: number;
  display_name: string;
  first_name: string;
  last_name: string;
  email: string | null;
  status: string;
  newsletter: 0 | 1;
  version: number;
}

export interface LeftOut {
  row: BatchRow;
  reason: BulkReason;
}

/** Holds the rows of a batch, by number, so that two bulk actions can't wait for each other. */
export const holdBatch = (tx: Tx, numbers: readonly number[]): Promise<BatchRow[]> =>
  tx('customers')
    .whereIn('id', [...numbers])
    .orderBy('id')
    .forUpdate()
    .select('id', 'display_name', 'first_name', 'last_name', 'email', 'status', 'newsletter', 'version');

/** Which rows of a batch an action is for, and why the others are left out. */
export async function sortBatch(
  tx: Tx,
  rows: readonly BatchRow[],
  action: BulkAction,
  includingComing: boolean,
  now: number,
): Promise<{ fit: BatchRow[]; left: LeftOut[] }> {
  const asks = action === 'trash' && !includingComing;
  const coming = asks
    ? await withComing(
        tx,
        rows.map((row) => row.id),
        now,
      )
    : new Set<number>();
  const fit: BatchRow[] = [];
  const left: LeftOut[] = [];
  for (const row of rows) {
    const reason = leftOut(action, { ...row, hasComing: coming.has(row.id) }, includingComing);
    if (reason === null) fit.push(row);
    else left.push({ row, reason });
  }
  return { fit, left };
}

/** Changes rows that this transaction holds, and says so in the trail, one line each. */
export async function changeBatch(
  { record }: BulkDeps,
  tx: Tx,
  rows: readonly BatchRow[],
  change: { action: BulkAction; actor: Actor; at: number; values: object },
): Promise<void> {
  if (rows.length === 0) return;
  const { action, actor, at, values } = change;
  const ids = rows.map((row) => row.id);
  if (action === 'restore') for (const row of rows) await restoreRow(tx, row, at);
  else {
    const trashed = { status: 'trashed', trashed_at: at, identity_key: null };
    await tx('customers')
      .whereIn('id', ids)
      .update({
        ...(action === 'trash' ? trashed : { newsletter: actions[action].leaves.newsletter as 0 | 1 }),
        updated_at: at,
        version: tx.raw('version + 1'),
      });
  }
  await record(
    tx,
    ids.map((id) => ({
      at,
      actor,
      action: actions[action].audit,
      subject: `customer:${id}`,
      values: { ...auditValues(action), ...values },
    })),
  );
}
