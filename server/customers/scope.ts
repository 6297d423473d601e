import type { Knex } from 'knex';
import type { Actor } from '../lib/actor.js';

/** Whose customers an actor may see: everybody's, or those who ever booked with one provider. */
export type CustomerScope = 'all' | { providerId: number };

/** Nobody has this id: an account without a provider and without the right to see all sees nobody. */
const nobody = 0;

/** What `customers.view` reaches for this actor (permission `customers.view_all`; ATTACKS S04). */
export function scopeOf(actor: Actor): CustomerScope {
  if (actor.kind !== 'account') return actor.kind === 'system' ? 'all' : { providerId: nobody };
  if (actor.permissions.has('customers.view_all')) return 'all';
  return { providerId: actor.providerId ?? nobody };
}

/** Narrows a query over `customers` to a scope. */
export function withinScope(query: Knex.QueryBuilder, scope: CustomerScope): Knex.QueryBuilder {
  if (scope === 'all') return query;
  return query.whereExists((own) =>
    own
      .from('bookings')
      .join('booking_items', 'booking_items.booking_id', 'bookings.id')
      .join('appointments', 'appointments.id', 'booking_items.appointment_id')
      .whereRaw('bookings.customer_id = customers.id')
      .where('appointments.provider_id', scope.providerId)
      .select('bookings.id'),
  );
}
