import type { DayNumber } from '../lib/time-zone.js';
import { formatDay, instantOfWallTime, parseDay, weekdayOf } from '../lib/time-zone.js';
import type { LocationKey } from './house.js';
import { demoZone } from './house.js';
import type { ProviderKey } from './team.js';

/** What interrupts the weekly hours of the demo, counted from today. */
export interface TimeOff {
  specialDays: { provider: ProviderKey; day: DayNumber; location: LocationKey; windows: string[]; note: string }[];
  absences: { provider: ProviderKey; startsAt: number; endsAt: number; note: string }[];
  closures: { location: LocationKey | null; firstDay: DayNumber; lastDay: DayNumber; name: string }[];
}

const [monday, tuesday, wednesday, friday] = [1, 2, 3, 5] as const;
/** How far back the demo's history reaches, in days: fourteen months. */
export const oldestDay = 425;

/** Everybody named works on that weekday at that place (team.ts), so that each of these can be seen. */
export function timeOffAround(today: DayNumber): TimeOff {
  const holiday = weekdayOnOrAfter(monday, today + 15);
  const dentist = weekdayOnOrAfter(monday, today + 4);
  const flu = weekdayOnOrAfter(wednesday, today - 24);
  const paint = weekdayOnOrAfter(tuesday, today + 11);
  return {
    specialDays: [
      {
        ...{ provider: 'ines', location: 'lisbon', day: weekdayOnOrAfter(tuesday, today + 8) },
        ...{ windows: ['09:30-13:00'], note: 'Colour course in the afternoon' },
      },
      {
        ...{ provider: 'tomas', location: 'lisbon', day: weekdayOnOrAfter(friday, today + 6) },
        ...{ windows: [], note: 'Day off: runs a half-marathon' },
      },
    ],
    absences: [
      { provider: 'ana', startsAt: at(holiday, 0), endsAt: at(holiday + 7, 0), note: 'Holiday' },
      { provider: 'rui', startsAt: at(dentist, 9 * 60), endsAt: at(dentist, 11 * 60 + 30), note: 'Dentist' },
      { provider: 'lucia', startsAt: at(flu, 0), endsAt: at(flu + 2, 0), note: 'Ill' },
    ],
    closures: [
      ...publicHolidays(today - oldestDay, today + 365),
      { location: 'azores', firstDay: paint, lastDay: paint + 1, name: 'Treatment rooms repainted' },
    ],
  };
}

/** The Portuguese public holidays on which Maré stays closed. */
function publicHolidays(from: DayNumber, to: DayNumber): TimeOff['closures'] {
  const names = { '01-01': 'New Year’s Day', '12-01': 'Restoration of Independence', '12-25': 'Christmas Day' };
  const found: TimeOff['closures'] = [];
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    for (const [date, name] of Object.entries(names)) {
      const day = parseDay(`${year}-${date}`) ?? 0;
      if (day >= from && day <= to) found.push({ location: null, firstDay: day, lastDay: day, name });
    }
  }
  return found;
}

const yearOf = (day: DayNumber): number => Number(formatDay(day).slice(0, 4));
const at = (day: DayNumber, minute: number): number => instantOfWallTime(demoZone, day, minute);

/** The first day with an ISO weekday that is not before a day. */
const weekdayOnOrAfter = (weekday: number, day: DayNumber): DayNumber => day + ((weekday - weekdayOf(day) + 7) % 7);
