import { z } from 'zod';
import { endpoints } from '../../lib/endpoint.js';
import { id, idText } from '../../lib/fields.js';
import { customerStatuses } from '../record/row.js';

const reference = z.string().regex(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/, 'must be a reference such as K7QD-3MXA');

/** A booking that has something still to come. */
export const comingBooking = z.object({
  reference,
  /** `pending` when some of it waits for approval. */
  status: z.enum(['pending', 'confirmed']),
  start: z.string(),
  end: z.string(),
  /** The location's. */
  timeZone: z.string(),
  services: z.array(z.string()),
  providers: z.array(z.string()),
});
export type ComingBooking = z.output<typeof comingBooking>;

/** More coming bookings of one customer than this are not listed one by one. */
export const mostComing = 200;

const params = z.strictObject({ number: idText });
const state = z.object({ number: id, status: z.enum(customerStatuses), version: z.int() });

export const trashEndpoints = endpoints({
  'GET /customers/:number/trash-preview': {
    who: 'customers.delete',
    summary:
      'What moving a customer to the trash would leave standing: coming and pending bookings, past appointments.',
    params,
    answer: z.object({
      number: id,
      name: z.string(),
      /** By start; at most 200. */
      coming: z.array(comingBooking),
      /** How many coming bookings there are in all. */
      comingTotal: z.int(),
      /** Appointments of the past, which stay in any case. */
      past: z.int(),
    }),
    errors: ['not_found', 'conflict'],
    limit: 'read',
  },
  'POST /customers/:number/trash': {
    who: 'customers.delete',
    summary: 'Move a customer to the trash and cancel those of the coming bookings that are named; the others stand.',
    params,
    body: z.strictObject({ cancel: z.array(reference).max(mostComing) }),
    answer: state.extend({
      cancelled: z.array(reference),
      /** Named, yet still standing, and the error code that says why. */
      notCancelled: z.array(z.object({ reference, code: z.string() })),
    }),
    errors: ['not_found', 'conflict', 'forbidden'],
    limit: 'write',
  },
  'DELETE /customers/:number/trash': {
    who: 'customers.restore',
    summary: 'Take a customer out of the trash.',
    params,
    answer: state,
    errors: ['not_found', 'conflict'],
    limit: 'write',
  },
});
