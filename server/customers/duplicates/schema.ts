import { z } from 'zod';
import { endpoints } from '../../lib/endpoint.js';
import { id, idText, pageOf, pageQuery } from '../../lib/fields.js';
import { customerRecord } from '../record/schema.js';

/** One side of a pair: enough to tell two people apart. */
const likely = z.object({
  number: id,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  birthDate: z.string().nullable(),
  createdAt: z.string(),
  appointments: z.int(),
});

export const likenesses = ['email', 'phone', 'name'] as const;

const pair = z.object({ reason: z.enum(likenesses), low: likely, high: likely });

/** Fields that a merge decides one by one. */
export const mergedFields = [
  'firstName',
  'lastName',
  'displayName',
  'email',
  'phone',
  'gender',
  'birthDate',
  'language',
  'timeZone',
  'newsletter',
  'occupation',
  'address1',
  'address2',
  'city',
  'state',
  'postalCode',
  'country',
  'nationality',
  'note',
  'picture',
] as const;
export type MergedField = (typeof mergedFields)[number];

export const duplicateEndpoints = endpoints({
  'GET /customers/duplicates': {
    who: 'customers.merge',
    summary: 'Pairs of customers who may be one person, the latest found first.',
    query: z.strictObject({ customer: idText.optional(), ...pageQuery }),
    answer: pageOf(pair),
    errors: [],
    limit: 'read',
  },
  'POST /customers/duplicates/dismissal': {
    who: 'customers.merge',
    summary: 'These two are two persons: suggest them no more.',
    body: z.strictObject({ numbers: z.tuple([id, id]) }),
    answer: z.null(),
    status: 204,
    errors: ['not_found'],
    limit: 'write',
  },
  'GET /customers/:number/merge': {
    who: 'customers.merge',
    summary: 'What merging another customer into this one would do, field by field.',
    params: z.strictObject({ number: idText }),
    query: z.strictObject({ other: idText }),
    answer: z.object({
      kept: customerRecord,
      gone: customerRecord,
      /** Fields in which the two differ; `take` is what is suggested: the other's where this one's is empty. */
      fields: z.array(z.object({ field: z.enum(mergedFields), take: z.enum(['kept', 'gone']) })),
      moves: z.object({ bookings: z.int(), notes: z.int(), messages: z.int() }),
    }),
    errors: ['not_found', 'conflict'],
    limit: 'read',
  },
  'POST /customers/:number/merge': {
    who: 'customers.merge',
    summary: 'Merge another customer into this one; can be undone for 30 days.',
    params: z.strictObject({ number: idText }),
    body: z.strictObject({
      other: id,
      version: z.int().min(1),
      otherVersion: z.int().min(1),
      /** Fields whose value is the other's from now on. */
      take: z.array(z.enum(mergedFields)).max(mergedFields.length),
    }),
    answer: z.object({ mergeId: id, record: customerRecord }),
    status: 201,
    errors: ['not_found', 'conflict', 'stale'],
    limit: 'write',
  },
  'POST /customers/merges/:id/undo': {
    who: 'customers.merge',
    summary: 'Take a merge back within 30 days.',
    params: z.strictObject({ id: idText }),
    body: z.strictObject({}),
    answer: z.object({ kept: id, restored: id }),
    errors: ['not_found', 'conflict'],
    limit: 'write',
  },
});
