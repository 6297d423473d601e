import { Temporal } from 'temporal-polyfill';

/** A calendar date as days since 1970-01-01. Dates in the API are `YYYY-MM-DD`; arithmetic is on this number. */
export type DayNumber = number;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** `YYYY-MM-DD` to a day number; null when it is not a date of the calendar. */
export function parseDay(text: string): DayNumber | null {
  if (!dayPattern.test(text)) return null;
  const instant = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(instant)) return null;
  return formatDay(instant / DAY) === text ? instant / DAY : null;
}

/** A day number to `YYYY-MM-DD`. */
export const formatDay = (day: DayNumber): string => new Date(day * DAY).toISOString().slice(0, 10);

/** ISO weekday of a day: 1 is Monday, 7 is Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: DayNumber): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** An instant as `YYYY-MM-DDTHH:MM:SSZ`, without the milliseconds that no appointment has. */
export const formatInstant = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;

const zoneShape = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,2}$/;

/**
 * The name of a time zone as the IANA database spells it, whatever its case, or null when there is none of that name (ATTACKS S65).
 * Offsets such as `+02:00` are refused: they are no zones and know no clock changes.
 */
export function canonicalTimeZone(name: string): string | null {
  if (name.length > 64 || !zoneShape.test(name)) return null;
  let known = zoneNames.get(name);
  if (known === undefined) {
    known = resolveZone(name);
    if (zoneNames.size >= mostZoneNames) zoneNames.clear();
    zoneNames.set(name, known);
  }
  return known;
}

// Resolving costs a quarter of a millisecond; there are some 600 names, and callers may try more.
const zoneNames = new Map<string, string | null>();
const mostZoneNames = 2000;

function resolveZone(name: string): string | null {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return null;
  }
}

/** What the clock of `zone` is ahead of UTC at an instant, in milliseconds. */
export function offsetAt(zone: string, instant: number): number {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
}

interface ZoneDay {
  /** The first instant at which the zone shows this date's 00:00 or later. */
  start: number;
  /** No clock change falls into this date: wall minutes are elapsed minutes. */
  even: boolean;
}

const zoneDays = new Map<string, Map<DayNumber, ZoneDay>>();
const cachedDaysPerZone = 4000;

/**
 * Rule T1: the first instant (epoch ms) at which the clock of `zone` shows the date's wall time or later. `minute` counts from
 * the date's 00:00 and may reach into the days after (1440 is 24:00). In a gap that is the transition, in a fold the earlier.
 */
export function instantOfWallTime(zone: string, day: DayNumber, minute: number): number {
  const onDay = day + Math.floor(minute / 1440);
  const ofDay = minute - (onDay - day) * 1440;
  const known = zoneDay(zone, onDay);
  if (known.even || ofDay === 0) return known.start + ofDay * MINUTE;
  return exactInstant(zone, onDay, ofDay);
}

/** The date that the clock of `zone` shows at an instant. */
export function localDay(zone: string, instant: number): DayNumber {
  let day = Math.floor(instant / DAY);
  while (zoneDay(zone, day).start > instant) day -= 1;
  while (zoneDay(zone, day + 1).start <= instant) day += 1;
  // Where a clock goes back over midnight, the date before comes a second time: St. John’s did so until 2011.
  return zoneDay(zone, day).even ? day : Math.floor((instant + offsetAt(zone, instant)) / DAY);
}

function zoneDay(zone: string, day: DayNumber): ZoneDay {
  let days = zoneDays.get(zone);
  if (!days) {
    days = new Map();
    zoneDays.set(zone, days);
  }
  const known = days.get(day);
  if (known) return known;
  if (days.size > cachedDaysPerZone) days.clear();
  const start = exactInstant(zone, day, 0);
  const end = exactInstant(zone, day + 1, 0);
  const even =
    end - start === DAY && offsetAt(zone, start) === offsetAt(zone, end) && start + offsetAt(zone, start) === day * DAY;
  const found = { start, even };
  days.set(day, found);
  return found;
}

function exactInstant(zone: string, day: DayNumber, minute: number): number {
  const wall = Temporal.PlainDate.from(formatDay(day)).toPlainDateTime({
    hour: Math.floor(minute / 60),
    minute: minute % 60,
  });
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (earlier.toPlainDateTime().equals(wall)) return earlier.epochMilliseconds;
  // In a gap the earlier reading lies before the transition; the next one is it.
  const transition = earlier.getTimeZoneTransition('next');
  if (!transition) throw new RangeError(`no transition explains the gap at ${wall} in ${zone}`);
  return transition.epochMilliseconds;
}
