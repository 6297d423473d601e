import type { Db, Tx } from '../../db/connect.js';
import { transact } from '../../db/transact.js';

const tables = ['import_pieces', 'import_chunks', 'import_rows'] as const;

/** Packets are removed a few at a time: each holds up to a megabyte. */
const batch = 50;

/** Removes what an import read and noted of single rows. Can be cut off and called again. */
export async function removeRows(db: Db, importId: number): Promise<void> {
  for (const [table, key] of [
    ['import_pieces', 'piece'],
    ['import_chunks', 'chunk'],
  ] as const) {
    for (;;) {
      const found: Record<string, number>[] = await db(table).where({ import_id: importId }).limit(batch).select(key);
      if (found.length === 0) break;
      const keys = found.map((row) => row[key] as number);
      await transact(db, (tx) => tx(table).where({ import_id: importId }).whereIn(key, keys).delete());
    }
  }
  await transact(db, (tx) => tx('import_rows').where({ import_id: importId }).delete());
}

/** Removes an import with everything it read. */
export async function removeImport(db: Db, importId: number): Promise<void> {
  await removeRows(db, importId);
  await transact(db, (tx) => tx('imports').where({ id: importId }).delete());
}

/** Forgets the packets of an earlier check. */
export async function forgetChunks(db: Db, importId: number): Promise<void> {
  for (;;) {
    const found: { chunk: number }[] = await db('import_chunks')
      .where({ import_id: importId })
      .limit(batch)
      .select('chunk');
    if (found.length === 0) return;
    const chunks = found.map(({ chunk }) => chunk);
    await transact(db, (tx) => tx('import_chunks').where({ import_id: importId }).whereIn('chunk', chunks).delete());
  }
}

/** For an erasure within one transaction: nothing of the file may stay. */
export async function removeFile(tx: Tx, importId: number): Promise<void> {
  for (const table of tables) await tx(table).where({ import_id: importId }).delete();
}
