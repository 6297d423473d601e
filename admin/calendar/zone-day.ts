import { dayAt } from '../../widget/kit/dates.js';
import { addDays } from '../../widget/kit/days.js';
import { dateFormat } from '../../widget/kit/formatters.js';

/*
 * A date of a zone as real time: with Intl alone. Most have one piece of 24 hours; where the clock changes there are two, and the
 * date has 23 or 25 hours.
 */

export const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A stretch of a date during which the clock runs evenly. Instants in epoch milliseconds. */
export interface Piece {
  from: number;
  to: number;
  /** What the clock shows at `from`, in minutes from 00:00. */
  wall: number;
}

/** What the zone's clock shows, in minutes from the 00:00 of its date. */
export function wallMinute(zone: string, instant: number): number {
  const shown = dateFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(
    instant,
  );
  return Number(shown.slice(0, 2)) * 60 + Number(shown.slice(3, 5));
}

/** The first instant of a date in a zone. */
export function startOfDay(zone: string, day: string): number {
  // No clock is more than 14 hours from UTC; the hours around the first guess are looked through to the minute.
  let from = Date.parse(day) - 15 * HOUR;
  let to = Date.parse(day) + 15 * HOUR;
  while (to - from > MINUTE) {
    const middle = Math.floor((from + to) / 2 / MINUTE) * MINUTE;
    if (dayAt(zone, middle) < day) from = middle;
    else to = middle;
  }
  return to;
}

const known = new Map<string, readonly Piece[]>();

/** The pieces of a date in order. They leave no gap: the last ends where the next date begins. */
export function piecesOf(zone: string, day: string): readonly Piece[] {
  const key = `${zone} ${day}`;
  let pieces = known.get(key);
  if (!pieces) {
    pieces = cut(zone, startOfDay(zone, day), startOfDay(zone, addDays(day, 1)));
    known.set(key, pieces);
  }
  return pieces;
}

function cut(zone: string, from: number, to: number): Piece[] {
  const wall = wallMinute(zone, from);
  const isEven = (instant: number): boolean => wallMinute(zone, instant) === wall + (instant - from) / MINUTE;
  if (isEven(to - MINUTE)) return [{ from, to, wall }];
  let before = from;
  let after = to - MINUTE;
  while (after - before > MINUTE) {
    const middle = Math.floor((before + after) / 2 / MINUTE) * MINUTE;
    if (isEven(middle)) before = middle;
    else after = middle;
  }
  return [{ from, to: after, wall }, ...cut(zone, after, to)];
}

/** How long a date is in a zone, in minutes: 1440, or 1380 and 1500 where the clock changes by an hour. */
export const minutesOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { from, to }) => sum + (to - from) / MINUTE, 0);

/** The first instant of a date at which its clock shows so many minutes from 00:00, or more (rule T1). */
export function instantOn(zone: string, day: string, minute: number): number {
  const pieces = piecesOf(zone, day);
  const piece = pieces.find(({ from, to, wall }) => minute < wall + (to - from) / MINUTE) ?? pieces.at(-1);
  if (!piece) return startOfDay(zone, day);
  return piece.from + Math.max(0, minute - piece.wall) * MINUTE;
}
