import { transact } from '../../db/transact.js';
import type { Actor } from '../../lib/actor.js';
import { actorLabel } from '../../lib/actor.js';
import { breather } from '../../lib/courtesy.js';
import { AppError, notFound } from '../../lib/errors.js';
import { DAY } from '../../lib/time-zone.js';
import { scopeOf, withinScope } from '../scope.js';
import { actions } from './bulk-rules.js';
import type { BatchRow, LeftOut } from './change-batch.js';
import { changeBatch, holdBatch } from './change-batch.js';
import type { BulkDeps } from './deps.js';
import { batchSize } from './doing.js';
import type { BulkAction, BulkOutcome } from './schema.js';
import { emptyTally } from './tally.js';

/** How long a bulk action can be taken back. */
export const undoable = DAY;

export interface BulkRow {
  id: number;
  action: BulkAction;
  by: string;
  created_at: number;
  undone_at: number | null;
}

/**
 * Takes back exactly what a bulk action did, where nothing changed since; the rest is named. What was taken back is struck off in
 * the same transaction, so an undo that was cut off goes on where it was. AppErrors: `not_found` for an unknown one and for
 * somebody else's without the permission; `conflict` with `details.reason` `undone` or `too_late`.
 */
export async function undoBulk(deps: BulkDeps, actor: Actor, id: number): Promise<BulkOutcome> {
  const { db, clock, record } = deps;
  const at = clock.now();
  const bulk: BulkRow | undefined = await db('bulk_actions').where({ id }).first();
  if (!bulk || !mayUndo(actor, bulk)) throw notFound();
  if (bulk.undone_at !== null)
    throw new AppError('conflict', 'This has been undone already.', { details: { reason: 'undone' } });
  if (bulk.created_at <= at - undoable)
    throw new AppError('conflict', 'This can no longer be undone.', { details: { reason: 'too_late' } });
  const tally = emptyTally();
  const pause = breather();
  for (let last = 0; ; ) {
    const rows: { customer_id: number; version: number }[] = await db('bulk_action_rows')
      .where({ bulk_id: id })
      .where('customer_id', '>', last)
      .orderBy('customer_id')
      .limit(batchSize)
      .select('customer_id', 'version');
    if (rows.length === 0) break;
    last = rows.at(-1)?.customer_id ?? last;
    const { done, left } = await takeBack(deps, actor, bulk, rows, at);
    tally.count(done, left);
    await pause();
  }
  const outcome = tally.outcome(id);
  const { done, skipped, failed } = outcome;
  await transact(db, async (tx) => {
    await tx('bulk_actions').where({ id }).update({ undone_at: at });
    await record(tx, [
      { at, actor, action: 'customers.bulk_undone', subject: `bulk:${id}`, values: { done, skipped, failed } },
    ]);
  });
  return outcome;
}

/**
 * Whoever did it and still may, and whoever may do the opposite by hand to everybody: who sees some alone would take back a part of
 * somebody else's and leave the rest beyond recall.
 */
export function mayUndo(actor: Actor, { action, by }: Pick<BulkRow, 'action' | 'by'>): boolean {
  if (actor.kind !== 'account') return actor.kind === 'system';
  const { permission, inverse } = actions[action];
  const isOwn = by === actorLabel(actor) && actor.permissions.has(permission);
  return isOwn || (scopeOf(actor) === 'all' && actor.permissions.has(actions[inverse].permission));
}

function takeBack(
  deps: BulkDeps,
  actor: Actor,
  bulk: BulkRow,
  rows: readonly { customer_id: number; version: number }[],
  at: number,
): Promise<{ done: number; left: LeftOut[] }> {
  const { inverse, leaves } = actions[bulk.action];
  const versions = new Map(rows.map((row) => [row.customer_id, row.version]));
  return transact(deps.db, async (tx) => {
    const own: { id: number }[] = await withinScope(
      tx('customers').whereIn('customers.id', [...versions.keys()]),
      scopeOf(actor),
    ).select('customers.id');
    const seen = new Set(own.map((row) => row.id));
    const held = (await holdBatch(tx, [...versions.keys()])).filter((row) => seen.has(row.id));
    const isSo = (row: BatchRow): boolean =>
      row.version === versions.get(row.id) &&
      (leaves.status ?? row.status) === row.status &&
      (leaves.newsletter ?? row.newsletter) === row.newsletter;
    const fit = held.filter(isSo);
    await changeBatch(deps, tx, fit, { action: inverse, actor, at, values: { undoOfBulk: bulk.id } });
    await tx('bulk_action_rows')
      .where({ bulk_id: bulk.id })
      .whereIn(
        'customer_id',
        fit.map((row) => row.id),
      )
      .delete();
    const left = held.filter((row) => !isSo(row)).map((row) => ({ row, reason: 'changed' as const }));
    return { done: fit.length, left };
  });
}
