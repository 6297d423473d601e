import { z } from 'zod';
import { endpoints } from '../../lib/endpoint.js';
import { currency, id, idText, line, minor, minutes } from '../../lib/fields.js';

const most = z.int().min(1).max(100);
const fields = {
  name: line(120),
  priceMinor: minor,
  currency,
  /** Added to the appointment for each; those of group appointments add none. */
  minutes: minutes(0, 8 * 60),
  /** How many of it one booking can have. */
  most,
  /** With which it can be booked. */
  services: z.array(id).max(1000),
};
export const extra = z.object({
  id,
  name: z.string(),
  priceMinor: z.int(),
  currency: z.string(),
  minutes: z.int(),
  most: z.int(),
  services: z.array(id),
});
const newExtra = z.strictObject({
  ...fields,
  minutes: fields.minutes.default(0),
  most: most.default(1),
  services: fields.services.default([]),
});
const extraChange = z.strictObject(fields).partial();
export type Extra = z.output<typeof extra>;
export type NewExtra = z.output<typeof newExtra>;
export type ExtraChange = z.output<typeof extraChange>;

const byId = z.strictObject({ id: idText });

export const extraEndpoints = endpoints({
  'GET /extras': {
    who: 'catalog.view',
    summary: 'What can be booked with services, in order.',
    answer: z.object({ items: z.array(extra) }),
    errors: [],
    limit: 'read',
  },
  'POST /extras': {
    who: 'catalog.edit',
    summary: 'Add an extra.',
    body: newExtra,
    answer: extra,
    status: 201,
    errors: [],
    limit: 'write',
  },
  'PATCH /extras/:id': {
    who: 'catalog.edit',
    summary: 'Change an extra; what is booked keeps it as it was.',
    params: byId,
    body: extraChange,
    answer: extra,
    errors: ['not_found'],
    limit: 'write',
  },
  'DELETE /extras/:id': {
    who: 'catalog.edit',
    summary: 'Remove an extra; what is booked keeps it.',
    params: byId,
    answer: z.null(),
    status: 204,
    errors: ['not_found'],
    limit: 'write',
  },
});
