import { scopeOf } from '../customers/scope.js';
import type { Db } from '../db/connect.js';
import { transact } from '../db/transact.js';
import type { Actor } from '../lib/actor.js';
import type { Clock } from '../lib/clock.js';
import type { Handlers } from '../lib/endpoint.js';
import { AppError } from '../lib/errors.js';
import { DAY, formatInstant } from '../lib/time-zone.js';
import type { NoticeRow, Reader } from './queries.js';
import { countUnread, deleteOldNotices, dueReminders, markRead, newestNotices, readable } from './queries.js';
import type { noticeAdminEndpoints } from './schema.js';

export interface NoticeDeps {
  db: Db;
  clock: Clock;
}

const mostNotices = 30;
const mostReminders = 50;
const longestExcerpt = 200;
/** After three months nobody looks for it in the bell any more; what happened stays in the trail. */
const kept = 90 * DAY;

function readerOf(actor: Actor): Reader {
  if (actor.kind !== 'account') throw new AppError('not_signed_in', 'Please sign in.');
  return { accountId: actor.accountId, permissions: [...actor.permissions], scope: scopeOf(actor) };
}

/** The handlers of the bell. What somebody has read is no fact of the business, so the trail doesn't hold it. */
export const noticeHandlers = ({ db, clock }: NoticeDeps): Handlers<typeof noticeAdminEndpoints> => ({
  async 'GET /notices'({ actor }) {
    const reader = readerOf(actor);
    const reminders =
      actor.kind === 'account' && actor.permissions.has('customers.view')
        ? await dueReminders(db, reader, clock.now(), mostReminders)
        : [];
    const notices = await newestNotices(db, reader, mostNotices);
    return {
      unread: reminders.length + (await countUnread(db, reader)),
      reminders: reminders.map((row) => ({
        noteId: row.id,
        version: row.version,
        customer: { number: row.customer_id, name: row.display_name },
        text: row.text.slice(0, longestExcerpt),
        remindAt: formatInstant(row.remind_at),
      })),
      notices: notices.map(noticeOf),
    };
  },

  async 'POST /notices/read'({ actor, body }) {
    const reader = readerOf(actor);
    await transact(db, async (tx) =>
      markRead(tx, reader.accountId, await readable(tx, reader, [...new Set(body.ids)]), clock.now()),
    );
    return null;
  },
});

const noticeOf = (row: NoticeRow) => ({
  id: row.id,
  kind: row.kind,
  subject: row.subject,
  customer:
    row.customer_id !== null && row.display_name !== null && row.status !== 'erased'
      ? { number: row.customer_id, name: row.display_name }
      : null,
  values: JSON.parse(row.values) as Record<string, string | number>,
  createdAt: formatInstant(row.created_at),
  read: row.read_at !== null,
});

/** Takes old notices away; answers how many. */
export const forgetOldNotices = (db: Db, now: number): Promise<number> =>
  transact(db, (tx) => deleteOldNotices(tx, now - kept));
