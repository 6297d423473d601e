import { deriveRecord } from '../../server/customers/record/derived.js';
import { insertCustomer } from '../../server/customers/record/write.js';
import type { Db } from '../../server/db/connect.js';
import { transact } from '../../server/db/transact.js';

export interface CustomerWish {
  firstName?: string;
  lastName?: string;
  displayName?: string | null;
  email?: string | null;
  phone?: string | null;
  /** Further columns of `customers`, by their names there. */
  more?: Record<string, string | number | null>;
}

/** A customer as the record itself would keep it; answers the customer number. */
export const aCustomer = (db: Db, wish: CustomerWish = {}): Promise<number> => {
  const { firstName = 'Ben', lastName = 'Miller', displayName = null, email = null, phone = null, more = {} } = wish;
  const derived = deriveRecord({ firstName, lastName, displayName, email, phone }, 'PT');
  const columns = { source: 'staff', created_at: Date.parse('2026-11-20T10:00:00Z'), ...more };
  return transact(db, (tx) => insertCustomer(tx, derived, columns));
};
