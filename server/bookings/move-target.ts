import type { Business } from '../availability/business.js';
import { offerOf } from '../availability/business.js';
import type { Offer } from '../availability/diary.js';
import type { Db, Tx } from '../db/connect.js';
import { fromRow } from '../db/rows.js';
import { notFound } from '../lib/errors.js';
import type { ItemStatus } from '../lib/statuses.js';
import { refusal } from './refusals.js';
import type { Move } from './rescheduling.js';

/** The time that an appointment takes now. Instants are epoch milliseconds. */
export interface AppointmentTime {
  id: number;
  resourceId: number;
  serviceId: number;
  providerId: number;
  locationId: number;
  startsAt: number;
  endsAt: number;
  busyFrom: number;
  busyTo: number;
  capacity: number;
  status: ItemStatus;
  /** Counts its changes. */
  version: number;
}

const columns = [
  ...['id', 'resource_id', 'service_id', 'provider_id', 'location_id', 'starts_at', 'ends_at', 'busy_from', 'busy_to'],
  ...['capacity', 'status', 'sequence as version'],
];

/** AppError `not_found`. */
export async function readTime(db: Db, id: number): Promise<AppointmentTime> {
  return timeOf(await db('appointments').where({ id }).first(columns));
}

/** As `readTime`, held for this transaction. */
export async function lockTime(tx: Tx, id: number): Promise<AppointmentTime> {
  return timeOf(await tx('appointments').where({ id }).forUpdate().first(columns));
}

function timeOf(row: object | undefined): AppointmentTime {
  if (!row) throw notFound();
  return fromRow<AppointmentTime>(row as Record<string, unknown>);
}

/**
 * What the appointment becomes: it keeps its length and its buffers wherever it goes, so that nobody's visit grows by a change of
 * provider. AppErrors: `slot_not_offered` for a provider who doesn't perform the service there; `not_found`.
 */
export function targetOf(business: Business, before: AppointmentTime, move: Move): Offer {
  const providerId = move.providerId ?? before.providerId;
  const locationId = move.locationId ?? before.locationId;
  const kept = providerId === before.providerId && locationId === before.locationId;
  const provider = business.providers.find(({ id }) => id === providerId);
  const service = business.services.get(before.serviceId);
  const offered = provider && service ? offerOf(provider, service, locationId) : null;
  // Where it is it may stay, also with who has stopped performing the service; nobody is given what they don't do.
  if (!offered && !kept) throw refusal('not_offered');
  return {
    serviceId: before.serviceId,
    providerId,
    resourceId: provider?.resourceId ?? before.resourceId,
    locationId,
    duration: (move.end ?? move.start + before.endsAt - before.startsAt) - move.start,
    step: offered?.step ?? 1,
    bufferBefore: before.startsAt - before.busyFrom,
    bufferAfter: before.busyTo - before.endsAt,
    capacity: before.capacity,
    priceMinor: offered?.priceMinor ?? 0,
  };
}
