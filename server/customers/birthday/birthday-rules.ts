import type { DayNumber } from '../../lib/time-zone.js';
import { DAY, formatDay, HOUR, instantOfWallTime, localDay, parseDay } from '../../lib/time-zone.js';

/*
 * Whose birthday it is, and whether it is time to say so. Somebody born on 29 February is greeted on 28 February in years without
 * one: on the last day of the month of their birth, as most keep it who weren't born then. Pure.
 */

/** The earliest and latest clocks on earth, ahead of UTC. */
const earliest = 14 * HOUR;
const latest = -12 * HOUR;

/** Nobody on file was born before (record/schema.ts). */
const firstBirthYear = 1880;

const yearOf = (date: string): number => Number(date.slice(0, 4));
const isLeap = (year: number): boolean => parseDay(`${year}-02-29`) !== null;

/** Whether somebody born on a date (`YYYY-MM-DD`) has a birthday on a day; the day of birth itself is none. */
export function isBirthday(birthDate: string, day: DayNumber): boolean {
  const date = formatDay(day);
  if (yearOf(birthDate) >= yearOf(date)) return false;
  const inLeapYears = birthDate.slice(5);
  const kept = inLeapYears === '02-29' && !isLeap(yearOf(date)) ? '02-28' : inLeapYears;
  return date.slice(5) === kept;
}

/** Whether a birth date is still to come everywhere: it is today as soon as the first clock on earth shows it. */
export const isFutureBirth = (birthDate: string, now: number): boolean =>
  birthDate > formatDay(Math.floor((now + earliest) / DAY));

/** Every date of birth that has its birthday on a day, the earliest first: at most 170. */
export function birthDatesOf(day: DayNumber): string[] {
  const date = formatDay(day);
  const monthDays = date.slice(5) === '02-28' && !isLeap(yearOf(date)) ? ['02-28', '02-29'] : [date.slice(5)];
  const found: string[] = [];
  for (let year = firstBirthYear; year < yearOf(date); year += 1)
    for (const monthDay of monthDays) if (parseDay(`${year}-${monthDay}`) !== null) found.push(`${year}-${monthDay}`);
  return found;
}

/** The days on which somebody may be greeted at this instant: where a clock shows the day, and the hour has come somewhere. */
export function daysToGreet(hour: number, now: number): DayNumber[] {
  const first = Math.floor((now + latest) / DAY);
  const last = Math.floor((now + earliest) / DAY);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).filter(
    (day) => now >= day * DAY + hour * HOUR - earliest,
  );
}

/** Whether to greet somebody now: their clock shows their birthday, and its hour has come. A late greeting is one of the same day. */
export function isToGreet(birthDate: string, zone: string, hour: number, day: DayNumber, now: number): boolean {
  return (
    isBirthday(birthDate, day) &&
    localDay(zone, now) === day &&
    now >= instantOfWallTime(zone, day, (hour * HOUR) / 60_000)
  );
}
