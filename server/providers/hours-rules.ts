import type { DayNumber } from '../lib/time-zone.js';
import { weekdayOf } from '../lib/time-zone.js';

/*
 * Which windows of working hours fit together. Pure: wall-clock minutes in, a fault or null out. Times are compared on the wall,
 * also across locations: where two locations lie in different zones, what meets in real time is kept apart by the calendar.
 */

const dayMinutes = 24 * 60;
const weekMinutes = 7 * dayMinutes;

/** A window of a date. An end at or before the start is on the next day (rule T2); 1440 is 24:00. */
export interface HoursWindow {
  locationId: number;
  startMinute: number;
  endMinute: number;
}

export interface WeeklyWindow extends HoursWindow {
  /** ISO weekday of the start: 1 is Monday. */
  weekday: number;
  /** Which of several weeks in turn, from 0. */
  week: number;
}

export interface WindowFault {
  /** Path of what is wrong: `windows.3`, `windows.3.locationId`. */
  field: string;
  message: string;
}

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/**
 * What is wrong with the windows of some weeks in turn, first the windows by themselves, then how they meet; null when nothing is.
 * The last week is followed by the first.
 */
export function faultOfWeeks(
  windows: readonly WeeklyWindow[],
  weeks: number,
  locationIds: ReadonlySet<number> | null,
): WindowFault | null {
  const beyond = windows.findIndex(({ week }) => week >= weeks);
  if (beyond >= 0)
    return { field: `windows.${beyond}.week`, message: `must be less than ${weeks}, the number of weeks` };
  const alone = faultOfEach(windows, locationIds);
  if (alone) return alone;
  return faultOfOverlap(
    windows.map((window) => ({
      from: window.week * weekMinutes + (window.weekday - 1) * dayMinutes + window.startMinute,
      length: lengthOf(window),
      words: `${weekdayNames[window.weekday - 1]} ${span(window)}`,
    })),
    weeks * weekMinutes,
  );
}

/** What is wrong with the windows of one date; null when nothing is. */
export function faultOfDay(windows: readonly HoursWindow[], locationIds: ReadonlySet<number>): WindowFault | null {
  const alone = faultOfEach(windows, locationIds);
  if (alone) return alone;
  return faultOfOverlap(
    windows.map((window) => ({ from: window.startMinute, length: lengthOf(window), words: span(window) })),
    Number.POSITIVE_INFINITY,
  );
}

/** Which of `weeks` weeks in turn a date lies in, from 0; `anchor` is a Monday of one number 0. Dates before it count backwards. */
export function weekIndexOf(anchor: DayNumber, weeks: number, day: DayNumber): number {
  const passed = Math.floor((day - anchor) / 7);
  return ((passed % weeks) + weeks) % weeks;
}

/** The Monday of a date's week. */
export const mondayOf = (day: DayNumber): DayNumber => day - weekdayOf(day) + 1;

/** Index of the period that holds on a date, of periods by their first date, of which the first holds since ever. */
export const periodOn = (periods: readonly { from: string | null }[], day: string): number =>
  periods.findLastIndex(({ from }) => from === null || from <= day);

/** `HH:MM` to minutes since 00:00; `24:00` is 1440. */
export function minuteOf(wallTime: string): number {
  return Number(wallTime.slice(0, 2)) * 60 + Number(wallTime.slice(3));
}

/** Minutes since 00:00 to `HH:MM`. */
export function wallTimeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** `locationIds` null: wherever it is, for hours that are over. */
function faultOfEach(windows: readonly HoursWindow[], locationIds: ReadonlySet<number> | null): WindowFault | null {
  for (const [index, { locationId, startMinute, endMinute }] of windows.entries()) {
    if (startMinute >= dayMinutes)
      return { field: `windows.${index}.start`, message: 'must be before 24:00; write 00:00 of the next day' };
    if (startMinute === endMinute)
      return { field: `windows.${index}.end`, message: 'must differ from the start; a whole day is 00:00 to 24:00' };
    if (locationIds && !locationIds.has(locationId))
      return { field: `windows.${index}.locationId`, message: 'must be a location of this provider' };
  }
  return null;
}

const lengthOf = ({ startMinute, endMinute }: HoursWindow): number =>
  endMinute > startMinute ? endMinute - startMinute : endMinute + dayMinutes - startMinute;

const span = (window: HoursWindow): string => `${wallTimeOf(window.startMinute)}–${wallTimeOf(window.endMinute)}`;

interface Stretch {
  from: number;
  length: number;
  words: string;
}

/**
 * Two windows of a circle meet when the way from one start forward to the other is shorter than the first. Of two that meet, the
 * one further down the list is named. No window is longer than a day, so a pair is enough to look at.
 */
function faultOfOverlap(stretches: readonly Stretch[], circle: number): WindowFault | null {
  for (const [index, later] of stretches.entries()) {
    for (const earlier of stretches.slice(0, index)) {
      if (ahead(earlier, later, circle) < earlier.length || ahead(later, earlier, circle) < later.length)
        return { field: `windows.${index}`, message: `overlaps ${earlier.words}` };
    }
  }
  return null;
}

function ahead(one: Stretch, other: Stretch, circle: number): number {
  const way = other.from - one.from;
  return way >= 0 ? way : way + circle;
}
