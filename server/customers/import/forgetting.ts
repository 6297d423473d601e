import type { Db } from '../../db/connect.js';
import { transact } from '../../db/transact.js';
import { HOUR } from '../../lib/time-zone.js';
import { undoFor } from './import-row.js';
import { removeImport, removeRows } from './removing.js';

/**
 * Forgets what imports read once they can't be undone any more, seven days after their end, and those that were never begun seven days after
 * somebody last touched them; what a broken upload or a broken removal left, after an hour. The history keeps names and counts. Called by the timetable;
 * answers how many imports that concerned.
 */
export async function forgetOldImports(db: Db, now: number): Promise<number> {
  const ended: { id: number }[] = await db('imports')
    .whereIn('status', ['done', 'cancelled', 'undone'])
    .andWhere('finished_at', '<=', now - undoFor)
    .whereNull('pruned_at')
    .select('id');
  for (const { id } of ended) {
    await removeRows(db, id);
    await transact(db, (tx) =>
      tx('imports').where({ id }).update({ pruned_at: now, head: '[]', columns_read: '[]', mapping: '[]' }),
    );
  }
  const abandoned: { id: number }[] = await db('imports')
    .whereIn('status', ['staged', 'checked', 'failed'])
    .andWhere((old) =>
      old
        .where('touched_at', '<=', now - undoFor)
        .orWhere((broken) => broken.where({ bytes: 0 }).andWhere('touched_at', '<=', now - HOUR)),
    )
    .select('id');
  const orphans: { id: number }[] = await db('import_pieces')
    .whereNotExists((own) => own.from('imports').whereRaw('imports.id = import_pieces.import_id').select(db.raw('1')))
    .distinct({ id: 'import_id' });
  for (const { id } of [...abandoned, ...orphans]) await removeImport(db, id);
  return ended.length + abandoned.length + orphans.length;
}
