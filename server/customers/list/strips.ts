import type { Knex } from 'knex';
import type { Db } from '../../db/connect.js';
import type { Fragment } from './fragment.js';
import type { Order } from './order.js';
import { orderBy, through } from './order.js';
import type { Population } from './page-queries.js';
import { amongst, idsOfSteps, pageOfSteps, raw } from './page-queries.js';
import type { Steps } from './steps.js';
import { rangesOf } from './steps.js';

/** Something to go along, in the order of a list. */
export interface Strip {
  /** Who of the next so many belongs to the population, in order; of them no more than are missing. */
  next(size: number, missing: number): Promise<number[]>;
  /** Whether nothing comes any more; where that takes a look of its own, only after a window of `none`. */
  isEnd(none: boolean): Promise<boolean>;
}

/** Along steps: each id of a window is looked at in `customers`. */
export function stripOfSteps(db: Db, population: Population, order: Order, steps: Steps): Strip {
  let seen = 0;
  return {
    async next(size) {
      const ids = await pageOfSteps(db, population, steps({ offset: seen, limit: size }), order);
      seen += size;
      return ids;
    },
    isEnd: async (none) => none && (await idsOfSteps(db, steps({ offset: seen, limit: 1 }))).length === 0,
  };
}

/**
 * Along the index of names, from one sort name to another, for a population of one status. What a search asks for stands in that
 * index, so that no row is looked at unless another constraint needs it.
 */
export function stripOfNames(db: Db, population: Population, order: Order): Strip {
  const names = new NameRanges(db, population, order.descending);
  return {
    async next(size, missing) {
      const query = amongst((await names.next(size)).range, population);
      const rows: { id: number }[] = await query.orderByRaw(orderBy(order)).limit(missing).select('customers.id');
      return rows.map(({ id }) => id);
    },
    isEnd: async () => names.ended,
  };
}

/** The index of names in ranges of so many entries and those of the same name as the last. */
export class NameRanges {
  ended = false;
  private after: string | null = null;
  private readonly order: Order;
  private readonly status: string;
  private readonly ranges: Fragment[];

  constructor(
    private readonly db: Db,
    { statuses, constraints }: Population,
    descending = false,
  ) {
    this.order = { by: 'name', descending };
    this.status = statuses[0] as string;
    this.ranges = rangesOf(constraints, this.order);
  }

  /** A query over the next so many. */
  async next(size: number): Promise<{ range: Knex.QueryBuilder }> {
    const [beyond, within] = this.order.descending ? ['<', '>='] : ['>', '<='];
    const from = () => {
      const query = this.db.from(raw(this.db, { sql: `customers ${through(this.db, this.order)}`, bindings: [] }));
      query.where('customers.status', this.status);
      for (const { sql, bindings } of this.ranges) query.whereRaw(sql, [...bindings]);
      if (this.after !== null) query.where('sort_name', beyond as string, this.after);
      return query;
    };
    const last: { sort_name: string }[] = await from()
      .orderByRaw(orderBy(this.order))
      .offset(size - 1)
      .limit(1)
      .select('sort_name');
    const range = from();
    const [end] = last;
    if (end) range.where('sort_name', within as string, end.sort_name);
    this.ended = end === undefined;
    this.after = end?.sort_name ?? null;
    return { range };
  }
}
