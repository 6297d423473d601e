import type { Knex } from 'knex';
import { scopeOf, withinScope } from '../customers/scope.js';
import type { Actor } from '../lib/actor.js';

/** Nobody has this id. */
const nobody = 0;

/** Whose appointments count as the actor's own; null: everybody's (permission `appointments.view_all`). */
export function ownProvider(actor: Actor): number | null {
  if (actor.kind === 'system') return null;
  if (actor.kind !== 'account') return nobody;
  return actor.permissions.has('appointments.view_all') ? null : (actor.providerId ?? nobody);
}

/**
 * Narrows a query over `invoices` to those of customers whom the actor may see, and, where they see their own appointments alone, to
 * those without a booking or of a booking with them (ATTACKS S04, S07).
 */
export function withinInvoices(query: Knex.QueryBuilder, actor: Actor): Knex.QueryBuilder {
  const customers = scopeOf(actor);
  if (customers !== 'all')
    query.whereExists((theirs) =>
      withinScope(theirs.from('customers').whereRaw('customers.id = invoices.customer_id'), customers).select(
        'customers.id',
      ),
    );
  const provider = ownProvider(actor);
  if (provider === null) return query;
  return query.where((own) =>
    own
      .whereNull('invoices.booking_id')
      .orWhereExists((part) =>
        part
          .from('booking_items')
          .join('appointments', 'appointments.id', 'booking_items.appointment_id')
          .whereRaw('booking_items.booking_id = invoices.booking_id')
          .where('appointments.provider_id', provider)
          .select('booking_items.id'),
      ),
  );
}
