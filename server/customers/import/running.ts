import type { AuditEntry } from '../../audit/record.js';
import type { Tx } from '../../db/connect.js';
import { isDuplicate, transact } from '../../db/transact.js';
import type { Actor } from '../../lib/actor.js';
import { breather } from '../../lib/courtesy.js';
import { addCustomers } from './adding.js';
import type { DecidedChunk } from './chunk-store.js';
import { packOutcomes, readDecided } from './chunk-store.js';
import type { Decided } from './deciding.js';
import { decideRows } from './deciding.js';
import type { ImportDeps } from './deps.js';
import { finishImport } from './finishing.js';
import type { ImportRow } from './import-row.js';
import type { Lease } from './lease.js';
import { hold } from './lease.js';
import { changesOf } from './matching.js';
import type { Outcome } from './outcome-rules.js';
import { countOutcomes } from './outcome-rules.js';
import type { ReadyRow } from './ready-row.js';
import { changeRecord, importedEntry, RecordMoved } from './updating.js';

const tries = 5;

/** Writes what the dry run found, packet by packet: each with its own mark in one transaction, so a fall costs and doubles nothing. */
export async function runImport(deps: ImportDeps, actor: Actor, row: ImportRow, lease: Lease): Promise<void> {
  const { db } = deps;
  const pause = breather();
  for (let at = row.next_chunk; ; at += 1) {
    const chunk = await readDecided(db, row.id, at);
    if (chunk === null) break;
    await writeChunk(deps, actor, row, lease, chunk);
    // Whoever waits for the database meanwhile is served before the next packet.
    await pause();
  }
  await finishImport(deps, actor, row.id, lease);
}

async function writeChunk(
  deps: ImportDeps,
  actor: Actor,
  row: ImportRow,
  lease: Lease,
  chunk: DecidedChunk,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transact(deps.db, (tx) => writeWithin(tx, deps, actor, row, lease, chunk));
    } catch (error) {
      // Somebody booked, or changed a record, between our look and our write: look again.
      if (attempt >= tries || !(isDuplicate(error) || error instanceof RecordMoved)) throw error;
    }
  }
}

async function writeWithin(
  tx: Tx,
  { clock, record }: ImportDeps,
  actor: Actor,
  row: ImportRow,
  lease: Lease,
  chunk: DecidedChunk,
): Promise<void> {
  const at = clock.now();
  await hold(tx, lease, at, { next_chunk: chunk.chunk });
  const outcomes = [...chunk.outcomes];
  const entries: AuditEntry[] = [];
  const stories: Record<string, unknown>[] = [];
  let left = chunk.ready.flatMap((ready, index) => (ready ? [{ index, ready }] : []));
  // Rows of one person in one packet are written one after another, so that the later finds the earlier.
  while (left.length > 0) {
    const seen = new Set<string>();
    const later = new Set<number>();
    const decided = await decideRows(
      tx,
      row,
      left.map(({ ready, index }) => ({ ready, issues: chunk.outcomes[index]?.issues ?? [] })),
      (key) => !seen.has(key) && Boolean(seen.add(key)),
    );
    const fresh: { index: number; ready: ReadyRow }[] = [];
    for (const [place, { index, ready }] of left.entries()) {
      const { outcome, known } = decided[place] as Decided;
      const waits = known === null && (outcome.reason === 'twice' || outcome.kind === 'update');
      if (waits) later.add(index);
      else outcomes[index] = outcome;
      if (outcome.kind === 'new') fresh.push({ index, ready });
      if (outcome.kind !== 'update' || known === null) continue;
      const changed = await changeRecord(tx, known, changesOf(known, ready, row.policy), row.country, at);
      entries.push(importedEntry(actor, at, known.id, row.id, changed));
      stories.push(storyOf(row.id, chunk.firstRow + index, known.id, known.version + 1, changed));
    }
    const numbers = await addCustomers(
      tx,
      fresh.map(({ ready }) => ready),
      { importId: row.id, at },
    );
    for (const [place, { index }] of fresh.entries())
      outcomes[index] = { kind: 'new', customer: numbers[place] as number };
    left = left.filter(({ index }) => later.has(index));
  }
  if (stories.length > 0) await tx('import_rows').insert(stories);
  await record(tx, entries);
  await closeChunk(tx, row.id, chunk, outcomes, lease, at);
}

const storyOf = (
  importId: number,
  rowNo: number,
  customer: number,
  version: number,
  changed: Record<string, { from: unknown }>,
): Record<string, unknown> => ({
  import_id: importId,
  kind: 'change',
  row_no: rowNo,
  customer_id: customer,
  version_after: version,
  detail: JSON.stringify(Object.fromEntries(Object.entries(changed).map(([name, { from }]) => [name, from]))),
});

/** Marks a packet as written, and corrects the counts where the world had moved on since the dry run. */
async function closeChunk(
  tx: Tx,
  importId: number,
  chunk: DecidedChunk,
  outcomes: readonly Outcome[],
  lease: Lease,
  at: number,
): Promise<void> {
  const before = countOutcomes(chunk.outcomes);
  const after = countOutcomes(outcomes);
  const packed = await packOutcomes(outcomes);
  await tx('import_chunks').where({ import_id: importId, chunk: chunk.chunk }).update(packed);
  const by = (column: string, amount: number) => tx.raw('?? + ?', [column, amount]);
  await hold(
    tx,
    lease,
    at,
    {},
    {
      next_chunk: chunk.chunk + 1,
      n_done: chunk.firstRow - 1 + outcomes.length,
      n_new: by('n_new', after.new - before.new),
      n_update: by('n_update', after.update - before.update),
      n_skip: by('n_skip', after.skip - before.skip),
      n_error: by('n_error', after.error - before.error),
    },
  );
}
