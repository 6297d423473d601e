import type { Tx } from '../../db/connect.js';
import { transact } from '../../db/transact.js';
import type { Actor } from '../../lib/actor.js';
import { AppError } from '../../lib/errors.js';
import type { ImportDeps } from './deps.js';
import type { ImportRow, ImportStatus } from './import-row.js';
import { findImport, mappingOf, refuseState, undoFor } from './import-row.js';
import { removeImport } from './removing.js';

const names = ['firstName', 'fullName'] as const;

/** Asks for the dry run. AppErrors: `not_found`; `conflict`; `invalid_request` when no column holds a name. */
export async function askForCheck({ db, clock }: ImportDeps, actor: Actor, id: number): Promise<void> {
  const row = await findImport(db, actor, id);
  const mapping = mappingOf(row);
  if (!names.some((name) => mapping.includes(name)))
    throw new AppError('invalid_request', 'Choose the column that holds the first name or the full name.', {
      field: 'mapping',
      details: { reason: 'no_name' },
    });
  if (!(await db('import_pieces').where({ import_id: id }).first('piece')))
    throw new AppError('conflict', 'The file of this import is gone.', { details: { reason: 'file_gone' } });
  const change = { status: 'checking', next_chunk: 0, n_done: 0, failure: null, touched_at: clock.now() };
  await step({ db }, actor, id, ['staged', 'checked', 'failed'], change);
}

/** Begins the import that the dry run showed. AppErrors: `not_found`, `conflict`. */
export async function confirmImport(deps: ImportDeps, actor: Actor, id: number): Promise<void> {
  const { db, clock, record } = deps;
  await findImport(db, actor, id);
  const at = clock.now();
  const started = await transact(db, async (tx) => {
    const begun = await tx('imports')
      .where({ id, status: 'checked' })
      .update({ status: 'running', next_chunk: 0, n_done: 0, touched_at: at, lease_owner: '', lease_until: 0 });
    if (begun !== 1) return false;
    const row: ImportRow = await tx('imports').where({ id }).first();
    const values = { rows: row.total, new: row.n_new, update: row.n_update, policy: row.policy };
    await record(tx, [{ at, actor, action: 'customer.import_started', subject: `import:${id}`, values }]);
    return true;
  });
  if (!started) await refuseState(db, actor, id);
}

/**
 * Takes a finished import back. AppErrors: `not_found`; `conflict` with `details.reason` `too_late` after seven days, else for an
 * import that is not finished.
 */
export async function askForUndo({ db, clock, record }: ImportDeps, actor: Actor, id: number): Promise<void> {
  const row = await findImport(db, actor, id);
  const now = clock.now();
  if ((row.finished_at ?? now) <= now - undoFor || row.pruned_at !== null)
    throw new AppError('conflict', 'This import is too old to be undone.', { details: { reason: 'too_late' } });
  const last = await db('import_chunks').where({ import_id: id }).max({ chunk: 'chunk' }).first();
  // Packets behind the one where an import was stopped were never written, and have nothing to take back.
  const change = { status: 'undoing', next_chunk: Number(last?.chunk ?? -1), n_done: 0, touched_at: now };
  // What follows is done in the name of who imported, so here it is said who wanted it.
  const told = { at: now, actor, action: 'customer.import_undo_asked', subject: `import:${id}`, values: {} };
  await step({ db }, actor, id, ['done', 'cancelled'], change, (tx) => record(tx, [told]));
}

/** Stops an import that is running, where it is; forgets one that has not begun. AppErrors: `not_found`, `conflict`. */
export async function discardImport({ db, clock, record }: ImportDeps, actor: Actor, id: number): Promise<void> {
  await findImport(db, actor, id);
  const at = clock.now();
  const happened = await transact(db, async (tx) => {
    const over = { finished_at: at, touched_at: at, lease_owner: '', lease_until: 0 };
    const stopped = await tx('imports')
      .where({ id, status: 'running' })
      .update({ ...over, status: 'cancelled' });
    if (stopped)
      await tx('imports')
        .where({ id })
        .update(await countsSoFar(tx, id));
    const forgotten = stopped
      ? 0
      : await tx('imports').whereIn('status', ['staged', 'checking', 'checked', 'failed']).where({ id }).delete();
    const action = stopped ? 'customer.import_stopped' : 'customer.import_discarded';
    if (stopped + forgotten > 0) await record(tx, [{ at, actor, action, subject: `import:${id}`, values: {} }]);
    return stopped ? 'stopped' : forgotten ? 'forgotten' : null;
  });
  if (happened === null) await refuseState(db, actor, id);
  if (happened === 'forgotten') await removeImport(db, id);
}

/** What was written before an import was stopped. */
async function countsSoFar(tx: Tx, id: number): Promise<Record<string, number>> {
  const { next_chunk: next } = await tx('imports').where({ id }).first('next_chunk');
  const sums = await tx('import_chunks')
    .where({ import_id: id })
    .andWhere('chunk', '<', next)
    .sum({ n_new: 'n_new', n_update: 'n_update', n_skip: 'n_skip', n_error: 'n_error' })
    .first();
  return Object.fromEntries(Object.entries(sums ?? {}).map(([name, sum]) => [name, Number(sum ?? 0)]));
}

async function step(
  { db }: Pick<ImportDeps, 'db'>,
  actor: Actor,
  id: number,
  from: readonly ImportStatus[],
  change: Record<string, unknown>,
  andThen: (tx: Tx) => Promise<void> = async () => {},
): Promise<void> {
  const taken = await transact(db, async (tx) => {
    const changed = await tx('imports')
      .where({ id })
      .whereIn('status', [...from])
      .update({ ...change, lease_owner: '', lease_until: 0 });
    if (changed === 1) await andThen(tx);
    return changed;
  });
  if (taken !== 1) await refuseState(db, actor, id);
}
