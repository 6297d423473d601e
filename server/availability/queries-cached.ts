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
const chunk = 16 * DAY;
const mostChunksPerCalendar = 48;

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
  /** The version of each calendar by its resource, and the catalog's under 0. */
  calendars: ReadonlyMap<number, number>;
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
      if ((versions.get(0) ?? 0) === current.version) return { business: current.business, versions };
      if (tries > 5) {
        // A catalog that changes faster than it can be read is answered as it was a moment ago, and under the version that it
        // had then: the booking transaction sees that it has moved on.
        return { business: current.business, versions: versions.set(0, current.version) };
      }
      if (known === current) known = null;
    }
  }

  async function snapshot(): Promise<Snapshot> {
    const { business, versions } = await versionsNow();
    return {
      business,
      catalogVersion: versions.get(0) ?? 0,
      versions: [...versions.entries()].map(([id, version]) => `${id}:${version}`).join(),
      calendars: versions,
      taken: (resourceIds, from, to) => takenOf(resourceIds, versions, from, to),
    };
  }

  async function takenOf(
    resourceIds: readonly number[],
    versions: Map<number, number>,
    from: number,
    to: number,
  ): Promise<Map<number, Taken>> {
    const first = Math.floor(from / chunk);
    const last = Math.floor((to - 1) / chunk);
    const indexes = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
    // What is there is taken now: while the rest is read, other questions may push it out or replace it by newer.
    const pieces = new Map(resourceIds.map((id) => [id, piecesOf(calendarOf(id, versions.get(id) ?? 0), indexes)]));
    const missing = resourceIds.filter((id) => !pieces.get(id)?.every((piece) => piece !== undefined));
    if (missing.length > 0) {
      // One read for the whole range: after a change it is one calendar whose chunks are all gone.
      const read = await readTaken(db, missing, first * chunk, (last + 1) * chunk);
      for (const [id, taken] of read) {
        const own = indexes.map((index) => pieceOf(taken, index));
        pieces.set(id, own);
        const calendar = calendarOf(id, versions.get(id) ?? 0);
        for (const [place, index] of indexes.entries()) keep(calendar, index, own[place] as Taken);
      }
    }
    return new Map([...pieces].map(([id, own]) => [id, joined(own as Taken[], first)]));
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

const piecesOf = (calendar: Calendar, indexes: readonly number[]): (Taken | undefined)[] =>
  indexes.map((index) => calendar.chunks.get(index));

/** What of a longer read meets a chunk. */
function pieceOf({ busy, absences }: Taken, index: number): Taken {
  const from = index * chunk;
  const meets = (span: Span): boolean => span.from < from + chunk && span.to > from;
  return { busy: busy.filter(meets), absences: absences.filter(meets) };
}

/** Chunks in one piece, from the one numbered `first` on. What lasts over a chunk's edge stands in both and is taken once. */
function joined(pieces: readonly Taken[], first: number): Taken {
  if (pieces.length === 1) return pieces[0] as Taken;
  const busy: Busy[] = [];
  const absences: Span[] = [];
  for (const [place, piece] of pieces.entries()) {
    const edge = (first + place) * chunk;
    for (const one of piece.busy) if (place === 0 || one.from >= edge) busy.push(one);
    absences.push(...piece.absences);
  }
  return { busy, absences };
}

function keep(calendar: Calendar, index: number, piece: Taken): void {
  if (calendar.chunks.size >= mostChunksPerCalendar) forgetFarthest(calendar, index);
  calendar.chunks.set(index, piece);
}

function forgetFarthest(calendar: Calendar, index: number): void {
  const farthest = [...calendar.chunks.keys()].sort(
    (left, right) => Math.abs(right - index) - Math.abs(left - index),
  )[0];
  if (farthest !== undefined) calendar.chunks.delete(farthest);
}
