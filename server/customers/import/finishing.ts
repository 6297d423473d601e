import type { Tx } from '../../db/connect.js';
import { transact } from '../../db/transact.js';
import type { Actor } from '../../lib/actor.js';
import { sha256 } from '../../lib/ids.js';
import { headerText } from './column-mapping.js';
import type { ImportDeps } from './deps.js';
import type { ImportRow } from './import-row.js';
import { columnsOf } from './import-row.js';
import type { Lease } from './lease.js';
import { hold } from './lease.js';

/** The last step of an import: the trail, the bell, and the mapping remembered for the next file with this header. */
export async function finishImport(
  { db, clock, record, tell }: ImportDeps,
  actor: Actor,
  importId: number,
  lease: Lease,
): Promise<void> {
  await transact(db, async (tx) => {
    const at = clock.now();
    await hold(tx, lease, at, {}, { status: 'done', finished_at: at, touched_at: at, lease_owner: '', lease_until: 0 });
    const row: ImportRow = await tx('imports').where({ id: importId }).first();
    // The rows are kept for undoing; the file itself has served.
    await tx('import_pieces').where({ import_id: importId }).delete();
    const values = { created: row.n_new, updated: row.n_update, skipped: row.n_skip, refused: row.n_error };
    await record(tx, [{ at, actor, action: 'customer.import_finished', subject: `import:${importId}`, values }]);
    await tell(tx, {
      ...{ at, kind: 'import.done', subject: `import:${importId}`, values, permission: 'customers.import' },
      accountId: row.account_id,
    });
    await rememberMapping(tx, row, at);
  });
}

async function rememberMapping(tx: Tx, row: ImportRow, at: number): Promise<void> {
  const names = columnsOf(row).map(({ name }) => name);
  if (row.header === 0 || names.every((name) => name === '')) return;
  const remembered = { mapping: row.mapping, date_order: row.date_order, used_at: at };
  await tx('import_mappings')
    .insert({ header_hash: sha256(headerText(names)), ...remembered })
    .onConflict('header_hash')
    .merge(remembered);
}
