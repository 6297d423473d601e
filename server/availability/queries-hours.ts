import type { Db, Tx } from '../db/connect.js';
import { parseDay } from '../lib/time-zone.js';
import { minuteOf } from '../providers/hours-rules.js';
import type { HoursOfDate } from '../providers/hours-schema.js';
import type { DayWindow, HoursPeriod, WeeklyWindow, WorkingHours } from './working-hours.js';

interface WindowRow {
  provider_id: number;
  location_id: number;
  weekday: number;
  start_minute: number;
  end_minute: number;
  period_id: number | null;
  week: number;
}

interface PeriodRow {
  id: number;
  provider_id: number;
  from_day: string | null;
  anchor_day: string;
  weeks: number;
}

/** The working hours of every provider who has any. */
export async function readHours(db: Db | Tx): Promise<Map<number, WorkingHours>> {
  const windows: WindowRow[] = await db('working_hours').select(
    'provider_id',
    'location_id',
    'weekday',
    'start_minute',
    'end_minute',
    'period_id',
    'week',
  );
  const periods: PeriodRow[] = await db('hours_periods').select('id', 'provider_id', 'from_day', 'anchor_day', 'weeks');
  const special: { provider_id: number; day: string; hours: string }[] = await db('special_days').select(
    'provider_id',
    'day',
    'hours',
  );
  const windowsOf = byProvider(windows);
  const periodsOf = byProvider(periods);
  const specialOf = byProvider(special);
  const hours = new Map<number, WorkingHours>();
  for (const id of new Set([...windowsOf.keys(), ...periodsOf.keys(), ...specialOf.keys()])) {
    const own = windowsOf.get(id) ?? [];
    hours.set(id, {
      weekly: own.filter((row) => row.period_id === null).map(windowOf),
      periods: (periodsOf.get(id) ?? []).map((row) => periodOf(row, own)).sort((left, right) => left.from - right.from),
      specialDays: new Map((specialOf.get(id) ?? []).map((row) => [parseDay(row.day) ?? 0, dayWindows(row.hours)])),
    });
  }
  return hours;
}

function byProvider<Row extends { provider_id: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.provider_id);
    if (group) group.push(row);
    else groups.set(row.provider_id, [row]);
  }
  return groups;
}

const windowOf = (row: WindowRow): WeeklyWindow => ({
  weekday: row.weekday,
  locationId: row.location_id,
  start: row.start_minute,
  end: row.end_minute,
});

function periodOf({ id, from_day, anchor_day, weeks }: PeriodRow, windows: readonly WindowRow[]): HoursPeriod {
  const own = windows.filter((row) => row.period_id === id);
  return {
    from: from_day === null ? Number.NEGATIVE_INFINITY : (parseDay(from_day) ?? 0),
    anchor: parseDay(anchor_day) ?? 0,
    weeks: Array.from({ length: weeks }, (_, week) => own.filter((row) => row.week === week).map(windowOf)),
  };
}

/** The windows of a special day as its row holds them: JSON, with times as `HH:MM`. */
const dayWindows = (hours: string): DayWindow[] =>
  (JSON.parse(hours) as HoursOfDate[]).map(({ locationId, start, end }) => ({
    locationId,
    start: minuteOf(start),
    end: minuteOf(end),
  }));
