import type { Db, Tx } from '../db/connect.js';
import { parseDay } from '../lib/time-zone.js';
import type { Business, ExtraRule, ProviderRule, ServiceRule } from './business.js';
import { readHours } from './queries-hours.js';

/** The versions that say whether what was computed still holds: the catalog's under 0, and each calendar's under its resource. */
export async function readVersions(db: Db | Tx, resourceIds: readonly number[]): Promise<Map<number, number>> {
  const marks = resourceIds.map(() => '?').join(',');
  const calendars =
    resourceIds.length > 0
      ? ` UNION ALL SELECT resource_id, version FROM calendars WHERE resource_id IN (${marks})`
      : '';
  const answer = await db.raw(`SELECT 0 AS resource_id, version FROM versions WHERE name = 'catalog'${calendars}`, [
    ...resourceIds,
  ]);
  // A union of a literal and a BIGINT comes back from MySQL as decimal text.
  return new Map(
    rowsOf<{ resource_id: number | string; version: number | string }>(answer).map((row) => [
      Number(row.resource_id),
      Number(row.version),
    ]),
  );
}

/** mysql2 answers [rows, fields] to raw statements, SQLite the rows. */
const rowsOf = <Found>(answer: unknown): Found[] =>
  (Array.isArray((answer as unknown[])[0]) ? (answer as Found[][])[0] : answer) as Found[];

interface ServiceRow extends Omit<ServiceRule, 'active' | 'bookable' | 'needsApproval'> {
  needsApproval: number;
  status: string;
  visibility: string;
}

/** Everything that availability knows of the business but what is booked. */
export async function readBusiness(db: Db | Tx): Promise<Business> {
  const services = (await db('services').select({
    id: 'id',
    name: 'name',
    cancelNoticeMinutes: 'cancel_notice_minutes',
    durationMinutes: 'duration_minutes',
    stepMinutes: 'step_minutes',
    priceMinor: 'price_minor',
    currency: 'currency',
    bufferBeforeMinutes: 'buffer_before_minutes',
    bufferAfterMinutes: 'buffer_after_minutes',
    capacity: 'capacity',
    leadMinutes: 'lead_minutes',
    horizonDays: 'horizon_days',
    needsApproval: 'needs_approval',
    status: 'status',
    visibility: 'visibility',
  })) as ServiceRow[];
  const locations = await db('locations')
    .where({ status: 'active' })
    .orderBy(['position', 'id'])
    .select('id', 'time_zone', 'name', 'address');
  const closures = await db('closures').select('location_id', 'first_day', 'last_day');
  return {
    services: new Map(
      services.map(({ status, visibility, needsApproval, ...rule }) => [
        rule.id,
        {
          ...rule,
          needsApproval: Boolean(needsApproval),
          active: status === 'active',
          bookable: status === 'active' && visibility === 'visible',
        },
      ]),
    ),
    extras: await readExtraRules(db),
    providers: await readProviders(db),
    locations: new Map(
      locations.map((row: { id: number; time_zone: string; name: string; address: string }) => [
        row.id,
        { zone: row.time_zone, name: row.name, address: row.address },
      ]),
    ),
    closures: closures.map((row: { location_id: number | null; first_day: string; last_day: string }) => ({
      locationId: row.location_id,
      firstDay: parseDay(row.first_day) ?? 0,
      lastDay: parseDay(row.last_day) ?? 0,
    })),
  };
}

async function readExtraRules(db: Db | Tx): Promise<Map<number, ExtraRule>> {
  const extras: Omit<ExtraRule, 'services'>[] = await db('extras').select({
    id: 'id',
    name: 'name',
    priceMinor: 'price_minor',
    currency: 'currency',
    minutes: 'minutes',
    most: 'most',
  });
  const lines: { extra_id: number; service_id: number }[] = await db('extra_services').select('extra_id', 'service_id');
  return new Map(
    extras.map((extra) => [
      extra.id,
      {
        ...extra,
        services: new Set(lines.filter((line) => line.extra_id === extra.id).map((line) => line.service_id)),
      },
    ]),
  );
}

async function readProviders(db: Db | Tx): Promise<ProviderRule[]> {
  const providers = await db('providers')
    .where({ status: 'active' })
    .orderBy(['position', 'id'])
    .select('id', 'resource_id', 'name');
  const locations = await db('provider_locations').select('provider_id', 'location_id');
  const services = await db('provider_services').select('provider_id', 'service_id', 'price_minor', 'duration_minutes');
  const hours = await readHours(db);
  return providers.map(({ id, resource_id, name }: { id: number; resource_id: number; name: string }) => {
    const own = <Row extends { provider_id: number }>(rows: Row[]): Row[] =>
      rows.filter((row) => row.provider_id === id);
    return {
      id,
      name,
      resourceId: resource_id,
      locations: new Set<number>(own(locations).map((row) => row.location_id)),
      services: new Map(
        own(services).map((row) => [
          row.service_id,
          { priceMinor: row.price_minor, durationMinutes: row.duration_minutes },
        ]),
      ),
      hours: hours.get(id) ?? { weekly: [], specialDays: new Map() },
    };
  });
}
