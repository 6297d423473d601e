import { z } from 'zod';
import { endpoints } from '../lib/endpoint.js';
import { id, idText, pageOf, pageQuery } from '../lib/fields.js';

export const messageStates = ['queued', 'sent', 'dead'] as const;

const messageRow = z.object({
  id,
  recipient: z.string(),
  recipientName: z.string(),
  audience: z.enum(['customer', 'provider', 'staff']),
  template: z.string(),
  subject: z.string(),
  state: z.enum(messageStates),
  attempts: z.int(),
  lastAnswer: z.string(),
  createdAt: z.string(),
  sentAt: z.string().nullable(),
});

export const messageAdminEndpoints = endpoints({
  'GET /messages': {
    who: 'messages.view',
    summary: 'Mail that was or will be sent, newest first.',
    query: z.strictObject({ state: z.enum(messageStates).optional(), ...pageQuery }),
    answer: pageOf(messageRow),
    errors: [],
    limit: 'read',
  },
  'GET /messages/:id': {
    who: 'messages.view',
    summary: 'One mail as its recipient sees it.',
    params: z.strictObject({ id: idText }),
    answer: messageRow.extend({ text: z.string(), html: z.string(), calendar: z.string().nullable() }),
    errors: ['not_found'],
    limit: 'read',
  },
  'POST /messages/:id/retry': {
    who: 'messages.view',
    summary: 'Try a dead mail once more.',
    params: z.strictObject({ id: idText }),
    body: z.strictObject({}),
    answer: messageRow,
    errors: ['not_found', 'conflict'],
    limit: 'write',
  },
});
