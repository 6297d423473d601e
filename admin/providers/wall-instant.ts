import { MINUTE, piecesOf } from '../calendar/zone-day.js';

/**
 * The first instant (epoch ms) at which a zone's clock shows a date's wall time or later (rule T1): in a gap the transition, in a
 * fold the earlier. `minute` counts from 00:00; 1440 is the end of the date.
 */
export function instantOfWall(zone: string, day: string, minute: number): number {
  const pieces = piecesOf(zone, day);
  for (const { from, to, wall } of pieces) {
    if (minute < wall + (to - from) / MINUTE) return from + Math.max(0, minute - wall) * MINUTE;
  }
  return pieces.at(-1)?.to ?? Date.parse(day);
}

/** As the server takes it. */
export const instantText = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;
