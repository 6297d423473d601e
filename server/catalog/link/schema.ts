import { z } from 'zod';
import { endpoints } from '../../lib/endpoint.js';
import { idText } from '../../lib/fields.js';

const params = z.strictObject({ id: idText });
const link = z.object({
  /** The whole address of the booking page with this service; null: there is none. */
  link: z.string().nullable(),
});

export const serviceLinkEndpoints = endpoints({
  'GET /services/:id/link': {
    who: 'catalog.edit',
    summary: 'The link by which a private service can be booked.',
    params,
    answer: link,
    errors: ['not_found'],
    limit: 'read',
  },
  'POST /services/:id/link': {
    who: 'catalog.edit',
    summary: 'Make the link anew; the one before opens nothing more.',
    params,
    answer: link,
    status: 201,
    errors: ['not_found'],
    limit: 'write',
  },
  'DELETE /services/:id/link': {
    who: 'catalog.edit',
    summary: 'Take the link back: it opens nothing more.',
    params,
    answer: z.null(),
    status: 204,
    errors: ['not_found'],
    limit: 'write',
  },
});
