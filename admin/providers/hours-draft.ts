import type { AdminApi } from '../admin-api.js';
import { minuteOf, wallTimeOf } from '../kit/time-text.js';

export type Period = AdminApi['GET /providers/:id/hours']['answer']['periods'][number];
export type PeriodWish = AdminApi['PUT /providers/:id/hours']['body']['periods'][number];
export type HoursOfDate = Omit<Period['windows'][number], 'week' | 'weekday'>;

/** A window as it is edited, in minutes since 00:00; null while no time is typed. */
export interface WindowDraft {
  /** Tells windows apart while they are edited. */
  key: number;
  start: number | null;
  end: number | null;
  locationId: number;
}

/** The windows of a day, in the order of their rows. */
export type DayDraft = readonly WindowDraft[];
/** Seven days, Monday first. */
export type WeekDraft = readonly DayDraft[];

export interface PeriodDraft {
  key: number;
  /** null: since ever; '' while no date is typed. */
  from: string | null;
  /** A Monday of the first week. */
  anchor: string;
  weeks: readonly WeekDraft[];
}

export const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;

let lastKey = 0;
export const freshKey = (): number => {
  lastKey += 1;
  return lastKey;
};

export const windowDraft = ({ start, end, locationId }: HoursOfDate): WindowDraft => ({
  key: freshKey(),
  start: minuteOf(start),
  end: minuteOf(end),
  locationId,
});

export const periodDraft = ({ from, anchor, weeks, windows }: Period): PeriodDraft => ({
  key: freshKey(),
  from,
  anchor,
  weeks: Array.from({ length: weeks }, (_, week) =>
    weekdays.map((day) =>
      windows.filter((window) => window.week === week && window.weekday === day + 1).map(windowDraft),
    ),
  ),
});

/** A window as the server takes it; only of a draft without faults. Midnight at the end is 24:00. */
export const hoursOf = ({ start, end, locationId }: WindowDraft): HoursOfDate => ({
  locationId,
  start: wallTimeOf(start ?? 0),
  end: wallTimeOf(end || 1440),
});

export const wishOf = ({ from, anchor, weeks }: PeriodDraft): PeriodWish => ({
  from,
  anchor,
  weeks: weeks.length,
  windows: weeks.flatMap((week, index) =>
    week.flatMap((day, at) =>
      [...day].sort(byStart).map((window) => ({ week: index, weekday: at + 1, ...hoursOf(window) })),
    ),
  ),
});

const byStart = (left: WindowDraft, right: WindowDraft): number => (left.start ?? 0) - (right.start ?? 0);

/** Whether two drafts say the same to the server. */
export const sameHours = (left: readonly PeriodDraft[], right: readonly PeriodDraft[]): boolean =>
  JSON.stringify(left.map(comparable)) === JSON.stringify(right.map(comparable));

/** Times that are no times differ from everything; the anchor says nothing where there is one week. */
const comparable = (period: PeriodDraft): object => ({
  ...wishOf(period),
  anchor: period.weeks.length > 1 ? period.anchor : '',
  unfinished: period.weeks.flat(2).filter(({ start, end }) => start === null || end === null).length,
});

/** Minutes from start to end; an end at or before the start is on the next day (rule T2). */
export function lengthOf({ start, end }: WindowDraft): number {
  if (start === null || end === null || start === end) return 0;
  return end > start ? end - start : end + 1440 - start;
}

/** Whether a window ends on the day after it began, later than at midnight. */
export const isOvernight = ({ start, end }: WindowDraft): boolean =>
  start !== null && end !== null && end !== 0 && end < start;

export const totalOf = (windows: readonly WindowDraft[]): number =>
  windows.reduce((sum, window) => sum + lengthOf(window), 0);

/** The same windows for another day: what is edited there is no longer edited here. */
export const copyOf = (day: DayDraft): DayDraft => day.map((window) => ({ ...window, key: freshKey() }));

/** The day with one window more: after the last, or nine to five where there is none. */
export function withWindow(day: DayDraft, usual: Omit<WindowDraft, 'key'>): DayDraft {
  const last = day.at(-1);
  if (!last) return [{ ...usual, key: freshKey() }];
  const after = last.end === null || isOvernight(last) || last.end > 1320 ? null : last.end + 60;
  return [
    ...day,
    {
      key: freshKey(),
      start: after,
      end: after === null ? null : Math.min(1440, after + 240),
      locationId: last.locationId,
    },
  ];
}

/** A window in two with an hour between: at noon where it can be, else in the middle. */
export function withBreak(day: DayDraft, key: number): DayDraft {
  return day.flatMap((window) => {
    const { start } = window;
    const length = lengthOf(window);
    if (window.key !== key || start === null || length < 120) return [window];
    const atNoon = start <= 690 && start + length >= 810;
    const pause = atNoon ? 720 : Math.round((start + length / 2 - 30) / 15) * 15;
    return [
      { ...window, end: pause % 1440 || 1440 },
      { ...window, key: freshKey(), start: (pause + 60) % 1440 },
    ];
  });
}
