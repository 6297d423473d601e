import { z } from 'zod';
import { endpoints } from '../../lib/endpoint.js';
import { idText } from '../../lib/fields.js';

const byId = z.strictObject({ id: idText });
const choices = z.strictObject({
  /** Whether the names of customers are in it, for whoever the link comes to. */
  customerNames: z.boolean(),
});

const link = z.object({
  customerNames: z.boolean(),
  createdAt: z.string(),
  /** When a calendar last fetched it, to the hour; null: never. */
  readAt: z.string().nullable(),
});

export const feedEndpoints = endpoints({
  'GET /calendar/:file': {
    who: 'anyone',
    summary: 'The appointments of a provider as a calendar to subscribe to. The address is the key.',
    params: z.strictObject({
      file: z
        .string()
        .regex(/^[A-Za-z0-9_-]{43}(?:\.ics)?$/, 'must be the file of a calendar link')
        .transform((name) => name.slice(0, 43)),
    }),
    answer: z.string(),
    media: 'text/calendar',
    errors: ['not_found'],
    limit: 'read',
  },
});

export const feedAdminEndpoints = endpoints({
  'GET /providers/:id/calendar-link': {
    who: 'providers.view',
    summary: 'Whether there is a calendar link of a provider. The address itself is told once, when it is made.',
    params: byId,
    answer: z.object({ link: link.nullable() }),
    errors: ['not_found'],
    limit: 'read',
  },
  'POST /providers/:id/calendar-link': {
    who: 'providers.edit',
    summary: 'Make a calendar link of a provider whose appointments one may see. The one before stops working.',
    params: byId,
    body: choices,
    answer: z.object({ url: z.string(), link }),
    status: 201,
    errors: ['not_found', 'forbidden'],
    limit: 'write',
  },
  'PATCH /providers/:id/calendar-link': {
    who: 'providers.edit',
    summary: 'Change what is in the calendar. The link stays the same.',
    params: byId,
    body: choices,
    answer: z.object({ link }),
    errors: ['not_found', 'forbidden'],
    limit: 'write',
  },
  'DELETE /providers/:id/calendar-link': {
    who: 'providers.edit',
    summary: 'Stop a calendar link from working.',
    params: byId,
    answer: z.null(),
    status: 204,
    errors: ['not_found'],
    limit: 'write',
  },
});

export type CalendarLink = z.output<typeof link>;
