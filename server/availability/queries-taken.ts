import { longestBuffer, longestDuration } from '../catalog/schema.js';
import type { Db, Tx } from '../db/connect.js';
import { standingStatuses } from '../lib/statuses.js';
import type { Taken } from './business.js';
import type { Busy } from './diary.js';

/** The longest an appointment can take with its buffers: how far back one that still lasts can begin. */
export const longestBusy = (longestDuration + 2 * longestBuffer) * 60_000;

interface BusyRow {
  id: number;
  resource_id: number;
  service_id: number;
  location_id: number;
  starts_at: number;
  ends_at: number;
  busy_from: number;
  busy_to: number;
  capacity: number;
}

interface AbsenceRow {
  resource_id: number;
  starts_at: number;
  ends_at: number;
}

/**
 * What takes these resources' time and meets [from, to), by resource. In a transaction the rows are locked, so that the decision
 * rests on what is, not on what was (DESIGN, section 4); the scan is bounded by `longestBusy`.
 */
export async function readTaken(
  db: Db | Tx,
  resourceIds: readonly number[],
  from: number,
  to: number,
  lock = false,
): Promise<Map<number, Taken>> {
  const query = db('appointments')
    .whereIn('resource_id', resourceIds as number[])
    .whereIn('status', [...standingStatuses])
    .where('busy_from', '>=', from - longestBusy)
    .where('busy_from', '<', to)
    .where('busy_to', '>', from)
    .orderBy('busy_from')
    .select(
      'id',
      'resource_id',
      'service_id',
      'location_id',
      'starts_at',
      'ends_at',
      'busy_from',
      'busy_to',
      'capacity',
    );
  const timeOff = db('absences')
    .join('providers', 'providers.id', 'absences.provider_id')
    .whereIn('providers.resource_id', resourceIds as number[])
    .where('absences.ends_at', '>', from)
    .where('absences.starts_at', '<', to)
    .select('providers.resource_id', 'absences.starts_at', 'absences.ends_at');
  // Outside a transaction they run side by side; inside, one connection takes them in turn.
  const [rows, absences] = (await Promise.all([lock ? query.forUpdate() : query, timeOff])) as [
    BusyRow[],
    AbsenceRow[],
  ];
  const persons = await readPersons(
    db,
    rows.filter((row) => row.capacity > 1).map((row) => row.id),
  );
  const taken = new Map<number, { busy: Busy[]; absences: { from: number; to: number }[] }>(
    resourceIds.map((id) => [id, { busy: [], absences: [] }]),
  );
  for (const row of rows) {
    taken.get(row.resource_id)?.busy.push({
      appointmentId: row.id,
      from: row.busy_from,
      to: row.busy_to,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      serviceId: row.service_id,
      locationId: row.location_id,
      capacity: row.capacity,
      taken: row.capacity > 1 ? (persons.get(row.id) ?? 0) : 1,
    });
  }
  for (const row of absences) taken.get(row.resource_id)?.absences.push({ from: row.starts_at, to: row.ends_at });
  return taken;
}

/** Persons in standing bookings of these group appointments. */
async function readPersons(db: Db | Tx, appointmentIds: readonly number[]): Promise<Map<number, number>> {
  if (appointmentIds.length === 0) return new Map();
  const rows = await db('booking_items')
    .whereIn('appointment_id', appointmentIds as number[])
    .whereIn('status', [...standingStatuses])
    .groupBy('appointment_id')
    .select('appointment_id')
    .sum({ persons: 'persons' });
  // MySQL answers sums as decimal text.
  return new Map(rows.map((row) => [(row as { appointment_id: number }).appointment_id, Number(row.persons)]));
}
