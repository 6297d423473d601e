import { transact } from '../../db/transact.js';
import type { Actor } from '../../lib/actor.js';
import { actorLabel } from '../../lib/actor.js';
import { breather } from '../../lib/courtesy.js';
import { AppError } from '../../lib/errors.js';
import type { Selection } from '../list/selection.js';
import { selectNumbers } from '../list/selection.js';
import { actions } from './bulk-rules.js';
import type { LeftOut } from './change-batch.js';
import { changeBatch, holdBatch, sortBatch } from './change-batch.js';
import type { BulkDeps } from './deps.js';
import type { BulkAction, BulkOutcome } from './schema.js';
import { mostAtOnce } from './schema.js';
import { emptyTally } from './tally.js';

/** Customers changed in one transaction: few enough that nobody waits long for their rows. */
export const batchSize = 200;

export interface BulkWish {
  action: BulkAction;
  selection: Selection;
  includingComing?: boolean | undefined;
}

/**
 * Does one thing to the customers of a selection, batch by batch, others served between (FEATURES A087 to A089). What is left out
 * is named with its reason. AppErrors: `forbidden`; `invalid_request` with `details.most` when more than 10,000 are selected, of
 * whom then none is changed.
 */
export async function doInBulk(deps: BulkDeps, actor: Actor, wish: BulkWish): Promise<BulkOutcome> {
  const { db, clock, record } = deps;
  const { action, selection, includingComing = false } = wish;
  assertMay(actor, action);
  const at = clock.now();
  const numbers = await chosenNumbers(deps, actor, selection, at);
  const by = actorLabel(actor);
  const id = await transact(db, async (tx) => {
    const [inserted] = await tx('bulk_actions').insert({ action, by, created_at: at });
    return Number(inserted);
  });
  const tally = emptyTally();
  const pause = breather();
  for (let from = 0; from < numbers.length; from += batchSize) {
    const batch = numbers.slice(from, from + batchSize);
    try {
      const { done, left } = await transact(db, async (tx) => {
        const { fit, left } = await sortBatch(tx, await holdBatch(tx, batch), action, includingComing, at);
        await changeBatch(deps, tx, fit, { action, actor, at, values: { bulk: id } });
        if (fit.length > 0)
          await tx('bulk_action_rows').insert(
            fit.map((row) => ({ bulk_id: id, customer_id: row.id, version: row.version + 1 })),
          );
        return { done: fit.length, left };
      });
      tally.count(done, left);
    } catch (error) {
      deps.failed(error);
      tally.count(0, await failedOf(deps, batch), 'failed');
    }
    await pause();
  }
  const outcome = tally.outcome(id);
  const { done, skipped, failed } = outcome;
  await transact(db, (tx) =>
    record(tx, [
      { at, actor, action: 'customers.bulk', subject: `bulk:${id}`, values: { action, done, skipped, failed } },
    ]),
  );
  return outcome;
}

function assertMay(actor: Actor, action: BulkAction): void {
  if (actor.kind === 'system') return;
  if (actor.kind === 'account' && actor.permissions.has(actions[action].permission)) return;
  throw new AppError('forbidden', 'Your account is not allowed to do this.');
}

/** All of them before the first is changed: numbers alone, and never more than are allowed. */
async function chosenNumbers({ db }: BulkDeps, actor: Actor, selection: Selection, now: number): Promise<number[]> {
  const numbers: number[] = [];
  for await (const some of selectNumbers(db, actor, selection, { now })) {
    numbers.push(...some);
    if (numbers.length > mostAtOnce)
      throw new AppError('invalid_request', `Select at most ${mostAtOnce} customers at a time.`, {
        field: 'selection',
        details: { most: mostAtOnce },
      });
  }
  return numbers;
}

/** A batch is one transaction: when it fails, none of it was changed. */
async function failedOf({ db }: BulkDeps, batch: readonly number[]): Promise<LeftOut[]> {
  const rows = await db('customers')
    .whereIn('id', [...batch])
    .select('id', 'display_name');
  return rows.map((row) => ({ row, reason: 'error' as const }));
}
