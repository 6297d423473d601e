import { dateFormat, numberFormat } from './formatters.js';

/*
 * Instants and dates as people read them; Intl alone. Instants are epoch milliseconds or `YYYY-MM-DDTHH:MM:SSZ`, dates
 * `YYYY-MM-DD`, zones IANA names.
 */

/** The browser's clock, read here alone. */
export const now = (): number => Date.now();

/** The visitor's own zone, as the browser tells it. */
export const visitorZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** A date without a time is midnight in UTC. */
const instantOf = (instant: number | string): Date => new Date(instant);

/** The date that a zone's calendar shows at an instant. */
export function dayAt(zone: string, instant: number | string): string {
  const parts = dateFormat('en', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const [month, day, year] = parts.format(instantOf(instant)).split('/');
  return `${year?.padStart(4, '0')}-${month}-${day}`;
}

const dayStyles = {
  /** Tuesday 4 August 2026 */
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** Tuesday 4 August */
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  /** Tue 4 Aug */
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  /** August 2026 */
  month: { month: 'long', year: 'numeric' },
  /** 4 */
  number: { day: 'numeric' },
  /** Tuesday */
  weekday: { weekday: 'long' },
  /** Tue */
  weekdayShort: { weekday: 'short' },
  /** 04/08/2026 */
  numeric: { day: '2-digit', month: '2-digit', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
export type DayStyle = keyof typeof dayStyles;

/** A date (or the date that a zone shows at an instant) in words. */
export const formatDay = (language: string, day: number | string, style: DayStyle, zone = 'UTC'): string =>
  dateFormat(language, { ...dayStyles[style], timeZone: zone }).format(instantOf(day));

const clock = { timeStyle: 'short' } as const;

/** The time of day that a zone shows: “9:30 am”, “09:30”. */
export const formatTime = (language: string, instant: number | string, zone: string): string =>
  dateFormat(language, { ...clock, timeZone: zone }).format(instantOf(instant));

/** “9:30 – 10:15”. */
export const formatTimeRange = (language: string, start: number | string, end: number | string, zone: string): string =>
  dateFormat(language, { ...clock, timeZone: zone }).formatRange(instantOf(start), instantOf(end));

/** Minutes as “45 min”, “1 hr 30 min”. */
export function formatMinutes(language: string, minutes: number): string {
  const unit = (value: number, name: 'hour' | 'minute') =>
    numberFormat(language, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  const hours = Math.floor(minutes / 60);
  return [hours && unit(hours, 'hour'), minutes % 60 && unit(minutes % 60, 'minute')].filter(Boolean).join(' ');
}

/** What a zone's clock is ahead of UTC at an instant, as Intl writes it: “GMT+1”. */
export const offsetName = (language: string, zone: string, instant: number | string): string =>
  dateFormat(language, { timeZone: zone, timeZoneName: 'shortOffset' })
    .formatToParts(instantOf(instant))
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone;

/** A zone by the place it is named after: “Lisbon”, “Azores”. */
export const zonePlace = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

/** Whether the clocks of two zones show the same at an instant. */
export const sameClock = (zone: string, other: string, instant: number | string): boolean =>
  zone === other || offsetName('en', zone, instant) === offsetName('en', other, instant);

/** morning ends at 12:00, afternoon at 17:00 on the zone's clock. */
export function partOfDay(instant: number | string, zone: string): 'morning' | 'afternoon' | 'evening' {
  const hour = Number(
    dateFormat('en', { hour: '2-digit', hourCycle: 'h23', timeZone: zone }).format(instantOf(instant)),
  );
  return hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening';
}
