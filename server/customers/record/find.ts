import type { Db, Tx } from '../../db/connect.js';
import type { Actor } from '../../lib/actor.js';
import { AppError, notFound } from '../../lib/errors.js';
import type { Permission } from '../../lib/permissions.js';
import { scopeOf, withinScope } from '../scope.js';
import type { CustomerRow } from './row.js';

/** Whoever may do one of these has business in the trash; to others, what is in it is not there (ATTACKS S13). */
const trashPermissions: readonly Permission[] = ['customers.delete', 'customers.restore', 'customers.erase'];

export const maySeeTrash = (actor: Actor): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'account' && trashPermissions.some((permission) => actor.permissions.has(permission)));

/**
 * The row of a customer that this actor may see, whatever its status. AppError `not_found` for a number that is nobody's, that is
 * out of the actor's scope, or in the trash of those who have no business there: all alike (ATTACKS, oracle 4).
 */
export async function findCustomer(db: Db | Tx, actor: Actor, number: number): Promise<CustomerRow> {
  const query = db('customers').where('customers.id', number);
  const row: CustomerRow | undefined = await withinScope(query, scopeOf(actor)).first('customers.*');
  if (!row || (row.status !== 'active' && !maySeeTrash(actor))) throw notFound();
  return row;
}

/**
 * As `findCustomer`, for what is done with customers that are in use. AppError `conflict` with `details.status` for one in the
 * trash, merged or erased.
 */
export async function findActiveCustomer(db: Db | Tx, actor: Actor, number: number): Promise<CustomerRow> {
  const row = await findCustomer(db, actor, number);
  if (row.status === 'active') return row;
  throw new AppError('conflict', 'This customer is not in use: it is in the trash, merged or erased.', {
    details: { status: row.status, ...(row.merged_into ? { mergedInto: row.merged_into } : {}) },
  });
}
