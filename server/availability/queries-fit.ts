import type { Tx } from '../db/connect.js';
import { fromRow } from '../db/rows.js';
import { DAY } from '../lib/time-zone.js';
import type { MisfitReason } from '../providers/impact-schema.js';
import type { Business, Taken } from './business.js';
import type { BookedTime } from './fit.js';
import { couldTake, misfitOf } from './fit.js';
import { readBusiness } from './queries-business.js';
import { longestBusy, readTaken } from './queries-taken.js';

/** Which appointments a change may touch. Without bounds, all that are to come. Instants in epoch milliseconds. */
export interface FitScope {
  /** null: of every provider. */
  providerId: number | null;
  from?: number;
  to?: number;
}

export interface Misfit extends BookedTime {
  reason: MisfitReason;
}

/** What is known of a business within a transaction: who would not fit where they are, and who could take them over. */
export interface Fitting {
  misfits: Misfit[];
  /** Other providers who are free at the time of an appointment and perform its service there, in the business's order. */
  othersFor(appointment: BookedTime): Promise<{ id: number; name: string }[]>;
}

/** The coming appointments within a scope that would not be given where they are, by what this transaction sees. */
export async function readFitting(tx: Tx, scope: FitScope, now: number): Promise<Fitting> {
  const business = await readBusiness(tx);
  const coming = await readComing(tx, scope, now);
  const absences = await readAbsences(tx, scope, now);
  const misfits = coming.flatMap((appointment) => {
    const reason = misfitOf(business, appointment, absences.get(appointment.providerId) ?? []);
    return reason ? [{ ...appointment, reason }] : [];
  });
  return { misfits, othersFor: (appointment) => othersFor(tx, business, appointment) };
}

async function readComing(tx: Tx, { providerId, from, to }: FitScope, now: number): Promise<BookedTime[]> {
  const rows = await tx('appointments')
    .whereIn('status', ['pending', 'confirmed'])
    .where('starts_at', '>', Math.max(now, (from ?? 0) - longestBusy))
    .modify((query) => {
      if (providerId !== null) query.where({ provider_id: providerId });
      if (from !== undefined) query.where('ends_at', '>', from);
      if (to !== undefined) query.where('starts_at', '<', to);
    })
    .orderBy(['starts_at', 'id'])
    .select('id', 'provider_id', 'service_id', 'location_id', 'starts_at', 'ends_at');
  return rows.map((row: Record<string, unknown>) => fromRow<BookedTime>(row));
}

async function readAbsences(tx: Tx, { providerId }: FitScope, now: number): Promise<Map<number, Taken['absences']>> {
  const rows: { provider_id: number; starts_at: number; ends_at: number }[] = await tx('absences')
    .where('ends_at', '>', now)
    .modify((query) => {
      if (providerId !== null) query.where({ provider_id: providerId });
    })
    .orderBy('starts_at')
    .select('provider_id', 'starts_at', 'ends_at');
  const absences = new Map<number, { from: number; to: number }[]>();
  for (const row of rows) {
    const own = absences.get(row.provider_id) ?? [];
    own.push({ from: row.starts_at, to: row.ends_at });
    absences.set(row.provider_id, own);
  }
  return absences;
}

async function othersFor(tx: Tx, business: Business, appointment: BookedTime): Promise<{ id: number; name: string }[]> {
  const others = business.providers.filter(
    ({ id, services, locations }) =>
      id !== appointment.providerId && services.has(appointment.serviceId) && locations.has(appointment.locationId),
  );
  if (others.length === 0) return [];
  const resources = others.map(({ resourceId }) => resourceId);
  const taken = await readTaken(tx, resources, appointment.startsAt - DAY, appointment.endsAt + DAY);
  return others
    .filter((provider) => couldTake(business, appointment, provider, taken.get(provider.resourceId)))
    .map(({ id, name }) => ({ id, name }));
}
