import { z } from 'zod';
import { endpoints } from '../../lib/endpoint.js';
import { day, id, idText, lines, timeZone, wallTime } from '../../lib/fields.js';

const noteText = lines(5000).refine((text) => text !== '', 'must not be empty');

/** A wall-clock time of a zone; the business's where none is named (DESIGN, rule T1). */
const remindOn = z.strictObject({ day, time: wallTime, timeZone: timeZone.optional() });

export const customerNote = z.object({
  id,
  version: z.int(),
  text: z.string(),
  pinned: z.boolean(),
  /** When its author is reminded, and the zone whose clock that was chosen on. */
  remindAt: z.string().nullable(),
  remindZone: z.string().nullable(),
  doneAt: z.string().nullable(),
  /** The account that wrote it; null for notes that came with an import. */
  author: z.object({ id, name: z.string() }).nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});

const ofCustomer = z.strictObject({ number: idText });
const oneNote = z.strictObject({ number: idText, id: idText });

export const noteEndpoints = endpoints({
  'GET /customers/:number/notes': {
    who: 'customers.view',
    summary: 'The notes about a customer: pinned ones first, then in the order that staff gave them.',
    params: ofCustomer,
    answer: z.object({ items: z.array(customerNote) }),
    errors: ['not_found'],
    limit: 'read',
  },
  'POST /customers/:number/notes': {
    who: 'customers.edit',
    summary: 'Add a note, above the others.',
    params: ofCustomer,
    body: z.strictObject({ text: noteText, pinned: z.boolean().optional(), remindOn: remindOn.optional() }),
    answer: customerNote,
    status: 201,
    errors: ['not_found', 'conflict'],
    limit: 'write',
  },
  'PATCH /customers/:number/notes/:id': {
    who: 'customers.edit',
    summary:
      'Change a note, pin it, set or clear its reminder, mark it done. A stale version answers 409 with the note as it is.',
    params: oneNote,
    body: z.strictObject({
      version: z.int().min(1),
      text: noteText.optional(),
      pinned: z.boolean().optional(),
      remindOn: remindOn.nullable().optional(),
      done: z.boolean().optional(),
    }),
    answer: customerNote,
    errors: ['not_found', 'stale', 'conflict'],
    limit: 'write',
  },
  'DELETE /customers/:number/notes/:id': {
    who: 'customers.edit',
    summary: 'Delete a note. It can come back for 30 days.',
    params: oneNote,
    answer: z.null(),
    status: 204,
    errors: ['not_found', 'conflict'],
    limit: 'write',
  },
  'POST /customers/:number/notes/:id/restoration': {
    who: 'customers.edit',
    summary: 'Bring a deleted note back to where it was.',
    params: oneNote,
    body: z.strictObject({}),
    answer: customerNote,
    errors: ['not_found', 'conflict'],
    limit: 'write',
  },
  'PUT /customers/:number/notes/order': {
    who: 'customers.edit',
    summary: 'Put the notes into an order: every note exactly once. Pinned ones still come first.',
    params: ofCustomer,
    body: z.strictObject({ ids: z.array(id).min(1).max(1000) }),
    answer: z.object({ items: z.array(customerNote) }),
    errors: ['not_found', 'stale', 'conflict'],
    limit: 'write',
  },
});
