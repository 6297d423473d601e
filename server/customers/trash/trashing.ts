import { transact } from '../../db/transact.js';
import type { Actor } from '../../lib/actor.js';
import { AppError } from '../../lib/errors.js';
import { findActiveCustomer } from '../record/find.js';
import type { Coming } from './coming.js';
import { answerOfComing, comingBookings, countPast, isOwn } from './coming.js';
import type { TrashDeps } from './deps.js';
import { holdCustomer } from './hold.js';

/** What stays standing when a customer moves to the trash (FEATURES A083, A084). */
export async function previewTrash({ db, clock }: TrashDeps, actor: Actor, number: number) {
  const customer = await findActiveCustomer(db, actor, number);
  const now = clock.now();
  const coming = await comingBookings(db, number, now);
  return {
    number,
    name: customer.display_name,
    coming: answerOfComing(actor, coming),
    comingTotal: coming.length,
    past: await countPast(db, number, now),
  };
}

/**
 * Moves a customer to the trash: a change of status, and nothing is unlinked (A080, A083). Bookings with the same e-mail and name
 * no longer attach to it. Of the coming bookings those in `cancel` are cancelled, one by one and after the move, so that of two who
 * do this at once one cancels; what of them still stands is answered with the reason. AppErrors: `conflict` with `details.status`
 * when it is not in use, `forbidden` for who may not cancel, `invalid_request` for a reference that is not among the coming ones.
 */
export async function moveToTrash(deps: TrashDeps, actor: Actor, number: number, cancel: readonly string[]) {
  const { db, clock, record } = deps;
  const at = clock.now();
  const { chosen, version } = await transact(db, async (tx) => {
    await holdCustomer(tx, number);
    const customer = await findActiveCustomer(tx, actor, number);
    const chosen = chosenOf(actor, await comingBookings(tx, number, at), cancel);
    const version = customer.version + 1;
    await tx('customers')
      .where({ id: number })
      .update({ status: 'trashed', trashed_at: at, updated_at: at, identity_key: null, version });
    await record(tx, [
      {
        at,
        actor,
        action: 'customer.trashed',
        subject: `customer:${number}`,
        values: { status: { from: 'active', to: 'trashed' }, cancel: [...cancel] },
      },
    ]);
    return { chosen, version };
  });
  return { number, status: 'trashed' as const, version, ...(await cancelAll(deps, actor, chosen)) };
}

function chosenOf(actor: Actor, coming: readonly Coming[], cancel: readonly string[]): Coming[] {
  if (cancel.length === 0) return [];
  if (actor.kind === 'account' && !actor.permissions.has('appointments.edit'))
    throw new AppError('forbidden', 'Your account is not allowed to cancel bookings.');
  return [...new Set(cancel)].map((reference) => {
    const booking = coming.find((one) => one.reference === reference);
    if (!booking)
      throw new AppError('invalid_request', `${reference} is not among the coming bookings.`, { field: 'cancel' });
    if (!isOwn(actor, booking))
      throw new AppError('forbidden', `Your account is not allowed to cancel ${reference}.`, { field: 'cancel' });
    return booking;
  });
}

async function cancelAll(deps: TrashDeps, actor: Actor, chosen: readonly Coming[]) {
  const cancelled: string[] = [];
  const notCancelled: { reference: string; code: string }[] = [];
  for (const { bookingId, reference } of chosen) {
    try {
      await deps.cancelBooking(bookingId, actor);
      cancelled.push(reference);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      notCancelled.push({ reference, code: error.code });
    }
  }
  return { cancelled, notCancelled };
}
