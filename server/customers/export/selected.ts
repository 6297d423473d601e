import type { Knex } from 'knex';
import type { Db } from '../../db/connect.js';
import { breather } from '../../lib/courtesy.js';
import { narrowToFilter } from '../list/filter.js';
import type { Selection } from '../list/selection.js';
import type { CustomerScope } from '../scope.js';
import { withinScope } from '../scope.js';

/** Which customers are meant, and whose the one who asks may see. */
export interface Reach {
  selection: Selection;
  scope: CustomerScope;
  seesTrash: boolean;
}

/** Numbers that one statement looks through at most: some milliseconds, after which others have their turn. */
export const span = 20_000;

/** The customers of a selection whose numbers lie above `after`, to `upTo`. `now` is epoch ms. */
export function selectedBetween(
  db: Db,
  { selection, scope, seesTrash }: Reach,
  now: number,
  after: number,
  upTo: number,
): Knex.QueryBuilder {
  const query = db('customers').where('customers.id', '>', after).where('customers.id', '<=', upTo);
  if ('numbers' in selection) {
    query
      .whereIn('customers.id', [...new Set(selection.numbers)])
      .whereIn('customers.status', seesTrash ? ['active', 'trashed'] : ['active']);
  } else {
    narrowToFilter(query, selection.matching, now);
    if (selection.except?.length) query.whereNotIn('customers.id', [...selection.except]);
  }
  return withinScope(query, scope);
}

/** The number above which there is nobody of the selection. */
export async function lastNumber(db: Db, { selection }: Reach): Promise<number> {
  if ('numbers' in selection) return Math.max(...selection.numbers);
  return Number((await db('customers').max({ last: 'id' }).first())?.last ?? 0);
}

/** How many are selected, or of these how many `narrow` leaves; counted piece by piece. */
export async function countSelected(
  db: Db,
  reach: Reach,
  now: number,
  narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder = (query) => query,
): Promise<number> {
  const breathe = breather();
  const last = await lastNumber(db, reach);
  // Ticked ones are looked up by their numbers, however far these lie apart.
  const step = 'numbers' in reach.selection ? last : span;
  let count = 0;
  for (let after = 0; after < last; after += step) {
    const row = await narrow(selectedBetween(db, reach, now, after, after + step))
      .count({ count: '*' })
      .first();
    count += Number(row?.count ?? 0);
    await breathe();
  }
  return count;
}
