import type { DayAnswer, RefusalReason } from '../appointments/move/refused.js';

type Provider = DayAnswer['providers'][number];
interface Stretch {
  from: number;
  to: number;
}

/** Starts one after the other with the same answer: those that can be booked, or a stretch of them that can't. */
export type Row = { free: Stretch[] } | (Stretch & { reason: RefusalReason });

/**
 * What a person reads of a day, and how many starts can be booked. Starts that are refused for their minute alone are left out: they lie
 * between all others, and `between` says that there are some.
 */
export function rowsOf({ starts }: Provider): { rows: Row[]; count: number; between: boolean } {
  const rows: Row[] = [];
  let bookable = 0;
  for (const { first, last, count, reason } of starts) {
    const stretch = { from: Date.parse(first), to: Date.parse(last) };
    const before = rows.at(-1);
    if (reason === 'off_grid') continue;
    if (reason === null) {
      bookable += count;
      if (before && 'free' in before) before.free.push(stretch);
      else rows.push({ free: [stretch] });
    } else if (before && 'reason' in before && before.reason === reason) before.to = stretch.to;
    else rows.push({ ...stretch, reason });
  }
  return { rows, count: bookable, between: starts.some(({ reason }) => reason === 'off_grid') };
}
