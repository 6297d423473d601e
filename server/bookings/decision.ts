import type { Tx } from '../db/connect.js';
import { transact } from '../db/transact.js';
import { bumpCalendars } from '../db/versions.js';
import type { Actor } from '../lib/actor.js';
import { AppError, notFound } from '../lib/errors.js';
import type { ItemStatus } from '../lib/statuses.js';
import type { OutboxEvent } from '../outbox/announce.js';
import type { BookingDeps } from './deps.js';
import { cancellableUntil } from './own-booking.js';
import { lockPlaces, noteDecisions, readPlaces, settle } from './places.js';

export type Decision = 'approved' | 'rejected' | 'cancelled';

const becomes: Record<Decision, ItemStatus> = { approved: 'confirmed', rejected: 'rejected', cancelled: 'cancelled' };
/** From which statuses a decision can be taken. */
const allowed: Record<Decision, readonly ItemStatus[]> = {
  approved: ['pending'],
  rejected: ['pending'],
  cancelled: ['pending', 'confirmed'],
};

export interface DecisionRequest {
  bookingId: number;
  decision: Decision;
  by: 'customer' | 'business';
  reason: string;
  actor: Actor;
  /** Whether the customer is told; they are when absent. */
  notify?: boolean;
}

/**
 * Approves, rejects or cancels a booking as a whole and answers its new status. AppErrors: `already_decided` when nothing of it is
 * in a status to decide on, `too_late_to_cancel` for a customer within the notice that the service asks for.
 */
export async function decide(deps: BookingDeps, request: DecisionRequest): Promise<ItemStatus> {
  const resources = (await readPlaces(deps.db, request.bookingId)).map((place) => place.resource_id);
  if (resources.length === 0) throw notFound();
  await transact(deps.db, async (tx) => {
    await bumpCalendars(tx, resources);
    await decidePlaces(deps, tx, request, resources);
  });
  deps.nudge();
  return becomes[request.decision];
}

async function decidePlaces(
  deps: BookingDeps,
  tx: Tx,
  request: DecisionRequest,
  resources: readonly number[],
): Promise<void> {
  const { bookingId, decision, actor, reason, by } = request;
  const at = deps.clock.now();
  const places = await lockPlaces(tx, bookingId, resources);
  const open = places.filter((place) => allowed[decision].includes(place.status));
  if (open.length === 0) throw new AppError('already_decided', 'This has been decided already.');
  const until = cancellableUntil(places);
  if (by === 'customer' && until !== null && at > until)
    throw new AppError('too_late_to_cancel', 'It is too late to cancel online. Please call us.');
  const ids = open.map((place) => place.id);
  await tx('booking_items').whereIn('id', ids).update({ status: becomes[decision] });
  await noteDecisions(tx, ids, { decision, actor, reason, at });
  await settle(deps, tx, bookingId, open, at);
  await deps.announce(tx, at, eventOf(request));
  await deps.record(tx, [
    { at, actor, action: `booking.${decision}`, subject: `booking:${bookingId}`, values: { by, reason } },
  ]);
}

function eventOf({ bookingId, decision, by, reason, notify = true }: DecisionRequest): OutboxEvent {
  const told = notify ? {} : { silent: true as const };
  if (decision === 'approved') return { event: 'booking.approved', payload: { bookingId, ...told } };
  if (decision === 'rejected') return { event: 'booking.rejected', payload: { bookingId, reason, ...told } };
  return { event: 'booking.cancelled', payload: { bookingId, by, reason, ...told } };
}
