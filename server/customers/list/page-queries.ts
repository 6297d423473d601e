import type { Knex } from 'knex';
import type { Db } from '../../db/connect.js';
import type { CustomerScope } from '../scope.js';
import { withinScope } from '../scope.js';
import { idsOfArm } from './arms.js';
import type { Constraint } from './constraints.js';
import type { Fragment } from './fragment.js';
import { fragment, joined } from './fragment.js';
import type { Order } from './order.js';
import { keyOf, thenJoin } from './order.js';

/** Whom a list is of. */
export interface Population {
  statuses: readonly string[];
  constraints: readonly Constraint[];
  scope: CustomerScope;
}

/** Rows of an order: how many to leave out, and how many to take. */
export interface Span {
  offset: number;
  limit: number;
}

export const raw = (db: Db, { sql, bindings }: Fragment): Knex.Raw => db.raw(sql, [...bindings]);

/** Narrows a query over `customers` to a population. */
export function amongst(query: Knex.QueryBuilder, { statuses, constraints, scope }: Population): Knex.QueryBuilder {
  query.whereIn('customers.status', [...statuses]);
  for (const { check } of constraints) query.whereRaw(check.sql, [...check.bindings]);
  return withinScope(query, scope);
}

function inOrder(query: Knex.QueryBuilder, order: Order): Knex.QueryBuilder {
  const direction = order.descending ? 'desc' : 'asc';
  for (const column of keyOf(order)) query.orderBy(`customers.${column}`, direction);
  return query;
}

/** How many each of these selects gives, none counted beyond its cap. */
export async function countEach(db: Db, selects: readonly { select: Fragment; cap: number }[]): Promise<number[]> {
  const counts = selects.map(({ select: { sql, bindings }, cap }, index) =>
    raw(db, fragment(`(SELECT COUNT(*) FROM (${sql} LIMIT ${cap}) AS s${index}) AS c${index}`, ...bindings)),
  );
  const row: Record<string, number | string> = await db.select(counts).first();
  return selects.map((_, index) => Number(row[`c${index}`]));
}

/** The customers whom the arms of a constraint reach, each once. */
function candidates(db: Db, of: Constraint, { statuses }: Population): Knex.QueryBuilder {
  const union = joined((of.narrowArms ?? of.arms)(statuses).map(idsOfArm), ' UNION ');
  const source = `(${union.sql}) AS found ${thenJoin(db)} customers ON customers.id = found.id`;
  return db.from(raw(db, fragment(source, ...union.bindings)));
}

/** A page of those among the candidates who belong to the population, and how many they are in all. */
export async function pageOfCandidates(
  db: Db,
  population: Population,
  of: Constraint,
  order: Order,
  { offset, limit }: Span,
): Promise<{ ids: number[]; total: number }> {
  const rows: { id: number; total: number | string }[] = await inOrder(
    amongst(candidates(db, of, population), population),
    order,
  )
    .select('customers.id', db.raw('COUNT(*) OVER () AS total'))
    .limit(limit)
    .offset(offset);
  const [first] = rows;
  // Beyond the last page there is no row to say how many there are.
  const total = first ? Number(first.total) : offset === 0 ? 0 : await countCandidates(db, population, of);
  return { ids: idsOf(rows), total };
}

export async function countCandidates(db: Db, population: Population, of: Constraint): Promise<number> {
  const row = await amongst(candidates(db, of, population), population)
    .count({ count: '*' })
    .first();
  return Number(row?.count ?? 0);
}

/** Those of a part of an order (`SELECT id …`) who belong to the population, in order. */
export async function pageOfSteps(db: Db, population: Population, steps: Fragment, order: Order): Promise<number[]> {
  const source = `(${steps.sql}) AS step ${thenJoin(db)} customers ON customers.id = step.id`;
  const query = amongst(db.from(raw(db, fragment(source, ...steps.bindings))), population);
  return [...new Set(idsOf(await inOrder(query, order).select('customers.id')))];
}

/** The ids of a part of an order, whoever they are. */
export async function idsOfSteps(db: Db, steps: Fragment): Promise<number[]> {
  return idsOf(await db.select('step.id').from(raw(db, fragment(`(${steps.sql}) AS step`, ...steps.bindings))));
}

const idsOf = (rows: readonly { id: number }[]): number[] => rows.map(({ id }) => id);
