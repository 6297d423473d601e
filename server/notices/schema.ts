import { z } from 'zod';
import { endpoints } from '../lib/endpoint.js';
import { id } from '../lib/fields.js';

const customer = z.object({ number: id, name: z.string() });

const notice = z.object({
  id,
  kind: z.string(),
  /** `customer:12`, `import:4`. */
  subject: z.string(),
  /** The customer that it is about, with the name as it is now; null where it is about none, or one that was erased. */
  customer: customer.nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  createdAt: z.string(),
  read: z.boolean(),
});

/** A note of the account's own whose time has come and that is not done. */
const dueReminder = z.object({
  noteId: id,
  /** For marking it done. */
  version: z.int(),
  customer,
  /** The beginning of the note. */
  text: z.string(),
  remindAt: z.string(),
});

export const noticeAdminEndpoints = endpoints({
  'GET /notices': {
    who: 'account',
    summary: 'What the bell tells this account: due reminders, and the newest 30 notices.',
    answer: z.object({
      /** Due reminders and notices not yet read. */
      unread: z.int(),
      reminders: z.array(dueReminder),
      notices: z.array(notice),
    }),
    errors: [],
    limit: 'read',
  },
  'POST /notices/read': {
    who: 'account',
    summary: 'Mark notices as read. Those that are not for this account are passed over.',
    body: z.strictObject({ ids: z.array(id).min(1).max(100) }),
    answer: z.null(),
    status: 204,
    errors: [],
    limit: 'write',
  },
});
