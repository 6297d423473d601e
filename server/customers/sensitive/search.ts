import { transact } from '../../db/transact.js';
import type { Actor } from '../../lib/actor.js';
import { AppError } from '../../lib/errors.js';
import { searchableFields } from '../nationality/profiles.js';
import { maySeeTrash } from '../record/find.js';
import type { CustomerStatus } from '../record/row.js';
import { scopeOf, withinScope } from '../scope.js';
import type { DisclosureDeps } from './disclosure.js';
import { labelOf } from './rows.js';

export interface SensitiveMatch {
  number: number;
  name: string;
  status: CustomerStatus;
  field: string;
  label: string;
}

interface FoundRow {
  id: number;
  display_name: string;
  status: CustomerStatus;
  field: string;
}

/** Who has a number is one person, or a few by mistake. */
const most = 50;

/**
 * Customers who have exactly this value, in one field or in any that it can be a value of. AppError `invalid_request` when it is none
 * of any: half a number finds nobody, and better says so than seems to have looked.
 */
export function searchSensitive(
  deps: DisclosureDeps,
  actor: Actor,
  { value, field }: { value: string; field?: string | undefined },
): Promise<SensitiveMatch[]> {
  const indexes = searchableFields().flatMap((one) => {
    const checked = field === undefined || field === one.name ? one.check(value) : { ok: false as const };
    return checked.ok ? [{ field: one.name, index: deps.cipher.blindIndex(one.name, checked.value) }] : [];
  });
  if (indexes.length === 0)
    throw new AppError('invalid_request', 'Search by the whole number; this is none of any kind that is kept.', {
      field: 'value',
    });
  return transact(deps.db, async (tx) => {
    const query = tx('customers')
      .join('customer_sensitive', 'customer_sensitive.customer_id', 'customers.id')
      .whereIn(
        'customer_sensitive.blind_index',
        indexes.map(({ index }) => index),
      )
      .whereIn('customers.status', maySeeTrash(actor) ? ['active', 'trashed'] : ['active']);
    const rows: FoundRow[] = await withinScope(query, scopeOf(actor))
      .orderBy(['customers.sort_name', 'customers.id'])
      .limit(most)
      .select('customers.id', 'customers.display_name', 'customers.status', 'customer_sensitive.field');
    await deps.record(tx, [
      {
        at: deps.clock.now(),
        actor,
        action: 'customers.searched_by_sensitive',
        subject: 'customers',
        values: { fields: indexes.map((one) => one.field), found: rows.map((row) => row.id) },
      },
    ]);
    return rows.map((row) => ({
      number: row.id,
      name: row.display_name,
      status: row.status,
      field: row.field,
      label: labelOf(row.field),
    }));
  });
}
