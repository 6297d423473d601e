import type { Knex } from 'knex';
import type { Db } from '../db/connect.js';
import type { Actor } from '../lib/actor.js';
import { AppError, notFound } from '../lib/errors.js';

/** Whose appointments an actor may see: everybody's, or those of one provider. */
export type AppointmentScope = 'all' | { providerId: number };

/** Nobody has this id: an account without a provider and without the right to see all sees nothing. */
const nobody = 0;

/** What `appointments.view` reaches for this actor (permission `appointments.view_all`; ATTACKS S04). */
export function appointmentScope(actor: Actor): AppointmentScope {
  if (actor.kind === 'system') return 'all';
  if (actor.kind === 'account' && actor.permissions.has('appointments.view_all')) return 'all';
  return { providerId: (actor.kind === 'account' && actor.providerId) || nobody };
}

/** Whether an actor may see the appointments of a provider at all. */
export function seesAppointmentsOf(actor: Actor, providerId: number): boolean {
  const scope = appointmentScope(actor);
  const may = actor.kind === 'system' || (actor.kind === 'account' && actor.permissions.has('appointments.view'));
  return may && (scope === 'all' || scope.providerId === providerId);
}

/** Narrows a query over `appointments` to a scope. */
export const withinAppointments = (query: Knex.QueryBuilder, scope: AppointmentScope): Knex.QueryBuilder =>
  scope === 'all' ? query : query.where('appointments.provider_id', scope.providerId);

/** Who sees one provider's appointments alone books that provider's time and no other's (ATTACKS S05). AppError `forbidden`. */
export function insistOnOwnProvider(actor: Actor, provider: number | null): void {
  const scope = appointmentScope(actor);
  if (scope === 'all' || scope.providerId === provider) return;
  throw new AppError('forbidden', 'Your account may book its own provider only.', { field: 'provider' });
}

/**
 * The id of a booking that this actor may decide on. AppErrors: `not_found` for one that isn't there or that is no business of
 * theirs, alike (S04); `forbidden` for a visit that is partly another provider's, whose time is not theirs to give back (S05).
 */
export async function bookingToDecide(db: Db, actor: Actor, reference: string): Promise<number> {
  const rows: { id: number; provider_id: number }[] = await db('bookings')
    .join('booking_items', 'booking_items.booking_id', 'bookings.id')
    .join('appointments', 'appointments.id', 'booking_items.appointment_id')
    .where('bookings.reference', reference)
    .select('bookings.id', 'appointments.provider_id');
  const scope = appointmentScope(actor);
  const own = scope === 'all' ? rows : rows.filter((row) => row.provider_id === scope.providerId);
  const [first] = own;
  if (!first) throw notFound();
  if (own.length < rows.length)
    throw new AppError('forbidden', 'A part of this visit is with somebody else. Ask an owner to decide on it.');
  return first.id;
}
