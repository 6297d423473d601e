/** A half-open span of time, [from, to), in epoch milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

declare const merged: unique symbol;
/** Spans that are sorted and neither overlap nor touch. Only `mergeIntervals` makes them, so they stay so. */
export type Intervals = readonly Span[] & { readonly [merged]: true };

/** The union of spans, empty ones dropped. */
export function mergeIntervals(spans: readonly Span[]): Intervals {
  const sorted = spans.filter((span) => span.to > span.from).sort((left, right) => left.from - right.from);
  const union: { from: number; to: number }[] = [];
  for (const span of sorted) {
    const last = union.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else union.push({ from: span.from, to: span.to });
  }
  return union as unknown as Intervals;
}

/** Index of the last interval that begins at or before `instant`; -1 when none does. */
function lastFrom(intervals: readonly Span[], instant: number): number {
  let low = 0;
  let high = intervals.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((intervals[middle] as Span).from <= instant) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Whether [from, to) lies inside one interval, which for a merged union is: inside the union. */
export function covers(intervals: Intervals, from: number, to: number): boolean {
  const found = intervals[lastFrom(intervals, from)];
  return found !== undefined && found.to >= to;
}

/** Whether [from, to) and the union have an instant in common. */
export function meets(intervals: Intervals, from: number, to: number): boolean {
  if (intervals.length === 0 || to <= from) return false;
  const found = intervals[lastFrom(intervals, to - 1)];
  return found !== undefined && found.to > from;
}
