import { addDays, addMonths, monthOf, sameDayIn, weekdayOf } from './days.js';

/**
 * Where a key moves the cursor of a date grid (APG, date picker dialog), or null when the key means nothing there.
 * `weekStart`: 1 Monday … 7 Sunday.
 */
export function dayForKey(
  key: string,
  shift: boolean,
  day: string,
  weekStart: number,
  rightToLeft: boolean,
): string | null {
  const forward = rightToLeft ? -1 : 1;
  const intoWeek = (weekdayOf(day) - weekStart + 7) % 7;
  const days: Record<string, number> = {
    ArrowRight: forward,
    ArrowLeft: -forward,
    ArrowDown: 7,
    ArrowUp: -7,
    Home: -intoWeek,
    End: 6 - intoWeek,
  };
  const months: Record<string, number> = { PageDown: 1, PageUp: -1 };
  if (key in days) return addDays(day, days[key]!);
  if (key in months) return sameDayIn(addMonths(monthOf(day), months[key]! * (shift ? 12 : 1)), day);
  return null;
}
