import type { Tx } from '../../db/connect.js';
import { isDuplicate, transact } from '../../db/transact.js';
import type { Actor } from '../../lib/actor.js';
import { AppError } from '../../lib/errors.js';
import { identityKey } from '../identity.js';
import { findCustomer } from '../record/find.js';
import type { CustomerRow } from '../record/row.js';
import { keyFor } from '../record/write.js';
import type { TrashDeps } from './deps.js';
import { holdCustomer } from './hold.js';

/**
 * Takes a customer out of the trash, fully usable again (FEATURES A085). Later bookings attach to it again, unless another customer
 * with the same e-mail and name came meanwhile: then they go on attaching to that one. AppError `conflict` with `details.status`
 * when it is not in the trash.
 */
export function restore({ db, clock, record }: TrashDeps, actor: Actor, number: number) {
  const at = clock.now();
  return transact(db, async (tx) => {
    await holdCustomer(tx, number);
    const customer = await findCustomer(tx, actor, number);
    if (customer.status !== 'trashed')
      throw new AppError('conflict', 'This customer is not in the trash.', { details: { status: customer.status } });
    await restoreRow(tx, customer, at);
    await record(tx, [
      {
        at,
        actor,
        action: 'customer.restored',
        subject: `customer:${number}`,
        values: { status: { from: 'trashed', to: 'active' } },
      },
    ]);
    return { number, status: 'active' as const, version: customer.version + 1 };
  });
}

/** Makes one trashed row, which this transaction holds, active again. */
export async function restoreRow(
  tx: Tx,
  customer: Pick<CustomerRow, 'id' | 'version' | 'first_name' | 'last_name' | 'email'>,
  at: number,
): Promise<void> {
  const { id, version, first_name: firstName, last_name: lastName, email } = customer;
  const active = { status: 'active', trashed_at: null, updated_at: at, version: version + 1 };
  const key = await keyFor(tx, id, identityKey({ firstName, lastName, email }));
  const set = (identity: string | null): Promise<number> =>
    tx('customers')
      .where({ id })
      .update({ ...active, identity_key: identity });
  try {
    await set(key);
  } catch (error) {
    // Somebody with the same e-mail and name booked between the look and this.
    if (!isDuplicate(error)) throw error;
    await set(null);
  }
}
