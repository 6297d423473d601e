import type { Db, Tx } from '../db/connect.js';
import type { Row } from '../db/rows.js';
import { fromRow, toRow } from '../db/rows.js';
import type { WeeklyWindow } from './hours-rules.js';
import type { HoursOfDate, SpecialDay } from './schema.js';

export async function readWeek(db: Db | Tx, providerId: number): Promise<WeeklyWindow[]> {
  const rows: Row[] = await db('working_hours')
    .select('weekday', 'start_minute', 'end_minute', 'location_id')
    .where({ provider_id: providerId })
    .orderBy(['weekday', 'start_minute', 'id']);
  return rows.map((row) => fromRow<WeeklyWindow>(row));
}

export async function replaceWeek(tx: Tx, providerId: number, windows: readonly WeeklyWindow[]): Promise<void> {
  await tx('working_hours').where({ provider_id: providerId }).delete();
  if (windows.length > 0) await tx('working_hours').insert(windows.map((window) => toRow({ providerId, ...window })));
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
