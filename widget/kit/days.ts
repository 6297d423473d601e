/*
 * Calendar arithmetic on dates written `YYYY-MM-DD` and months written `YYYY-MM`. No zone is in it: a date is a date.
 */

const DAY = 86_400_000;
// A date without a time is midnight in UTC (ECMA-262, Date.parse).
const utc = (day: string): number => Date.parse(day);
const text = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** Whether `text` is a date that exists, written `YYYY-MM-DD`. */
export const isDay = (value: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(utc(value)) && text(utc(value)) === value;

export const addDays = (day: string, count: number): string => text(utc(day) + count * DAY);

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string): number => new Date(utc(day)).getUTCDay() || 7;

export const monthOf = (day: string): string => day.slice(0, 7);
export const firstOf = (month: string): string => `${month}-01`;
export const lastOf = (month: string): string => addDays(firstOf(addMonths(month, 1)), -1);

export function addMonths(month: string, count: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return text(Date.UTC(year, number - 1 + count, 1)).slice(0, 7);
}

/** The same day of another month, or its last day where it has fewer. */
export function sameDayIn(month: string, day: string): string {
  const last = lastOf(month);
  const same = month + day.slice(7);
  return same < last ? same : last;
}

/** The weeks of a month, each of seven days; null stands for days of the neighbours. `weekStart`: 1 Monday … 7 Sunday. */
export function weeksOf(month: string, weekStart: number): (string | null)[][] {
  const before = (weekdayOf(firstOf(month)) - weekStart + 7) % 7;
  const first = addDays(firstOf(month), -before);
  const count = Math.ceil((before + Number(lastOf(month).slice(8))) / 7);
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (_, index) => {
      const day = addDays(first, week * 7 + index);
      return monthOf(day) === month ? day : null;
    }),
  );
}
