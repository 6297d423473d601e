import type { Filter, Selection } from './list-query.js';
import { asMatching } from './list-query.js';

interface Named {
  number: number;
  name: string;
}

/** Who is ticked: some, on whatever pages, or all that match but a few. */
export type Picked =
  | { all: false; some: ReadonlyMap<number, string> }
  /** `of` is the filter as text: with another, all of it are others. */
  | { all: true; of: string; except: ReadonlySet<number> };

/** Most that are sent one by one. */
export const mostPicked = 1000;

export const nobody: Picked = { all: false, some: new Map() };

export const isPicked = (picked: Picked, number: number): boolean =>
  picked.all ? !picked.except.has(number) : picked.some.has(number);

/** Ticks or unticks some rows. */
export function pick(picked: Picked, rows: readonly Named[], ticked: boolean): Picked {
  if (picked.all) {
    const except = new Set(picked.except);
    for (const { number } of rows) ticked ? except.delete(number) : except.add(number);
    return { ...picked, except };
  }
  const some = new Map(picked.some);
  for (const { number, name } of rows) ticked ? some.set(number, name) : some.delete(number);
  return some.size > mostPicked ? picked : { all: false, some };
}

/** The rows from the one that was last pressed to this one, both included. */
export function between(rows: readonly Named[], from: number | null, to: number): readonly Named[] {
  const [start, end] = [from ?? to, to].map((wanted) => rows.findIndex(({ number }) => number === wanted)) as [
    number,
    number,
  ];
  if (start < 0 || end < 0) return rows.filter(({ number }) => number === to);
  return rows.slice(Math.min(start, end), Math.max(start, end) + 1);
}

/** How many are ticked, of a list of so many. */
export const countPicked = (picked: Picked, total: number): number =>
  picked.all ? Math.max(0, total - picked.except.size) : picked.some.size;

/** Those who are ticked as the API takes them. */
export function asSelection(picked: Picked, filter: Filter, zone: string): Selection {
  if (!picked.all) return { numbers: [...picked.some.keys()] };
  const except = [...picked.except];
  return { matching: asMatching(filter, zone), ...(except.length > 0 ? { except } : {}) };
}
