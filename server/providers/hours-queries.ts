import type { Db, Tx } from '../db/connect.js';
import type { Row } from '../db/rows.js';
import { fromRow, toRow } from '../db/rows.js';
import type { WeeklyWindow } from './hours-rules.js';
import type { HoursOfDate } from './hours-schema.js';
import type { SpecialDay } from './schema.js';

/** Hours that hold from a date on (null: since ever), in minutes. */
export interface HoursPeriod {
  from: string | null;
  /** A Monday of a week number 0. */
  anchor: string;
  weeks: number;
  windows: WeeklyWindow[];
}

/** What stands for the anchor where there is but one week: any Monday does. */
export const anyMonday = '1970-01-05';

/** All periods by their first date, at least one: the first holds since ever. */
export async function readPeriods(db: Db | Tx, providerId: number): Promise<HoursPeriod[]> {
  const windows: (WeeklyWindow & { periodId: number | null })[] = (
    await db('working_hours')
      .select('period_id', 'week', 'weekday', 'start_minute', 'end_minute', 'location_id')
      .where({ provider_id: providerId })
      .orderBy(['week', 'weekday', 'start_minute', 'id'])
  ).map((row: Row) => fromRow(row));
  const rows: { id: number; fromDay: string | null; anchorDay: string; weeks: number }[] = (
    await db('hours_periods').select('id', 'from_day', 'anchor_day', 'weeks').where({ provider_id: providerId })
  ).map((row: Row) => fromRow(row));
  const of = (id: number | null): WeeklyWindow[] =>
    windows.filter(({ periodId }) => periodId === id).map(({ periodId: _, ...window }) => window);
  const periods = rows.map(({ id, fromDay, anchorDay, weeks }) => ({
    from: fromDay,
    anchor: anchorDay,
    weeks,
    windows: of(id),
  }));
  if (!rows.some(({ fromDay }) => fromDay === null))
    periods.push({ from: null, anchor: anyMonday, weeks: 1, windows: of(null) });
  return periods.sort((left, right) => ((left.from ?? '') < (right.from ?? '') ? -1 : 1));
}

/** A single week that always holds has no period of its own. */
export async function replacePeriods(tx: Tx, providerId: number, periods: readonly HoursPeriod[]): Promise<void> {
  await tx('working_hours').where({ provider_id: providerId }).delete();
  await tx('hours_periods').where({ provider_id: providerId }).delete();
  for (const { from, anchor, weeks, windows } of periods) {
    let periodId: number | null = null;
    if (from !== null || weeks > 1) {
      const [id] = await tx('hours_periods').insert(toRow({ providerId, fromDay: from, anchorDay: anchor, weeks }));
      periodId = Number(id);
    }
    if (windows.length > 0)
      await tx('working_hours').insert(windows.map((window) => toRow({ providerId, periodId, ...window })));
  }
}

/** Special days by date. `hours` lies in the row as a JSON list of `{ locationId, start, end }`, times as `HH:MM`. */
export async function readSpecialDays(db: Db | Tx, providerId: number): Promise<SpecialDay[]> {
  const rows: Row[] = await db('special_days')
    .select('id', 'day', 'hours', 'note')
    .where({ provider_id: providerId })
    .orderBy('day');
  return rows.map((row) => {
    const { hours, ...rest } = fromRow<Omit<SpecialDay, 'windows'> & { hours: HoursOfDate[] }>(row, {
      json: ['hours'],
    });
    return { ...rest, windows: hours };
  });
}

export async function insertSpecialDay(
  tx: Tx,
  providerId: number,
  { day, windows, note }: Omit<SpecialDay, 'id'>,
): Promise<number> {
  const [id] = await tx('special_days').insert(toRow({ providerId, day, hours: windows, note }));
  return Number(id);
}

export async function deleteSpecialDay(tx: Tx, id: number): Promise<void> {
  await tx('special_days').where({ id }).delete();
}
