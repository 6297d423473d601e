import { changedValues } from '../../audit/changes.js';
import type { AuditEntry } from '../../audit/record.js';
import type { Tx } from '../../db/connect.js';
import type { Actor } from '../../lib/actor.js';
import type { RecordValues } from '../record/fields.js';
import { changesNameOrContact, nameAndContactOf, plainColumnsOf, valuesOf } from '../record/fields.js';
import type { CustomerRow } from '../record/row.js';
import { updateNameAndContact } from '../record/write.js';

/** The record was changed between our look and our write: the packet is tried again. */
export class RecordMoved extends Error {}

/**
 * Changes a known customer's record and answers the fields that changed, with what they said. The version is written first: of two
 * who change one record, one finds it gone on.
 */
export async function changeRecord(
  tx: Tx,
  known: CustomerRow,
  changes: Partial<RecordValues>,
  country: string,
  at: number,
): Promise<Record<string, { from: unknown; to: unknown }>> {
  const claimed = await tx('customers')
    .where({ id: known.id, version: known.version, status: 'active' })
    .update({ ...plainColumnsOf(changes), version: known.version + 1, updated_at: at });
  if (claimed !== 1) throw new RecordMoved();
  const before = valuesOf(known);
  const changed = changedValues(before, changes);
  if (changesNameOrContact(changed)) {
    const after = { ...before, ...changes };
    await updateNameAndContact(tx, known.id, nameAndContactOf(before), nameAndContactOf(after), country);
  }
  return changed;
}

/** The line of the trail for a record that an import changed. Those it added carry its number on the record. */
export const importedEntry = (
  actor: Actor,
  at: number,
  customer: number,
  importId: number,
  changed: Record<string, unknown>,
): AuditEntry => ({
  at,
  actor,
  action: 'customer.imported',
  subject: `customer:${customer}`,
  values: { import: importId, ...changed },
});
