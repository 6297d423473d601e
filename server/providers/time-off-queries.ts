import type { Db, Tx } from '../db/connect.js';
import type { Row } from '../db/rows.js';
import { fromRow, toRow } from '../db/rows.js';
import { formatInstant } from '../lib/time-zone.js';
import type { Absence, Closure, NewAbsence, NewClosure } from './schema.js';

export async function readAbsences(db: Db | Tx, providerId: number): Promise<Absence[]> {
  const rows: Row[] = await db('absences')
    .select('id', 'starts_at', 'ends_at', 'note')
    .where({ provider_id: providerId })
    .orderBy(['starts_at', 'id']);
  return rows.map((row) => {
    const absence = fromRow<{ id: number; startsAt: number; endsAt: number; note: string }>(row);
    return { ...absence, startsAt: formatInstant(absence.startsAt), endsAt: formatInstant(absence.endsAt) };
  });
}

export async function insertAbsence(tx: Tx, providerId: number, absence: NewAbsence): Promise<number> {
  const [id] = await tx('absences').insert({
    provider_id: providerId,
    starts_at: Date.parse(absence.startsAt),
    ends_at: Date.parse(absence.endsAt),
    note: absence.note,
  });
  return Number(id);
}

export async function deleteAbsence(tx: Tx, id: number): Promise<void> {
  await tx('absences').where({ id }).delete();
}

export async function readClosures(db: Db | Tx): Promise<Closure[]> {
  const rows: Row[] = await db('closures')
    .select('id', 'location_id', 'first_day', 'last_day', 'name')
    .orderBy(['first_day', 'id']);
  return rows.map((row) => fromRow<Closure>(row));
}

export async function insertClosure(tx: Tx, closure: NewClosure): Promise<number> {
  const [id] = await tx('closures').insert(toRow(closure));
  return Number(id);
}

export async function deleteClosure(tx: Tx, id: number): Promise<void> {
  await tx('closures').where({ id }).delete();
}
