import type { DayNumber } from '../lib/time-zone.js';
import { DAY, instantOfWallTime, localDay, weekdayOf } from '../lib/time-zone.js';
import { weekIndexOf } from '../providers/hours-rules.js';
import type { Intervals, Span } from './intervals.js';
import { mergeIntervals } from './intervals.js';

/** A weekly window in wall-clock minutes of its location; `end` at or before `start` is on the next day (rule T2). */
export interface WeeklyWindow {
  weekday: number;
  locationId: number;
  start: number;
  end: number;
}

/** A window of a special day, in wall-clock minutes like a weekly one. */
export type DayWindow = Omit<WeeklyWindow, 'weekday'>;

/** Hours that hold from a date on, over one week or several in turn. */
export interface HoursPeriod {
  /** The first date; minus infinity: since ever. */
  from: DayNumber;
  /** A Monday of the first of the weeks; the others follow it, and come round again. */
  anchor: DayNumber;
  weeks: readonly (readonly WeeklyWindow[])[];
}

/** When a provider works: the week, what takes its place from a date on, and the dates that replace either. */
export interface WorkingHours {
  /** Holds on dates before every period. */
  weekly: readonly WeeklyWindow[];
  /** By first date. */
  periods?: readonly HoursPeriod[];
  specialDays: ReadonlyMap<DayNumber, readonly DayWindow[]>;
}

/** Whole local days of one location or of every one (locationId null), both inclusive. */
export interface Closure {
  locationId: number | null;
  firstDay: DayNumber;
  lastDay: DayNumber;
}

/**
 * The provider's windows at one location that may touch [from, to), sorted by start, resolved by rules T1 and T2. A window that
 * a clock change leaves without any time is dropped.
 */
export function windowsAt(hours: WorkingHours, locationId: number, zone: string, from: number, to: number): Span[] {
  const windows: Span[] = [];
  // A window of the day before may reach over midnight into the range.
  const last = localDay(zone, to);
  for (let day = localDay(zone, from) - 1; day <= last; day += 1) {
    for (const window of windowsOfDay(hours, day)) {
      if (window.locationId !== locationId) continue;
      const opens = instantOfWallTime(zone, day, window.start);
      const closes = instantOfWallTime(zone, day, window.end <= window.start ? window.end + 1440 : window.end);
      if (closes > opens && closes > from && opens < to) windows.push({ from: opens, to: closes });
    }
  }
  return windows.sort((left, right) => left.from - right.from);
}

function windowsOfDay(hours: WorkingHours, day: DayNumber): readonly DayWindow[] {
  const special = hours.specialDays.get(day);
  if (special) return special;
  const weekday = weekdayOf(day);
  return weekOf(hours, day).filter((window) => window.weekday === weekday);
}

/**
 * The windows of the week that a date lies in, and the rule for it: a date belongs to the last period that began by then, and of
 * its weeks to the one as many Mondays after the anchor as the date's own Monday is, counted round. A window belongs to the date
 * of its start (T2), so a night that began under one week or period ends by it, whatever begins at midnight.
 */
function weekOf({ weekly, periods }: WorkingHours, day: DayNumber): readonly WeeklyWindow[] {
  const period = periods?.findLast(({ from }) => from <= day);
  return period ? (period.weeks[weekIndexOf(period.anchor, period.weeks.length, day)] ?? []) : weekly;
}

/** The instants at which a location is closed, within [from, to) and a day around it. */
export function closedAt(
  closures: readonly Closure[],
  locationId: number,
  zone: string,
  from: number,
  to: number,
): Intervals {
  const spans: Span[] = [];
  for (const closure of closures) {
    if (closure.locationId !== null && closure.locationId !== locationId) continue;
    // In days first: most closures are far from the range, and resolving a date costs more than comparing it.
    if (closure.lastDay * DAY < from - 3 * DAY || closure.firstDay * DAY > to + 3 * DAY) continue;
    spans.push({
      from: instantOfWallTime(zone, closure.firstDay, 0),
      to: instantOfWallTime(zone, closure.lastDay + 1, 0),
    });
  }
  return mergeIntervals(spans);
}
