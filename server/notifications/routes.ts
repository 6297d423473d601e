import type { RecordAudit } from '../audit/record.js';
import type { Db } from '../db/connect.js';
import { transact } from '../db/transact.js';
import type { Clock } from '../lib/clock.js';
import type { Handlers } from '../lib/endpoint.js';
import { AppError, notFound } from '../lib/errors.js';
import { formatInstant } from '../lib/time-zone.js';
import { withManageLink } from './manage-link.js';
import { withUnsubscribeLink } from './newsletter.js';
import type { MessageRow } from './queries.js';
import { findMessage, listMessages, requeue } from './queries.js';
import type { messageAdminEndpoints } from './schema.js';

export interface MessageRoutesDeps {
  db: Db;
  clock: Clock;
  recordAudit: RecordAudit;
  /** Something is to be sent now. */
  nudge(): void;
}

const defaultPageSize = 25;
/** What the admin sees where the customer's own link stands. */
const hiddenLink = '#';

const answerOf = (row: MessageRow) => ({
  ...row,
  createdAt: formatInstant(row.createdAt),
  sentAt: row.sentAt === null ? null : formatInstant(row.sentAt),
});

/** The handlers of the table of messages. */
export function messageHandlers(deps: MessageRoutesDeps): Handlers<typeof messageAdminEndpoints> {
  const { db, clock, recordAudit, nudge } = deps;
  return {
    async 'GET /messages'({ query: { state, page = 1, pageSize = defaultPageSize } }) {
      const { items, total } = await listMessages(db, { state, page, pageSize });
      return { items: items.map(answerOf), total, page, pageSize };
    },

    async 'GET /messages/:id'({ params: { id } }) {
      const message = await findMessage(db, id);
      if (!message) throw notFound();
      return { ...answerOf(message), ...withUnsubscribeLink(withManageLink(message, hiddenLink), hiddenLink) };
    },

    async 'POST /messages/:id/retry'({ params: { id }, actor }) {
      const at = clock.now();
      const again = await transact(db, async (tx) => {
        if (!(await requeue(tx, id, at))) return false;
        await recordAudit(tx, [{ at, actor, action: 'message.retried', subject: `message:${id}`, values: {} }]);
        return true;
      });
      const message = await findMessage(db, id);
      if (!message) throw notFound();
      if (!again) throw new AppError('conflict', 'Only mail that was given up can be tried again.');
      nudge();
      const { text: _text, html: _html, calendar: _calendar, ...row } = message;
      return answerOf(row);
    },
  };
}
