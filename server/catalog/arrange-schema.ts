import { z } from 'zod';
import { endpoints } from '../lib/endpoint.js';
import { id, idText, line, minor, minutes } from '../lib/fields.js';
import { longestDuration, service } from './schema.js';

const byId = z.strictObject({ id: idText });
const ids = z.array(id).max(5000);
const order = z.strictObject({ ids });

/** A provider who performs a service; null means the service's own price or duration. */
const performer = z.strictObject({
  providerId: id,
  priceMinor: minor.nullable().default(null),
  durationMinutes: minutes(5, longestDuration).nullable().default(null),
});
const performers = z.object({
  providers: z.array(z.object({ providerId: id, priceMinor: z.int().nullable(), durationMinutes: z.int().nullable() })),
});
export type Performer = z.output<typeof performers>['providers'][number];

/** Ids in a query: `4,7`. */
const idList = z
  .string()
  .max(2000)
  .regex(/^[1-9]\d{0,15}(?:,[1-9]\d{0,15})*$/, 'must be ids with commas between them')
  .transform((text) => text.split(',').map(Number));

/** Coming appointments that a change would touch if it touched any. They keep their time, length, price and places. */
const impact = z.object({
  coming: z.int(),
  /** Start of the last one. */
  last: z.string().nullable(),
  first: z.array(z.object({ start: z.string(), timeZone: z.string(), service: z.string(), provider: z.string() })),
});
export type Impact = z.output<typeof impact>;

export const catalogArrangeEndpoints = endpoints({
  'PUT /categories/order': {
    who: 'catalog.edit',
    summary: 'Put the categories into an order: every one exactly once.',
    body: order,
    answer: z.null(),
    status: 204,
    errors: ['stale'],
    limit: 'write',
  },
  'PUT /locations/order': {
    who: 'catalog.edit',
    summary: 'Put the locations into an order: every one exactly once.',
    body: order,
    answer: z.null(),
    status: 204,
    errors: ['stale'],
    limit: 'write',
  },
  'PUT /categories/:id/services': {
    who: 'catalog.edit',
    summary: 'Put the services of a category into an order; those from elsewhere move into it.',
    params: byId,
    body: order,
    answer: z.null(),
    status: 204,
    errors: ['not_found', 'stale'],
    limit: 'write',
  },
  'POST /services/:id/copies': {
    who: 'catalog.edit',
    summary: 'Add another service like this one, with the same providers.',
    params: byId,
    body: z.strictObject({ name: line(120) }),
    answer: service,
    status: 201,
    errors: ['not_found'],
    limit: 'write',
  },
  'PUT /services/:id/providers': {
    who: 'providers.edit',
    summary: 'Say who performs a service, with a price and a duration of their own or the service’s.',
    params: byId,
    body: z.strictObject({ providers: z.array(performer).max(1000) }),
    answer: performers,
    errors: ['not_found'],
    limit: 'write',
  },
  'GET /services/:id/impact': {
    who: 'catalog.edit',
    summary: 'The coming appointments of a service, all or those with some providers: what a change leaves as it is.',
    params: byId,
    query: z.strictObject({ providers: idList.optional() }),
    answer: impact,
    errors: ['not_found'],
    limit: 'read',
  },
  'GET /locations/:id/impact': {
    who: 'catalog.edit',
    summary: 'The coming appointments at a location: what a change leaves as it is.',
    params: byId,
    answer: impact,
    errors: ['not_found'],
    limit: 'read',
  },
});
