import type { Piece } from './zone-day.js';
import { MINUTE } from './zone-day.js';

/*
 * The time axis that the columns of a calendar share. It counts in minutes from its top. Where all columns are of one date, it is as
 * long as that date is: 23 hours, 24 or 25. Where dates stand side by side and one of them has an hour twice, the axis has it twice
 * as well, and the others have nothing there.
 */

/** A stretch of the axis on which the clock runs evenly. */
export interface Section {
  /** Minutes from the top of the axis. */
  top: number;
  /** What the clock shows from its beginning to its end, in minutes from 00:00. */
  wallFrom: number;
  wallTo: number;
}

export interface Axis {
  sections: readonly Section[];
  /** In minutes. */
  length: number;
}

const wallEnd = ({ from, to, wall }: Piece): number => wall + (to - from) / MINUTE;

/** The axis for dates side by side, each given as its pieces. */
export function axisOf(days: readonly (readonly Piece[])[]): Axis {
  const [first] = days;
  // Dates of the same pieces need no compromise: also where one date stands there several times.
  const spans = first && days.every((day) => shapeOf(day) === shapeOf(first)) ? spansOf(first) : unionOf(days);
  let length = 0;
  const sections = spans.map(([wallFrom, wallTo]) => {
    const section = { top: length, wallFrom, wallTo };
    length += wallTo - wallFrom;
    return section;
  });
  return { sections, length };
}

const spansOf = (pieces: readonly Piece[]): [number, number][] => pieces.map((piece) => [piece.wall, wallEnd(piece)]);
const shapeOf = (pieces: readonly Piece[]): string => JSON.stringify(spansOf(pieces));

/** A whole day, with each hour that comes twice on one of the dates inserted after its first time. */
function unionOf(days: readonly (readonly Piece[])[]): [number, number][] {
  const spans: [number, number][] = [[0, 1440]];
  for (const pieces of days)
    for (const [index, piece] of pieces.entries()) {
      const before = pieces[index - 1];
      const last = spans.at(-1) as [number, number];
      if (!before || piece.wall >= wallEnd(before) || wallEnd(before) <= last[0]) continue;
      spans.splice(-1, 1, [last[0], wallEnd(before)], [piece.wall, 1440]);
    }
  return spans;
}

/** Where an instant of a date lies on the axis; one outside the date at its nearer end. */
export function topOf(axis: Axis, pieces: readonly Piece[], instant: number): number {
  const found = pieces.findIndex(({ to }) => instant < to);
  const index = found === -1 ? pieces.length - 1 : found;
  const piece = pieces[index] as Piece;
  const within = Math.min(Math.max(instant, piece.from), piece.to);
  const wall = piece.wall + (within - piece.from) / MINUTE;
  const section = sectionOf(axis, pieces, index, wall);
  return section.top + Math.min(wall, section.wallTo) - section.wallFrom;
}

/** The second of two equal hours has a section that begins with it; everything else lies in the first that has room for it. */
function sectionOf({ sections }: Axis, pieces: readonly Piece[], index: number, wall: number): Section {
  const piece = pieces[index] as Piece;
  const before = pieces[index - 1];
  const isRepeated = before !== undefined && piece.wall < wallEnd(before);
  const after = isRepeated ? sections.findIndex(({ wallFrom }, at) => at > 0 && wallFrom === piece.wall) : 0;
  return sections.slice(Math.max(0, after)).find(({ wallTo }) => wall < wallTo) ?? (sections.at(-1) as Section);
}

/** The instant of a date at a place of the axis; null where the date has no such time. */
export function instantAt(axis: Axis, pieces: readonly Piece[], top: number): number | null {
  const section = [...axis.sections].reverse().find((one) => one.top <= top);
  if (!section) return null;
  const wall = section.wallFrom + top - section.top;
  for (const piece of pieces) {
    if (wall < piece.wall || wall >= wallEnd(piece)) continue;
    const instant = piece.from + (wall - piece.wall) * MINUTE;
    if (Math.abs(topOf(axis, pieces, instant) - top) < 1) return instant;
  }
  return null;
}

/** Stretches of the axis that a date has no time for: a skipped hour, or one that another date has twice. */
export function voidsOf(axis: Axis, pieces: readonly Piece[]): { top: number; length: number }[] {
  const step = 15;
  const voids: { top: number; length: number }[] = [];
  for (let top = 0; top < axis.length; top += step) {
    if (instantAt(axis, pieces, top) !== null) continue;
    const last = voids.at(-1);
    if (last && last.top + last.length === top) last.length += step;
    else voids.push({ top, length: step });
  }
  return voids;
}

/** The full hours of the axis; `again` where the clock shows one for the second time. */
export function hoursOf({ sections }: Axis): { top: number; minute: number; again: boolean }[] {
  return sections.flatMap(({ top, wallFrom, wallTo }, index) => {
    const before = sections[index - 1];
    const hours = [];
    for (let minute = Math.ceil(wallFrom / 60) * 60; minute < wallTo; minute += 60)
      hours.push({ top: top + minute - wallFrom, minute, again: before !== undefined && minute < before.wallTo });
    return hours;
  });
}
