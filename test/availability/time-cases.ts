import { readFileSync } from 'node:fs';

/** One exact case: hours, what is busy, what is asked, and every start that must be answered. */
export interface TimeCase {
  id: string;
  why: string;
  zone: string;
  display_zone?: string;
  weekly_hours: Record<string, [string, string][]>;
  from: string;
  to: string;
  duration: number;
  step: number;
  buffer_before: number;
  buffer_after: number;
  lead: number;
  now: string;
  busy: [string, string][];
  expected: string[];
}

export const timeCases = (
  JSON.parse(readFileSync(new URL('./cases/time-cases.json', import.meta.url), 'utf8')) as { cases: TimeCase[] }
).cases;

/** `HH:MM` as minutes of the day. */
export const minuteOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** The hours of a case as weekly windows. */
export const windowsOf = (
  { weekly_hours }: TimeCase,
  locationId: number,
): { weekday: number; locationId: number; start: number; end: number }[] =>
  Object.entries(weekly_hours).flatMap(([weekday, windows]) =>
    windows.map(([start, end]) => ({
      weekday: Number(weekday),
      locationId,
      start: minuteOf(start),
      end: minuteOf(end),
    })),
  );
