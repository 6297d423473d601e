import type { Db } from '../../db/connect.js';
import { transact } from '../../db/transact.js';
import { undoable } from './undoing.js';

/** Forgets what can no longer be undone, one bulk action at a time. Called by the timetable; answers how many. */
export async function forgetOldBulkActions(db: Db, now: number): Promise<number> {
  const old: { id: number }[] = await db('bulk_actions')
    .where('created_at', '<=', now - undoable)
    .select('id');
  for (const { id } of old)
    await transact(db, async (tx) => {
      await tx('bulk_action_rows').where({ bulk_id: id }).delete();
      await tx('bulk_actions').where({ id }).delete();
    });
  return old.length;
}
