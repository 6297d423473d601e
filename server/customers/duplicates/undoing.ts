import type { Tx } from '../../db/connect.js';
import { transact } from '../../db/transact.js';
import type { Actor } from '../../lib/actor.js';
import { AppError, notFound } from '../../lib/errors.js';
import { DAY } from '../../lib/time-zone.js';
import { erasePicture } from '../picture/store.js';
import type { NameAndContact } from '../record/derived.js';
import { deriveRecord } from '../record/derived.js';
import { findCustomer } from '../record/find.js';
import type { CustomerRow } from '../record/row.js';
import { refreshVisits } from '../record/visits.js';
import type { OtherColumns } from '../record/write.js';
import { insertWords, keyFor, updateNameAndContact } from '../record/write.js';
import { moveSensitive } from '../sensitive/move.js';
import { columnOf, fieldOf } from './merge-fields.js';
import type { MergeDeps } from './merging.js';
import { namesOf } from './merging.js';
import { moveLoginBack } from './move-login.js';
import { swapPictures } from './pictures.js';
import type { MergedField } from './schema.js';
import type { Snapshot } from './snapshot.js';

/** How long a merge can be taken back. */
export const undoableFor = 30 * DAY;

/**
 * Takes a merge back: the other customer is in use again with what it brought, and the kept one has its own values where nobody
 * changed them since. Bookings that came after the merge stay with the kept one. AppErrors: `not_found`; `conflict` when it was
 * undone already, is older than 30 days, or one of the two is no longer as the merge left it.
 */
export async function undoMerge(
  deps: MergeDeps,
  actor: Actor,
  id: number,
): Promise<{ kept: number; restored: number }> {
  const country = await deps.country();
  return transact(deps.db, async (tx) => {
    const at = deps.clock.now();
    const sides = await tx('merges').where({ id }).first('kept_id', 'gone_id');
    if (!sides) throw notFound();
    await holdBoth(tx, [sides.kept_id, sides.gone_id]);
    // Who sees the kept one sees what became part of it: the other has no booking left by which it could be somebody's.
    const kept = await findCustomer(tx, actor, sides.kept_id);
    const gone: CustomerRow = await tx('customers').where({ id: sides.gone_id }).first();
    const claimed = await tx('merges')
      .where({ id })
      .whereNull('undone_at')
      .andWhere('merged_at', '>', at - undoableFor)
      .update({ undone_at: at });
    const merge = await tx('merges').where({ id }).first('snapshot');
    const isAsLeft = gone.status === 'merged' && gone.merged_into === kept.id && kept.status === 'active';
    if (claimed === 0 || !isAsLeft || merge.snapshot === '')
      throw new AppError('conflict', 'This merge can’t be taken back any more.');
    const snapshot = JSON.parse(merge.snapshot) as Snapshot;
    await giveBack(tx, kept, gone.id, snapshot, country, at);
    await moveSensitive(tx, deps, kept.id, gone.id, { only: snapshot.sensitive });
    await bringBack(tx, gone, country, at);
    await moveBack(tx, snapshot, kept.id, gone.id);
    await moveLoginBack(tx, kept, gone.id, snapshot.access);
    await refreshVisits(tx, [kept.id, gone.id], at);
    await deps.record(tx, [
      {
        at,
        actor,
        action: 'customer.merge_undone',
        subject: `customer:${kept.id}`,
        values: { merge: id, other: gone.id },
      },
      {
        at,
        actor,
        action: 'customer.merge_undone',
        subject: `customer:${gone.id}`,
        values: { merge: id, other: kept.id },
      },
    ]);
    return { kept: kept.id, restored: gone.id };
  });
}

/** Whoever merges one of them further, moves it to the trash or erases it at this moment waits, or has been faster. */
const holdBoth = (tx: Tx, ids: readonly number[]): Promise<unknown> =>
  tx('customers')
    .whereIn('id', [...ids])
    .orderBy('id')
    .forUpdate()
    .select('id');

/** The kept customer's own values, where what the merge wrote still stands. */
async function giveBack(
  tx: Tx,
  kept: CustomerRow,
  goneId: number,
  snapshot: Snapshot,
  country: string,
  at: number,
): Promise<void> {
  const names = namesOf(kept) as unknown as Record<string, unknown>;
  const columns: OtherColumns = { version: kept.version + 1, updated_at: at };
  for (const [name, value] of Object.entries(snapshot.before)) {
    const field = name as MergedField;
    const isAsTaken = fieldOf(kept, field) === snapshot.after[name];
    // A picture that was replaced since is nobody's any more; the other still holds the kept one's former picture.
    if (!isAsTaken && field === 'picture') await erasePicture(tx, goneId);
    if (!isAsTaken) continue;
    if (name in names) names[name] = value ?? (name === 'firstName' || name === 'lastName' ? '' : null);
    else if (field === 'picture') await swapPictures(tx, kept.id, goneId);
    else columns[columnOf[field]] = value;
  }
  await updateNameAndContact(tx, kept.id, namesOf(kept), names as unknown as NameAndContact, country, columns);
}

async function bringBack(tx: Tx, gone: CustomerRow, country: string, at: number): Promise<void> {
  const derived = deriveRecord(namesOf(gone), country);
  const key = await keyFor(tx, gone.id, gone.identity_key ?? derived.identityKey);
  await tx('customers')
    .where({ id: gone.id })
    .update({ status: 'active', merged_into: null, identity_key: key, version: gone.version + 1, updated_at: at });
  await insertWords(tx, gone.id, derived);
}

async function moveBack(tx: Tx, { moved, followers }: Snapshot, from: number, to: number): Promise<void> {
  for (const [table, ids] of [
    ['bookings', moved.bookings],
    ['customer_notes', moved.notes],
    ['messages', moved.messages],
    // Absent in snapshots of earlier versions.
    ['invoices', moved.invoices ?? []],
  ] as const) {
    for (let start = 0; start < ids.length; start += 500)
      await tx(table)
        .whereIn('id', ids.slice(start, start + 500))
        .andWhere({ customer_id: from })
        .update({ customer_id: to });
  }
  if (followers.length > 0) await tx('customers').whereIn('id', followers).update({ merged_into: to });
}

/** Snapshots hold personal data: they go when a merge can no longer be taken back. */
export async function forgetOldMerges(tx: Tx, now: number): Promise<void> {
  await tx('merges')
    .where('merged_at', '<=', now - undoableFor)
    .whereNot({ snapshot: '' })
    .update({ snapshot: '' });
}

/** What is to be erased with a customer: the snapshots of its merges. Answers the customers that were merged into it. */
export async function eraseMerges(tx: Tx, customerId: number): Promise<number[]> {
  await tx('merges').where({ kept_id: customerId }).orWhere({ gone_id: customerId }).update({ snapshot: '' });
  const rows: { id: number }[] = await tx('customers').where({ merged_into: customerId }).select('id');
  return rows.map((row) => row.id);
}
