import type { Tx } from '../db/connect.js';
import { transact } from '../db/transact.js';
import { bumpCalendars } from '../db/versions.js';
import type { Actor } from '../lib/actor.js';
import { actorLabel } from '../lib/actor.js';
import { AppError, notFound } from '../lib/errors.js';
import type { ItemStatus } from '../lib/statuses.js';
import type { OutboxEvent } from '../outbox/announce.js';
import type { BookingDeps } from './deps.js';
import { cancellableUntil } from './own-booking.js';

export type Decision = 'approved' | 'rejected' | 'cancelled';

const becomes: Record<Decision, ItemStatus> = { approved: 'confirmed', rejected: 'rejected', cancelled: 'cancelled' };
/** From which statuses a decision can be taken. */
const allowed: Record<Decision, readonly ItemStatus[]> = {
  approved: ['pending'],
  rejected: ['pending'],
  cancelled: ['pending', 'confirmed'],
};

interface Item {
  id: number;
  appointment_id: number;
  resource_id: number;
  status: ItemStatus;
  starts_at: number;
  cancel_notice_minutes: number;
}

export interface DecisionRequest {
  bookingId: number;
  decision: Decision;
  by: 'customer' | 'business';
  reason: string;
  actor: Actor;
}

/**
 * Approves, rejects or cancels a booking as a whole and answers its new status. AppErrors: `already_decided` when nothing of it is
 * in a status to decide on, `too_late_to_cancel` for a customer within the notice that the service asks for.
 */
export async function decide(deps: BookingDeps, request: DecisionRequest): Promise<ItemStatus> {
  const resources = (await readItems(deps, request.bookingId)).map((item) => item.resource_id);
  if (resources.length === 0) throw notFound();
  await transact(deps.db, async (tx) => {
    await bumpCalendars(tx, resources);
    await decideItems(deps, tx, request, resources);
  });
  deps.nudge();
  return becomes[request.decision];
}

async function decideItems(
  deps: BookingDeps,
  tx: Tx,
  request: DecisionRequest,
  resources: readonly number[],
): Promise<void> {
  const { bookingId, decision, actor, reason, by } = request;
  const at = deps.clock.now();
  const items = await readItems(deps, bookingId, tx);
  // Moved to another calendar since the look: the caller's next try sees that one.
  if (items.some((item) => !resources.includes(item.resource_id)))
    throw new AppError('overloaded', 'Please try again.', { retryAfter: 1 });
  const open = items.filter((item) => allowed[decision].includes(item.status));
  if (open.length === 0) throw new AppError('already_decided', 'This has been decided already.');
  const until = cancellableUntil(items);
  if (by === 'customer' && until !== null && at > until)
    throw new AppError('too_late_to_cancel', 'It is too late to cancel online. Please call us.');
  const ids = open.map((item) => item.id);
  await tx('booking_items').whereIn('id', ids).update({ status: becomes[decision] });
  await tx('decisions').insert(
    ids.map((id) => ({ booking_item_id: id, decision, actor: actorLabel(actor), reason, decided_at: at })),
  );
  for (const appointmentId of new Set(open.map((item) => item.appointment_id)))
    await settleAppointment(tx, appointmentId, decision);
  const booking = await tx('bookings').where({ id: bookingId }).first('customer_id');
  await deps.refreshVisits(tx, [booking.customer_id], at);
  await deps.announce(tx, at, eventOf(request));
  await deps.record(tx, [
    { at, actor, action: `booking.${decision}`, subject: `booking:${bookingId}`, values: { by, reason } },
  ]);
}

/** Brings the time's status after its places': free when nobody is left in it. */
async function settleAppointment(tx: Tx, appointmentId: number, decision: Decision): Promise<void> {
  const rows: { status: ItemStatus }[] = await tx('booking_items')
    .where({ appointment_id: appointmentId })
    .select('status');
  const statuses = new Set(rows.map((row) => row.status));
  const status = statuses.has('confirmed') ? 'confirmed' : statuses.has('pending') ? 'pending' : becomes[decision];
  await tx('appointments').where({ id: appointmentId }).update({ status }).increment('sequence', 1);
}

async function readItems(deps: BookingDeps, bookingId: number, tx?: Tx): Promise<Item[]> {
  // The items alone are locked: a lock on the services' rows would hold up every booking of theirs.
  if (tx) await tx('booking_items').where({ booking_id: bookingId }).select('id').forUpdate();
  return (tx ?? deps.db)('booking_items')
    .join('appointments', 'appointments.id', 'booking_items.appointment_id')
    .join('services', 'services.id', 'appointments.service_id')
    .where('booking_items.booking_id', bookingId)
    .select(
      'booking_items.id',
      'booking_items.appointment_id',
      'booking_items.status',
      'appointments.resource_id',
      'appointments.starts_at',
      'services.cancel_notice_minutes',
    );
}

function eventOf({ bookingId, decision, by, reason }: DecisionRequest): OutboxEvent {
  if (decision === 'approved') return { event: 'booking.approved', payload: { bookingId } };
  if (decision === 'rejected') return { event: 'booking.rejected', payload: { bookingId, reason } };
  return { event: 'booking.cancelled', payload: { bookingId, by, reason } };
}
