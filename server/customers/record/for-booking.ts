import type { Tx } from '../../db/connect.js';
import type { Actor } from '../../lib/actor.js';
import { AppError } from '../../lib/errors.js';
import { assertBookable } from '../trash/bookable.js';
import type { NewCustomer } from './creation.js';
import { readyCustomer } from './creation.js';
import type { RecordDeps } from './deps.js';
import { findCustomer } from './find.js';
import { givingWay } from './giving-way.js';

/** The customer of a booking that staff make, and how they are written to. */
export interface StaffCustomer {
  id: number;
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
}

/** Gives the customer, in the transaction of the booking. */
export type CustomerInTransaction = (tx: Tx) => Promise<StaffCustomer>;

/**
 * Somebody new (FEATURES A003). What is wrong with the fields is said at once, under `customer.…`; AppError `conflict` with
 * `details.duplicates` comes in the transaction, before anything is written of the customer.
 */
export async function newForBooking(
  deps: RecordDeps,
  actor: Actor,
  customer: NewCustomer,
): Promise<CustomerInTransaction> {
  const { values, add } = await readyCustomer(deps, actor, customer).catch((error: unknown) => {
    throw below('customer', error);
  });
  const { firstName, lastName, email, phone } = values;
  return async (tx) => ({
    id: await givingWay(() => add(tx)).catch((error: unknown) => {
      throw below('customer', error);
    }),
    firstName,
    lastName,
    email,
    phone,
  });
}

/** Somebody who is there. AppErrors: `not_found` for who is out of the actor's sight; `conflict` for one who is not in use (A082). */
export const chosenForBooking =
  (actor: Actor, number: number): CustomerInTransaction =>
  async (tx) => {
    const row = await findCustomer(tx, actor, number);
    await assertBookable(tx, number);
    return { id: row.id, firstName: row.first_name, lastName: row.last_name, email: row.email, phone: row.phone };
  };

/** A refusal with its fields as the booking's request names them: `gender` is `customer.gender` there. */
function below(parent: string, error: unknown): unknown {
  if (!(error instanceof AppError) || error.field === undefined) return error;
  const { code, message, field, details } = error;
  const issues = details?.['issues'] as { field: string }[] | undefined;
  return new AppError(code, message.startsWith(field) ? `${parent}.${message}` : message, {
    field: `${parent}.${field}`,
    cause: error,
    ...(details
      ? {
          details: {
            ...details,
            ...(issues ? { issues: issues.map((issue) => ({ ...issue, field: `${parent}.${issue.field}` })) } : {}),
          },
        }
      : {}),
  });
}
