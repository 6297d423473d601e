import { deriveRecord } from '../../../server/customers/record/derived.js';
import { insertCustomer } from '../../../server/customers/record/write.js';
import type { Db } from '../../../server/db/connect.js';
import { transact } from '../../../server/db/transact.js';

/** A customer straight into the tables; answers the customer number. */
export function addCustomer(db: Db, firstName = 'Ben', columns: Record<string, string | number> = {}): Promise<number> {
  const derived = deriveRecord({ firstName, lastName: 'Miller', displayName: null, email: null, phone: null }, 'PT');
  return transact(db, (tx) => insertCustomer(tx, derived, { source: 'admin', created_at: 1000, ...columns }));
}
