import type { Business } from '../availability/business.js';
import { daysToInstants, zoneOf } from '../availability/business.js';
import type { Span } from '../availability/intervals.js';
import { closedAt, windowsAt } from '../availability/working-hours.js';
import type { Db } from '../db/connect.js';
import type { Prepared } from '../lib/endpoint.js';
import { formatInstant, parseDay } from '../lib/time-zone.js';
import type { CalendarQuery } from './calendar-queries.js';
import { readAbsences, readEvents } from './calendar-queries.js';
import type { CalendarView } from './calendar-schema.js';
import type { BookingDeps } from './deps.js';

/**
 * What the calendar draws for local days `from` to `to`: seven statements and one look at the cached business, however many
 * appointments there are. Ready as JSON, since cutting thousands of events to a schema takes longer than reading them.
 */
export async function readCalendar(
  { db, snapshot }: Pick<BookingDeps, 'db' | 'snapshot'>,
  { from, to, ...query }: CalendarQuery & { from: string; to: string },
): Promise<Prepared> {
  const { business } = await snapshot();
  const [first] = business.locations.keys();
  const asked = query.location !== undefined && business.locations.has(query.location) ? query.location : first;
  const timezone = zoneOf(business, asked ?? 0);
  const range = daysToInstants(timezone, parseDay(from) ?? 0, parseDay(to) ?? 0);
  const [{ events, cut }, absences, names] = await Promise.all([
    readEvents(db, range, query),
    readAbsences(db, range, query.scope),
    readNames(db),
  ]);
  const used = new Set(events.map(({ provider }) => provider));
  const mayBeSeen = (id: number): boolean => query.scope === 'all' || query.scope.providerId === id;
  const view: CalendarView = {
    timezone,
    locations: [...business.locations].map(([id, { name, zone }]) => ({ id, name, timeZone: zone })),
    services: names.services,
    providers: names.providers
      .filter(({ id, status }) => mayBeSeen(id) && (status === 'active' || used.has(id)))
      .map(({ id, name }) => ({
        id,
        name,
        windows: windowsOf(business, id, query.location, range),
        absences: (absences.get(id) ?? []).map(spanJson),
      })),
    closures: closuresOf(business, range, timezone),
    events,
    cut,
  };
  return { json: Buffer.from(JSON.stringify(view)) };
}

const spanJson = ({ from, to }: Span) => ({ start: formatInstant(from), end: formatInstant(to) });

function windowsOf(business: Business, providerId: number, locationId: number | undefined, range: Span) {
  const provider = business.providers.find(({ id }) => id === providerId);
  if (!provider) return [];
  return [...provider.locations]
    .filter((id) => business.locations.has(id) && (locationId === undefined || id === locationId))
    .flatMap((id) =>
      windowsAt(provider.hours, id, zoneOf(business, id), range.from, range.to).map((span) => ({
        location: id,
        ...spanJson(span),
      })),
    );
}

/** Each closure as it falls at each of its locations; those of the whole business once, on the clock of the calendar. */
function closuresOf(business: Business, range: Span, timezone: string): CalendarView['closures'] {
  const locations = [...business.locations.keys()];
  return business.closures.flatMap((closure) => {
    const zone = closure.locationId === null ? timezone : zoneOf(business, closure.locationId);
    if (closure.locationId !== null && !locations.includes(closure.locationId)) return [];
    return closedAt([closure], closure.locationId ?? locations[0] ?? 0, zone, range.from, range.to)
      .filter(({ from, to }) => from < range.to && to > range.from)
      .map((span) => ({ location: closure.locationId, ...spanJson(span) }));
  });
}

interface Names {
  providers: { id: number; name: string; status: string }[];
  services: CalendarView['services'];
}

async function readNames(db: Db): Promise<Names> {
  const [providers, services] = await Promise.all([
    db('providers').orderBy(['position', 'id']).select('id', 'name', 'status'),
    db('services').orderBy(['position', 'id']).select('id', 'name', 'colour'),
  ]);
  return { providers, services };
}
