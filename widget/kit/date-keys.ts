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
  const byMonths = (count: number) => sameDayIn(addMonths(monthOf(day), shift ? count * 12 : count), day);
  switch (key) {
    case 'ArrowRight':
      return addDays(day, forward);
    case 'ArrowLeft':
      return addDays(day, -forward);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'Home':
      return addDays(day, -intoWeek);
    case 'End':
      return addDays(day, 6 - intoWeek);
    case 'PageDown':
      return byMonths(1);
    case 'PageUp':
      return byMonths(-1);
    default:
      return null;
  }
}
