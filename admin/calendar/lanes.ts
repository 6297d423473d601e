import type { Column } from './types.js';

/** Something that takes a stretch of a column, in any unit. */
export interface Stretch {
  from: number;
  to: number;
}

export interface Lane {
  /** Which of `lanes` beside one another, from 0. */
  lane: number;
  lanes: number;
}

/**
 * Puts stretches that overlap side by side: each group that hangs together shares the width of the column evenly, and each stretch takes
 * the first lane that is free. They come sorted by `from`; the answer is in their order.
 */
export function lanesOf(stretches: readonly Stretch[]): Lane[] {
  const placed: Lane[] = [];
  let ends: number[] = [];
  let group: Lane[] = [];
  const close = (): void => {
    for (const lane of group) lane.lanes = ends.length;
    ends = [];
    group = [];
  };
  for (const { from, to } of stretches) {
    if (ends.length > 0 && ends.every((end) => end <= from)) close();
    const free = ends.findIndex((end) => end <= from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = to;
    const one = { lane, lanes: 1 };
    group.push(one);
    placed.push(one);
  }
  close();
  return placed;
}

/** How many stand side by side at most in any of the columns. */
export const mostLanes = (columns: readonly Column[]): number =>
  Math.max(
    1,
    ...columns.flatMap(({ events }) =>
      lanesOf(events.map(({ busyFrom, busyTo }) => ({ from: Date.parse(busyFrom), to: Date.parse(busyTo) }))).map(
        ({ lanes }) => lanes,
      ),
    ),
  );
