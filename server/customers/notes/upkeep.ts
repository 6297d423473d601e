import type { Db } from '../../db/connect.js';
import { transact } from '../../db/transact.js';
import type { Announce } from '../../outbox/announce.js';
import { keptDeleted } from './change-notes.js';

export interface ReminderDeps {
  db: Db;
  announce: Announce;
  /** The relay looks at once. */
  nudge(): void;
}

const batch = 100;

/**
 * Announces every reminder whose time has come and answers how many. Each is claimed by a conditional update in the transaction of
 * its announcement, so of two servers one announces it, and once.
 */
export async function announceReminders({ db, announce, nudge }: ReminderDeps, now: number): Promise<number> {
  let told = 0;
  for (;;) {
    const due: { id: number }[] = await db('customer_notes')
      .join('customers', 'customers.id', 'customer_notes.customer_id')
      .where('customer_notes.announced_at', 0)
      .where('customer_notes.remind_at', '<=', now)
      .whereNull('customer_notes.done_at')
      .whereNull('customer_notes.deleted_at')
      .where('customers.status', 'active')
      .orderBy('customer_notes.remind_at')
      .limit(batch)
      .select('customer_notes.id');
    for (const { id } of due) if (await announceOne(db, announce, id, now)) told += 1;
    if (due.length < batch) break;
  }
  if (told > 0) nudge();
  return told;
}

const announceOne = (db: Db, announce: Announce, id: number, now: number): Promise<boolean> =>
  transact(db, async (tx) => {
    const claimed = await tx('customer_notes')
      .where({ id, announced_at: 0 })
      .where('remind_at', '<=', now)
      .whereNull('done_at')
      .whereNull('deleted_at')
      .update({ announced_at: now });
    if (claimed === 0) return false;
    await announce(tx, now, { event: 'note.reminder', payload: { noteId: id } });
    return true;
  });

/** Removes for good what was deleted 30 days ago; answers how many notes that were. */
export const pruneNotes = (db: Db, now: number): Promise<number> =>
  transact(db, (tx) =>
    tx('customer_notes')
      .where('deleted_at', '<=', now - keptDeleted)
      .delete(),
  );
