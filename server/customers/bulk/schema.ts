import { z } from 'zod';
import { endpoints } from '../../lib/endpoint.js';
import { id, idText } from '../../lib/fields.js';
import { selection } from '../list/selection.js';

export const bulkActions = ['trash', 'restore', 'newsletter_on', 'newsletter_off'] as const;
export type BulkAction = (typeof bulkActions)[number];

/**
 * Why one was left out: it is so already; it has coming appointments; it is not in use (in the trash, merged or erased); somebody
 * changed it since (undo); the database did not take it.
 */
export const bulkReasons = ['already', 'coming', 'not_active', 'changed', 'error'] as const;
export type BulkReason = (typeof bulkReasons)[number];

/** Most customers that one request changes. */
export const mostAtOnce = 10_000;
/** Most that the answer names. */
export const mostNamed = 200;

export const bulkOutcome = z.object({
  /** By this it can be undone. */
  id,
  done: z.int(),
  skipped: z.int(),
  failed: z.int(),
  /** Those that were not done, at most 200 of them. */
  results: z.array(
    z.object({ number: id, name: z.string(), outcome: z.enum(['skipped', 'failed']), reason: z.enum(bulkReasons) }),
  ),
});
export type BulkOutcome = z.output<typeof bulkOutcome>;

/** Something that was done to many customers. */
const recent = z.object({
  id,
  action: z.enum(bulkActions),
  /** Who did it; null for an account that is gone. */
  account: z.string().nullable(),
  at: z.string(),
  /** How many it changed. */
  customers: z.int(),
  undoneAt: z.string().nullable(),
  /** Until when the asker can undo it; null where that is over or not allowed. */
  undoUntil: z.string().nullable(),
});
export type RecentBulkAction = z.output<typeof recent>;

export const bulkEndpoints = endpoints({
  'GET /customers/bulk': {
    who: 'customers.view',
    summary:
      'Bulk actions of the last 24 hours, newest first: one’s own, and what others did as far as one may undo it.',
    answer: z.object({ items: z.array(recent) }),
    errors: [],
    limit: 'read',
  },
  'POST /customers/bulk': {
    who: 'customers.view',
    summary:
      'Do one thing to many customers, each or not at all, and say of each that was left out why. Needs the permission of the action itself.',
    body: z.strictObject({
      action: z.enum(bulkActions),
      selection,
      /** `trash`: also those with coming appointments, which stand. Without it they are left out and named. */
      includingComing: z.boolean().optional(),
    }),
    answer: bulkOutcome,
    errors: ['forbidden'],
    limit: 'write',
  },
  'POST /customers/bulk/:id/undo': {
    who: 'customers.view',
    summary: 'Take back what a bulk action did within the last 24 hours, where nothing changed since.',
    params: z.strictObject({ id: idText }),
    body: z.strictObject({}),
    answer: bulkOutcome,
    errors: ['not_found', 'conflict'],
    limit: 'write',
  },
});
