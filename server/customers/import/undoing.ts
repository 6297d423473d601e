import type { AuditEntry } from '../../audit/record.js';
import type { Tx } from '../../db/connect.js';
import { isForeignKey, transact } from '../../db/transact.js';
import type { Actor } from '../../lib/actor.js';
import { breather } from '../../lib/courtesy.js';
import type { RecordValues } from '../record/fields.js';
import type { CustomerRow } from '../record/row.js';
import type { WrittenChunk } from './chunk-store.js';
import { packOutcomes, readWritten } from './chunk-store.js';
import type { ImportDeps } from './deps.js';
import type { ImportRow } from './import-row.js';
import type { Lease } from './lease.js';
import { hold } from './lease.js';
import { removeUntouched } from './removing-customers.js';
import { changeRecord, importedEntry, RecordMoved } from './updating.js';

const tries = 5;

/**
 * Takes a finished import back, packet by packet, the last first: what a later row changed of a customer that an earlier one added is
 * taken back before. Customers that it added and that nobody has touched since are really removed, not
 * put into the trash: they were never meant to be there, and a trash of a million strangers serves nobody. Records that it changed
 * get their former values where its version is still the last. Everything else is kept and marked.
 */
export async function undoImport(deps: ImportDeps, actor: Actor, row: ImportRow, lease: Lease): Promise<void> {
  const { db, clock, record } = deps;
  const pause = breather();
  for (let at = row.next_chunk; at >= 0; at -= 1) {
    const chunk = await readWritten(db, row.id, at);
    if (chunk !== null) await undoChunk(deps, actor, row, lease, chunk);
    // Whoever waits for the database meanwhile is served before the next packet.
    await pause();
  }
  await transact(db, async (tx) => {
    const at = clock.now();
    await hold(tx, lease, at, {}, { status: 'undone', undone_at: at, touched_at: at, lease_owner: '', lease_until: 0 });
    const {
      n_removed: removed,
      n_restored: restored,
      n_kept: kept,
    }: ImportRow = await tx('imports').where({ id: row.id }).first();
    const values = { removed, restored, kept };
    await record(tx, [{ at, actor, action: 'customer.import_undone', subject: `import:${row.id}`, values }]);
  });
}

async function undoChunk(
  deps: ImportDeps,
  actor: Actor,
  row: ImportRow,
  lease: Lease,
  chunk: WrittenChunk,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transact(deps.db, (tx) => undoWithin(tx, deps, actor, row, lease, chunk));
    } catch (error) {
      // Somebody booked or wrote at this moment: look again.
      if (attempt >= tries || !(isForeignKey(error) || error instanceof RecordMoved)) throw error;
    }
  }
}

async function undoWithin(
  tx: Tx,
  { clock, record }: ImportDeps,
  actor: Actor,
  row: ImportRow,
  lease: Lease,
  chunk: WrittenChunk,
): Promise<void> {
  const at = clock.now();
  await hold(tx, lease, at, { next_chunk: chunk.chunk });
  const { restored, entries } = await restoreChanged(tx, actor, row, chunk, at);
  const added = chunk.outcomes.flatMap(({ kind, customer }) =>
    kind === 'new' && customer !== undefined ? [customer] : [],
  );
  const removed = await removeUntouched(tx, row.id, added);
  const isTakenBack = (customer: number) => removed.has(customer) || restored.has(customer);
  const outcomes = chunk.outcomes.map((outcome) => {
    const { kind, customer } = outcome;
    const counts = (kind === 'new' || kind === 'update') && customer !== undefined;
    return counts && !isTakenBack(customer) ? { ...outcome, kept: true as const } : outcome;
  });
  const kept = outcomes.filter((outcome) => outcome.kept).length;
  await tx('import_chunks')
    .where({ import_id: row.id, chunk: chunk.chunk })
    .update(await packOutcomes(outcomes));
  await record(tx, entries);
  const by = (column: string, amount: number) => tx.raw('?? + ?', [column, amount]);
  await hold(
    tx,
    lease,
    at,
    {},
    {
      next_chunk: chunk.chunk - 1,
      n_done: row.total - (chunk.firstRow - 1),
      n_removed: by('n_removed', removed.size),
      n_restored: by('n_restored', restored.size),
      n_kept: by('n_kept', kept),
    },
  );
}

async function restoreChanged(
  tx: Tx,
  actor: Actor,
  row: ImportRow,
  chunk: WrittenChunk,
  at: number,
): Promise<{ restored: Set<number>; entries: AuditEntry[] }> {
  const stories: Story[] = await tx('import_rows')
    .where({ import_id: row.id, kind: 'change' })
    .whereBetween('row_no', [chunk.firstRow, chunk.firstRow + chunk.outcomes.length - 1])
    .orderBy('row_no', 'desc');
  const restored = new Set<number>();
  const entries: AuditEntry[] = [];
  for (const story of stories) {
    const id = story.customer_id;
    const known: CustomerRow | undefined = await tx('customers').where({ id, status: 'active' }).first();
    if (!known || !(await isOurs(tx, story, known.version))) continue;
    const changed = await changeRecord(tx, known, JSON.parse(story.detail) as Partial<RecordValues>, row.country, at);
    await tx('import_rows')
      .where({ import_id: row.id, kind: 'change', row_no: story.row_no })
      .update({ kind: 'restored', version_after: known.version + 1 });
    restored.add(id);
    entries.push({ ...importedEntry(actor, at, id, row.id, changed), action: 'customer.import_undone' });
  }
  return { restored, entries };
}

interface Story {
  import_id: number;
  row_no: number;
  customer_id: number;
  version_after: number;
  detail: string;
}

/** Whether a record is as this import left it: by this row, or by taking back a later one. */
async function isOurs(tx: Tx, { import_id, customer_id, version_after }: Story, version: number): Promise<boolean> {
  if (version === version_after) return true;
  const restored = { import_id, customer_id, kind: 'restored', version_after: version };
  return (await tx('import_rows').where(restored).first('row_no')) !== undefined;
}
