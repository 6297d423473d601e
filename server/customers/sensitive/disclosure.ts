import type { RecordAudit } from '../../audit/record.js';
import type { Db } from '../../db/connect.js';
import { transact } from '../../db/transact.js';
import type { Actor } from '../../lib/actor.js';
import type { Clock } from '../../lib/clock.js';
import { notFound } from '../../lib/errors.js';
import { findCustomer } from '../record/find.js';
import type { SensitiveDeps } from './store.js';
import { openOne } from './store.js';

export interface DisclosureDeps extends SensitiveDeps {
  db: Db;
  clock: Clock;
  record: RecordAudit;
}

/**
 * One value in full. The row of the trail is written first and in the same transaction: what is not on record was not seen. AppError
 * `not_found` for a customer out of reach and for a value that isn't there.
 */
export function discloseValue(deps: DisclosureDeps, actor: Actor, number: number, field: string): Promise<string> {
  return transact(deps.db, async (tx) => {
    const customer = await findCustomer(tx, actor, number);
    const found = await openOne(tx, deps, customer.id, field);
    if (!found) throw notFound();
    await deps.record(tx, [
      {
        at: deps.clock.now(),
        actor,
        action: 'customer.disclosed',
        subject: `customer:${customer.id}`,
        values: { field },
      },
    ]);
    return found.value;
  });
}
