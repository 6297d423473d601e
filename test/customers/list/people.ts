import { deriveRecord } from '../../../server/customers/record/derived.js';
import { insertCustomer } from '../../../server/customers/record/write.js';
import type { Db } from '../../../server/db/connect.js';
import { transact } from '../../../server/db/transact.js';
import type { Actor } from '../../../server/lib/actor.js';
import type { Permission } from '../../../server/lib/permissions.js';
import { permissions } from '../../../server/lib/permissions.js';

export const now = Date.parse('2026-05-04T08:00:00Z');

/** A customer's values in these tests; what is absent is empty. */
export interface Person {
  firstName: string;
  lastName: string;
  displayName?: string;
  email?: string | null;
  phone?: string | null;
  status?: string;
  newsletter?: 0 | 1;
  nationality?: string | null;
  created_at?: number;
  trashed_at?: number | null;
  last_start_at?: number | null;
  latest_start_at?: number | null;
  note?: string | null;
}

/** Adds a customer as the server does and answers the number. */
export const addPerson = (db: Db, person: Person): Promise<number> => {
  const { firstName, lastName, displayName = null, email = null, phone = null, ...columns } = person;
  const derived = deriveRecord({ firstName, lastName, displayName, email, phone }, 'PT');
  return transact(db, (tx) => insertCustomer(tx, derived, { source: 'staff', created_at: now, ...columns }));
};

/** An account with everything but these permissions. */
export const anActor = (without: readonly Permission[] = [], providerId: number | null = null): Actor => ({
  kind: 'account',
  accountId: 1,
  sessionHash: '',
  name: 'Ada',
  permissions: new Set(permissions.filter((permission) => !without.includes(permission))),
  providerId,
});
