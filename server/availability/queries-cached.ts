import type { Db } from '../db/connect.js';
import { DAY } from '../lib/time-zone.js';
import type { Business, Taken } from './business.js';
import type { Busy } from './diary.js';
import type { Span } from './intervals.js';
import { readBusiness, readVersions } from './queries-business.js';
import { readTaken } from './queries-taken.js';

/*
 * What this process knows of the business and of its calendars, held for as long as the versions say that it is still so. One
 * cheap read of versions answers that for all of it (DESIGN, section 4); a booking makes one calendar be read again, not all.
 */

/** Busy times are kept in chunks of this length, so that the same chunk serves every question that touches it. */
const chunk = 32 * DAY;
const mostChunksPerCalendar = 24;

interface Calendar {
  version: number;
  chunks: Map<number, Taken>;
}

export interface Snapshot {
  business: Business;
  /** Changes with services, providers, locations, hours and closures. */
  catalogVersion: number;
  /** Changes whenever anything changes that availability is computed from. */
  versions: string;
  /** The busy times of these resources that may meet [from, to). */
  taken(resourceIds: readonly number[], from: number, to: number): Promise<Map<number, Taken>>;
}

export interface CalendarCache {
  /** The state as the versions say it is now. */
  snapshot(): Promise<Snapshot>;
  /** The business as last seen, without asking whether it changed: for whoever checks that under a lock. */
  lastSeen(): Promise<Pick<Snapshot, 'business' | 'catalogVersion'>>;
}

export function createCalendarCache(db: Db): CalendarCache {
  let known: { business: Business; version: number; resourceIds: number[] } | null = null;
  const calendars = new Map<number, Calendar>();

  async function versionsNow(): Promise<{ business: Business; versions: Map<number, number> }> {
    for (let tries = 1; ; tries += 1) {
      known ??= await readAll(db);
      const current = known;
      const versions = await readVersions(db, current.resourceIds);
      // A catalog that changes faster than it can be read is answered as it was a moment ago: the booking checks again.
      if ((versions.get(0) ?? 0) === current.version || tries > 5) return { business: current.business, versions };
      if (known === current) known = null;
    }
  }

  async function snapshot(): Promise<Snapshot> {
    const { business, versions } = await versionsNow();
    return {
      business,
      catalogVersion: versions.get(0) ?? 0,
      versions: [...versions.entries()].map(([id, version]) => `${id}:${version}`).join(),
      taken: (resourceIds, from, to) => takenOf(resourceIds, versions, from, to),
    };
  }

  async function takenOf(
    resourceIds: readonly number[],
    versions: Map<number, number>,
    from: number,
    to: number,
  ): Promise<Map<number, Taken>> {
    // Resolved once: a newer reader may replace what the map holds while this one waits.
    const own = new Map(resourceIds.map((id) => [id, calendarOf(id, versions.get(id) ?? 0)]));
    const first = Math.floor(from / chunk);
    const last = Math.floor((to - 1) / chunk);
    const indexes = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
    const missing = resourceIds.filter((id) => indexes.some((index) => !own.get(id)?.chunks.has(index)));
    if (missing.length > 0) {
      // One read for the whole range: after a change it is one calendar whose chunks are all gone.
      const read = await readTaken(db, missing, first * chunk, (last + 1) * chunk);
      for (const [id, taken] of read) for (const index of indexes) keep(own.get(id), index, taken);
    }
    return new Map([...own].map(([id, calendar]) => [id, joined(calendar, first, last)]));
  }

  function calendarOf(resourceId: number, version: number): Calendar {
    const held = calendars.get(resourceId);
    if (held?.version === version) return held;
    // A reader that is a little behind must not take the newer away; it gets one of its own.
    const fresh = { version, chunks: new Map<number, Taken>() };
    if (!held || held.version < version) calendars.set(resourceId, fresh);
    return fresh;
  }

  async function lastSeen(): Promise<Pick<Snapshot, 'business' | 'catalogVersion'>> {
    known ??= await readAll(db);
    return { business: known.business, catalogVersion: known.version };
  }

  return { snapshot, lastSeen };
}

async function readAll(db: Db): Promise<{ business: Business; version: number; resourceIds: number[] }> {
  // The version first: what is read after it is at least as new.
  const version = (await readVersions(db, [])).get(0) ?? 0;
  const business = await readBusiness(db);
  return { business, version, resourceIds: business.providers.map((provider) => provider.resourceId) };
}

/** Chunks in one piece. What lasts over a chunk's edge stands in both and is taken once. */
function joined(calendar: Calendar, first: number, last: number): Taken {
  if (first === last) return calendar.chunks.get(first) ?? { busy: [], absences: [] };
  const busy: Busy[] = [];
  const absences: Span[] = [];
  for (let index = first; index <= last; index += 1) {
    const part = calendar.chunks.get(index);
    const edge = index * chunk;
    for (const one of part?.busy ?? []) if (index === first || one.from >= edge) busy.push(one);
    absences.push(...(part?.absences ?? []));
  }
  return { busy, absences };
}

/** Puts what meets a chunk into its place. */
function keep(calendar: Calendar | undefined, index: number, { busy, absences }: Taken): void {
  if (!calendar) return;
  const from = index * chunk;
  const meets = (span: Span): boolean => span.from < from + chunk && span.to > from;
  if (calendar.chunks.size >= mostChunksPerCalendar) forgetFarthest(calendar, index);
  calendar.chunks.set(index, { busy: busy.filter(meets), absences: absences.filter(meets) });
}

function forgetFarthest(calendar: Calendar, index: number): void {
  const farthest = [...calendar.chunks.keys()].sort(
    (left, right) => Math.abs(right - index) - Math.abs(left - index),
  )[0];
  if (farthest !== undefined) calendar.chunks.delete(farthest);
}
