import type { RecordAudit } from '../audit/record.js';
import { refreshVisits } from '../customers/record/visits.js';
import type { Db, Tx } from '../db/connect.js';
import type { Row } from '../db/rows.js';
import { isDuplicate, transact } from '../db/transact.js';
import { bumpCatalog } from '../db/versions.js';
import type { Clock } from '../lib/clock.js';
import { sha256 } from '../lib/ids.js';
import type { SettingName, Settings } from '../settings/values.js';
import { bookingRows } from './booking-rows.js';
import type { Rows } from './catalog-rows.js';
import { catalogRows } from './catalog-rows.js';
import { demoSettings } from './house.js';
import { noteRows } from './notes.js';
import type { DemoPlan } from './plan.js';
import { planDemo } from './plan.js';
import { seeded } from './seeded.js';
import { demoProviders, providerId } from './team.js';
import { trailRows } from './trail.js';

export interface DemoDeps {
  db: Db;
  clock: Clock;
  record: RecordAudit;
  writeSetting<Name extends SettingName>(tx: Tx, name: Name, value: Settings[Name]): Promise<void>;
  /** Makes the token of a booking's manage link, so that links in later mails open. Without it no link of the demo does. */
  manageToken?(reference: string): string;
}

/** Tables of which one row says that somebody has begun; ids of the demo count from 1. */
const tables = ['categories', 'locations', 'services', 'calendars', 'providers', 'customers'] as const;

/** Whether nothing was put into the database but what a first start puts there. */
export async function isEmpty(db: Db): Promise<boolean> {
  for (const table of tables) if (await db(table).first(db.raw('1'))) return false;
  return true;
}

/**
 * Fills an empty database with Maré, a salon and spa around today, in one transaction; one that is not empty is left as it is.
 * Takes about half a second of work, and less than 3 s on SQLite and MariaDB.
 */
export async function fillDemo(deps: DemoDeps): Promise<void> {
  if (!(await isEmpty(deps.db))) return;
  const now = deps.clock.now();
  const plan = planDemo(now);
  const { manageToken } = deps;
  // What comes out of a known seed is no secret: as a hash it is the hash of nothing that anybody knows.
  const nobodys = seeded('links');
  const hashOfLink = manageToken
    ? (reference: string) => sha256(manageToken(reference))
    : () => nobodys.bytes(32).toString('hex');
  const booked = bookingRows(plan, hashOfLink);
  const rows = {
    calendars: calendarRows(plan),
    ...catalogRows(plan.timeOff),
    ...booked,
    customer_notes: noteRows(booked['customers'] ?? [], now),
    audit: trailRows(booked),
  };
  try {
    await transact(deps.db, (tx) => write(deps, tx, rows, now));
  } catch (error) {
    // Two servers of one new database start at once: the ids of this one's rows are taken, for the other was faster.
    if (!isDuplicate(error) || (await isEmpty(deps.db))) throw error;
  }
}

async function write({ record, writeSetting }: DemoDeps, tx: Tx, rows: Rows, now: number): Promise<void> {
  await bumpCatalog(tx);
  for (const [table, all] of Object.entries(rows)) await insertAll(tx, table, all);
  const customerIds = (rows['customers'] ?? []).map((row) => Number(row['id']));
  for (let from = 0; from < customerIds.length; from += batch)
    await refreshVisits(tx, customerIds.slice(from, from + batch), now);
  for (const [name, value] of Object.entries(demoSettings))
    await writeSetting(tx, name as SettingName, value as Settings[SettingName]);
  const values = Object.fromEntries(Object.entries(rows).map(([table, { length }]) => [table, length]));
  await record(tx, [
    { at: now, actor: { kind: 'system', name: 'demo' }, action: 'demo.filled', subject: 'business', values },
  ]);
}

/** As many rows in a statement as every database takes. */
const batch = 100;

async function insertAll(tx: Tx, table: string, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += batch) await tx(table).insert(rows.slice(from, from + batch));
}

/** One row a provider; its version counts what was written into the provider's time. */
const calendarRows = ({ bookings }: DemoPlan): Row[] =>
  demoProviders.map(({ key }) => {
    const resourceId = providerId(key);
    const changes = bookings.filter(({ draft }) => draft.visit.legs.some((leg) => leg.offer.resourceId === resourceId));
    return { resource_id: resourceId, version: changes.length };
  });
