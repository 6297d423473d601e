import type { Actor } from '../lib/actor.js';
import { AppError } from '../lib/errors.js';
import { insistOnAppointment } from './appointment-detail.js';
import type { AppointmentBulkAction } from './appointment-schema.js';
import { noteAttendance } from './attendance.js';
import { decide } from './decision.js';
import type { BookingDeps } from './deps.js';
import { restore } from './restoration.js';
import { bookingToDecide } from './scope.js';

export interface BulkWish {
  ids: readonly number[];
  action: AppointmentBulkAction;
  reason: string;
  notify: boolean;
}

/** Does one thing to the bookings of several appointments. Each is a transaction of its own: what can't be is left as it is. */
export async function decideMany(
  deps: BookingDeps,
  actor: Actor,
  wish: BulkWish,
): Promise<{ done: number[]; skipped: { id: number; code: string }[] }> {
  const done: number[] = [];
  const skipped: { id: number; code: string }[] = [];
  for (const id of new Set(wish.ids)) {
    const code = await decideOne(deps, actor, wish, id);
    if (code === null) done.push(id);
    else skipped.push({ id, code });
  }
  return { done, skipped };
}

/** Null when something of it was changed, or the code of the first refusal. */
async function decideOne(deps: BookingDeps, actor: Actor, wish: BulkWish, id: number): Promise<string | null> {
  let refusal: string | null = 'already_decided';
  let changed = false;
  try {
    await insistOnAppointment(deps.db, actor, id);
    const bookings: { reference: string }[] = await deps
      .db('bookings')
      .join('booking_items', 'booking_items.booking_id', 'bookings.id')
      .where('booking_items.appointment_id', id)
      .distinct('bookings.reference');
    for (const { reference } of bookings) {
      try {
        await act(deps, actor, wish, id, await bookingToDecide(deps.db, actor, reference));
        changed = true;
      } catch (error) {
        refusal = codeOf(error);
      }
    }
  } catch (error) {
    refusal = codeOf(error);
  }
  return changed ? null : refusal;
}

async function act(
  deps: BookingDeps,
  actor: Actor,
  { action, reason, notify }: BulkWish,
  appointmentId: number,
  bookingId: number,
): Promise<void> {
  if (action === 'restored') await restore(deps, { bookingId, actor, notify });
  else if (action === 'approved' || action === 'rejected' || action === 'cancelled')
    await decide(deps, { bookingId, decision: action, by: 'business', reason, actor, notify });
  else await noteAttendance(deps, { bookingId, appointmentId, attendance: action, actor });
}

function codeOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  throw error;
}
