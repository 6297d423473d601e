import { addDays } from '../../widget/kit/days.js';

/** How far back the numbers go, today included. */
export const ranges = ['7', '30', '90', '365'] as const;
export type RangeName = (typeof ranges)[number];

export const rangeOf = (text: string | undefined): RangeName => ranges.find((range) => range === text) ?? '30';

/** The days of a range, both inclusive. */
export const daysOf = (range: RangeName, today: string): { from: string; to: string } => ({
  from: addDays(today, 1 - Number(range)),
  to: today,
});

export interface Day {
  day: string;
  bookings: number;
  minor: number;
}

/** One bar of a chart: from one day to another, both inclusive. */
export interface Bar extends Day {
  to: string;
}

/** Days as bars that an eye can tell apart: by day, by week of seven from the end, or by month. */
export function barsOf(days: readonly Day[]): Bar[] {
  if (days.length <= 31) return days.map((day) => ({ ...day, to: day.day }));
  const bars: Bar[] = [];
  const monthly = days.length > 120;
  days.forEach(({ day, bookings, minor }, index) => {
    const last = bars.at(-1);
    const begins = monthly ? day.endsWith('-01') : (days.length - index) % 7 === 0;
    if (!last || begins) bars.push({ day, to: day, bookings, minor });
    else Object.assign(last, { to: day, bookings: last.bookings + bookings, minor: last.minor + minor });
  });
  return bars;
}
