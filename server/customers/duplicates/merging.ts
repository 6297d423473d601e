import { changedValues } from '../../audit/changes.js';
import type { RecordAudit } from '../../audit/record.js';
import type { Db, Tx } from '../../db/connect.js';
import { transact } from '../../db/transact.js';
import type { Actor } from '../../lib/actor.js';
import { actorLabel } from '../../lib/actor.js';
import type { Clock } from '../../lib/clock.js';
import { AppError } from '../../lib/errors.js';
import type { FieldCipher } from '../../lib/field-cipher.js';
import type { NameAndContact } from '../record/derived.js';
import { deriveRecord } from '../record/derived.js';
import { findActiveCustomer } from '../record/find.js';
import type { CustomerRow } from '../record/row.js';
import { refreshVisits } from '../record/visits.js';
import type { OtherColumns } from '../record/write.js';
import { deleteWords, updateNameAndContact } from '../record/write.js';
import { moveSensitive } from '../sensitive/move.js';
import { columnOf, fieldOf } from './merge-fields.js';
import { moveLogin } from './move-login.js';
import { swapPictures } from './pictures.js';
import type { MergedField } from './schema.js';
import type { Snapshot } from './snapshot.js';

export interface MergeDeps {
  db: Db;
  clock: Clock;
  record: RecordAudit;
  /** The business's country, for telephone numbers. */
  country(): Promise<string>;
  /** For sensitive values, which are sealed for their customer. */
  cipher: FieldCipher;
}

export interface MergeWish {
  kept: number;
  gone: number;
  keptVersion: number;
  goneVersion: number;
  take: readonly MergedField[];
}

const named = new Set<MergedField>(['firstName', 'lastName', 'displayName', 'email', 'phone']);

/**
 * Merges one customer into another and answers the merge's id: the kept one takes the wished fields, all bookings, notes, invoices and
 * messages; the other stays as a row that points to it, so that old links and a booking under its name find the way. AppErrors:
 * `not_found`, `conflict` for one that is not in use or for itself, `stale` when either was changed since it was looked at.
 */
export async function mergeCustomers(deps: MergeDeps, actor: Actor, wish: MergeWish): Promise<number> {
  if (wish.kept === wish.gone)
    throw new AppError('conflict', 'A customer can’t be merged with itself.', { field: 'other' });
  const country = await deps.country();
  return transact(deps.db, async (tx) => {
    const at = deps.clock.now();
    const isAsSeen = await lockBoth(tx, wish, at);
    const kept = await findActiveCustomer(tx, actor, wish.kept);
    const gone = await findActiveCustomer(tx, actor, wish.gone);
    // Only now: who may not see one of them must not learn from this that there is somebody (ATTACKS, oracle 4).
    if (!isAsSeen) throw new AppError('stale', 'Somebody has changed one of the two meanwhile. Look at them again.');
    const before = namesOf(kept);
    // The one that goes lets go of its words; its name and contact stay on its row for the way back.
    await deleteWords(tx, gone.id, deriveRecord(namesOf(gone), country).words);
    await tx('customers').where({ id: gone.id }).update({ status: 'merged', merged_into: kept.id });
    const followers = await repoint(tx, gone.id, kept.id);
    const taken = wish.take.filter((field) => fieldOf(kept, field) !== fieldOf(gone, field));
    await updateNameAndContact(tx, kept.id, before, namesAfter(kept, gone, taken), country, columnsTaken(gone, taken));
    if (taken.includes('picture')) await swapPictures(tx, gone.id, kept.id);
    const moved = await moveAll(tx, gone.id, kept.id);
    const access = await moveLogin(tx, gone, kept);
    const sensitive = await moveSensitive(tx, deps, gone.id, kept.id);
    await refreshVisits(tx, [kept.id, gone.id], at);
    const snapshot: Snapshot = {
      before: valuesOf(kept, taken),
      after: valuesOf(gone, taken),
      moved,
      followers,
      sensitive,
      access,
    };
    const [mergeId] = await tx('merges').insert({
      kept_id: kept.id,
      gone_id: gone.id,
      actor: actorLabel(actor),
      merged_at: at,
      snapshot: JSON.stringify(snapshot),
    });
    const fields = changedValues(snapshot.before, snapshot.after);
    const id = Number(mergeId);
    await deps.record(tx, [
      {
        at,
        actor,
        action: 'customer.merged',
        subject: `customer:${kept.id}`,
        values: { merge: id, other: gone.id, ...fields },
      },
      { at, actor, action: 'customer.merged', subject: `customer:${gone.id}`, values: { merge: id, into: kept.id } },
    ]);
    return id;
  });
}

/**
 * Writes both rows first, in the order of their numbers, so that two merges of the same people never both happen. Answers whether
 * both still had the versions that were looked at.
 */
async function lockBoth(tx: Tx, { kept, gone, keptVersion, goneVersion }: MergeWish, at: number): Promise<boolean> {
  const wanted = [
    [kept, keptVersion],
    [gone, goneVersion],
  ].sort(([left = 0], [right = 0]) => left - right);
  let changed = 0;
  for (const [id, version] of wanted as [number, number][])
    changed += await tx('customers')
      .where({ id, version })
      .update({ version: version + 1, updated_at: at });
  return changed === 2;
}

export const namesOf = (row: CustomerRow): NameAndContact => ({
  firstName: row.first_name,
  lastName: row.last_name,
  displayName: row.display_name_set ? row.display_name : null,
  email: row.email,
  phone: row.phone,
});

function namesAfter(kept: CustomerRow, gone: CustomerRow, taken: readonly MergedField[]): NameAndContact {
  const after: Record<string, unknown> = { ...namesOf(kept) };
  for (const field of taken)
    if (named.has(field))
      after[field] = fieldOf(gone, field) ?? (field.endsWith('Name') && field !== 'displayName' ? '' : null);
  return after as unknown as NameAndContact;
}

function columnsTaken(gone: CustomerRow, taken: readonly MergedField[]): OtherColumns {
  const columns: OtherColumns = {};
  for (const field of taken)
    if (!named.has(field) && field !== 'picture') columns[columnOf[field]] = gone[columnOf[field]];
  return columns;
}

const valuesOf = (row: CustomerRow, fields: readonly MergedField[]): Record<string, string | number | null> =>
  Object.fromEntries(fields.map((field) => [field, fieldOf(row, field)]));

/** Whoever was merged into the one that goes now points to the kept one. */
async function repoint(tx: Tx, from: number, to: number): Promise<number[]> {
  const rows: { id: number }[] = await tx('customers').where({ merged_into: from }).select('id');
  await tx('customers').where({ merged_into: from }).update({ merged_into: to });
  return rows.map((row) => row.id);
}

async function moveAll(tx: Tx, from: number, to: number): Promise<Snapshot['moved']> {
  const moved = { bookings: [] as number[], notes: [] as number[], messages: [] as number[], invoices: [] as number[] };
  for (const [name, table] of [
    ['bookings', 'bookings'],
    ['notes', 'customer_notes'],
    ['messages', 'messages'],
    ['invoices', 'invoices'],
  ] as const) {
    const rows: { id: number }[] = await tx(table).where({ customer_id: from }).select('id');
    moved[name] = rows.map((row) => row.id);
    await tx(table).where({ customer_id: from }).update({ customer_id: to });
  }
  return moved;
}
