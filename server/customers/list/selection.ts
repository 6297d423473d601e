import { z } from 'zod';
import type { Db } from '../../db/connect.js';
import type { Actor } from '../../lib/actor.js';
import { id } from '../../lib/fields.js';
import { maySeeTrash } from '../record/find.js';
import { scopeOf, withinScope } from '../scope.js';
import type { ListFilter } from './filter.js';
import { assertMayList, filterBody, narrowToFilter } from './filter.js';

const most = 1000;
const numbers = z.array(id).max(most, `must be at most ${most} numbers`);

/** Some customers: ticked ones, or all that a filter lists but a few. */
export const selection = z.union([
  z.strictObject({ numbers: numbers.min(1) }),
  z.strictObject({ matching: filterBody, except: numbers.optional() }),
]);

export type Selection = z.output<typeof selection>;

/** Ids that one statement looks through: some ten milliseconds, after which others have their turn. */
const span = 20_000;
const batchSize = 1000;

/**
 * The numbers of a selection in ascending order, in batches of at most `batch`, of those alone whom the actor may see: what is
 * foreign, merged, erased, or in the trash of somebody without business there is left out. Holds one span of ids at a time,
 * however many match; who comes or goes meanwhile is in or not. AppError `forbidden` for a filter that the actor may not use.
 */
export async function* selectNumbers(
  db: Db,
  actor: Actor,
  selected: Selection,
  { now, batch = batchSize }: { now: number; batch?: number },
): AsyncGenerator<number[], void, void> {
  const found = 'numbers' in selected ? ofNumbers(db, actor, selected.numbers) : matching(db, actor, selected, now);
  let waiting: number[] = [];
  for await (const part of found) {
    waiting = waiting.length === 0 ? part : [...waiting, ...part];
    for (; waiting.length >= batch; waiting = waiting.slice(batch)) yield waiting.slice(0, batch);
  }
  if (waiting.length > 0) yield waiting;
}

async function* ofNumbers(db: Db, actor: Actor, wanted: readonly number[]): AsyncGenerator<number[]> {
  const query = db('customers')
    .whereIn('customers.id', [...new Set(wanted)])
    .whereIn('customers.status', maySeeTrash(actor) ? ['active', 'trashed'] : ['active']);
  yield ids(await withinScope(query, scopeOf(actor)).orderBy('customers.id').select('customers.id'));
}

async function* matching(
  db: Db,
  actor: Actor,
  { matching: filter, except = [] }: { matching: ListFilter; except?: readonly number[] | undefined },
  now: number,
): AsyncGenerator<number[]> {
  assertMayList(actor, filter);
  const left = new Set(except);
  const last = Number((await db('customers').max({ last: 'id' }).first())?.last ?? 0);
  for (let from = 0; from < last; from += span) {
    const query = db('customers')
      .where('customers.id', '>', from)
      .where('customers.id', '<=', Math.min(from + span, last));
    const rows = await withinScope(narrowToFilter(query, filter, now), scopeOf(actor))
      .orderBy('customers.id')
      .select('customers.id');
    yield ids(rows).filter((number) => !left.has(number));
  }
}

const ids = (rows: readonly { id: number }[]): number[] => rows.map(({ id: number }) => number);
