import type { z } from 'zod';
import type { Db } from '../../db/connect.js';
import type { Actor } from '../../lib/actor.js';
import type { Clock } from '../../lib/clock.js';
import { scopeOf } from '../scope.js';
import { constraintsOf } from './constraints.js';
import { countPopulation } from './count.js';
import type { ListFilter } from './filter.js';
import { assertMayList, statusesOf } from './filter.js';
import { findSorted } from './match.js';
import type { CustomerSort } from './order.js';
import { orderOf } from './order.js';
import type { Population } from './page-queries.js';
import { readRows } from './rows.js';
import type { customerRow } from './schema.js';

export interface CustomerListDeps {
  db: Db;
  clock: Clock;
  /** The business's country, for telephone numbers, and how many rows a page has when nothing else is asked for. */
  site: () => Promise<{ country: string; pageSize: number }>;
}

export interface CustomerListQuestion extends ListFilter {
  sort?: CustomerSort | undefined;
  page?: number | undefined;
  pageSize?: number | undefined;
}

export interface CustomerPage {
  items: z.output<typeof customerRow>[];
  total: number;
  more: boolean;
  page: number;
  pageSize: number;
}

/**
 * A page of the customer list: those who booked on the site and those added by staff alike (A006), and of them those whom the
 * actor may see. AppError `forbidden` for the trash of somebody without business there.
 */
export async function listCustomers(
  { db, clock, site }: CustomerListDeps,
  actor: Actor,
  question: CustomerListQuestion,
): Promise<CustomerPage> {
  assertMayList(actor, question);
  const settings = await site();
  const { sort = question.q ? 'match' : 'name', page = 1, pageSize = settings.pageSize } = question;
  const now = clock.now();
  const span = { offset: (page - 1) * pageSize, limit: pageSize };
  const { ids, total, more } = await findSorted(db, populationOf(actor, question, now), orderOf(sort), span);
  return { items: await readRows(db, ids, settings.country, now), total, more, page, pageSize };
}

/** How many customers a filter lists for an actor, exactly (A046). */
export async function countList({ db, clock }: CustomerListDeps, actor: Actor, filter: ListFilter): Promise<number> {
  assertMayList(actor, filter);
  return countPopulation(db, populationOf(actor, filter, clock.now()));
}

const populationOf = (actor: Actor, filter: ListFilter, now: number): Population => ({
  statuses: statusesOf(filter),
  constraints: constraintsOf(filter, now),
  scope: scopeOf(actor),
});
