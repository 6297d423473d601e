import type { Db } from '../../db/connect.js';
import type { Arm } from './arms.js';
import type { Constraint } from './constraints.js';
import type { Fragment } from './fragment.js';
import { fragment, joined } from './fragment.js';
import type { Order } from './order.js';
import { keyOf, orderBy, orders, through } from './order.js';
import type { Span } from './page-queries.js';

/** A part of some order as a select of ids, made of indexes alone: no row of a customer is looked at. */
export type Steps = (span: Span) => Fragment;

/** Along the index of an order, of one status or merged from two; within the ranges that the constraints set to its column. */
export function alongIndex(
  db: Db,
  statuses: readonly string[],
  constraints: readonly Constraint[],
  order: Order,
): Steps {
  const ranges = rangesOf(constraints, order);
  const columns = keyOf(order).join(', ');
  const one = (status: string, span: string): Fragment => {
    const condition = joined([fragment('status = ?', status), ...ranges], ' AND ');
    return fragment(
      `SELECT ${columns} FROM customers ${through(db, order)} WHERE ${condition.sql} ORDER BY ${orderBy(order)} LIMIT ${span}`,
      ...condition.bindings,
    );
  };
  return ({ offset, limit }) => {
    const [only, another] = statuses;
    if (another === undefined) return one(only as string, `${limit} OFFSET ${offset}`);
    const parts = statuses.map((status, at) => within(one(status, String(offset + limit)), `part${at}`));
    return sortedUnion(parts, 'UNION ALL', columns, order, { offset, limit });
  };
}

/** The ranges that constraints set to the first column of an order. */
export function rangesOf(constraints: readonly Constraint[], order: Order): Fragment[] {
  const [column] = keyOf(order);
  return constraints.flatMap(({ range }) => (range && range.column === column ? [range.condition] : []));
}

/** Whether the arms of a constraint can be put in this order by what their indexes hold. */
export const isSortable = (arms: readonly Arm[], { by }: Order): boolean =>
  by === 'number' || (by === 'name' && arms.every(({ sorted }) => sorted !== undefined));

/** Whether an arm lies in this order already. */
export const isBlock = ({ sorted }: Arm, { by }: Order): boolean => by === 'name' && sorted?.block === true;

/** The arm without those who are in the block that lies in order. */
export function restOf(arm: Arm, { by }: Order): Arm {
  const { from, sorted } = arm;
  if (by !== 'name' || sorted === undefined || sorted.block) return arm;
  const { sql, bindings } = sorted.outside;
  return { ...arm, from: fragment(`${from.sql} AND ${sql}`, ...from.bindings, ...bindings) };
}

/** The candidates of a constraint, sorted by name or number. Of the block as many as may be needed, of the others all. */
export function sortedCandidates(db: Db, arms: readonly Arm[], order: Order): Steps {
  const columns = orders[order.by].key.join(', ');
  const named = (arm: Arm): string => (order.by === 'number' ? `${arm.id} AS id` : `sort_name, ${arm.id} AS id`);
  return ({ offset, limit }) => {
    const parts = arms.map((arm, at) => {
      if (!isBlock(arm, order)) {
        const { from } = restOf(arm, order);
        return fragment(`SELECT ${named(arm)} FROM ${from.sql}`, ...from.bindings);
      }
      const from = arm.from.sql.replace('customers', `customers ${through(db, order)}`);
      const part = `SELECT ${named(arm)} FROM ${from} ORDER BY ${orderBy(order)} LIMIT ${offset + limit}`;
      return within(fragment(part, ...arm.from.bindings), `part${at}`);
    });
    return sortedUnion(parts, 'UNION', columns, order, { offset, limit });
  };
}

/** A select with an end of its own, as part of a union: only so do both databases take it. */
const within = ({ sql, bindings }: Fragment, name: string): Fragment =>
  fragment(`SELECT * FROM (${sql}) AS ${name}`, ...bindings);

function sortedUnion(
  parts: readonly Fragment[],
  union: 'UNION' | 'UNION ALL',
  columns: string,
  order: Order,
  { offset, limit }: Span,
): Fragment {
  const { sql, bindings } = joined(parts, ` ${union} `);
  return fragment(
    `SELECT ${columns} FROM (${sql}) AS united ORDER BY ${orderBy(order)} LIMIT ${limit} OFFSET ${offset}`,
    ...bindings,
  );
}
