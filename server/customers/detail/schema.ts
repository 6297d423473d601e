import { z } from 'zod';
import { endpoints } from '../../lib/endpoint.js';
import { id, idText, numberText, pageOf, pageQuery } from '../../lib/fields.js';
import { itemStatuses } from '../../lib/statuses.js';

const params = z.strictObject({ number: idText });

const overview = z.object({
  createdAt: z.string(),
  /** Places that stand: waiting for approval or confirmed, past and to come (A065). */
  appointments: z.int(),
  openRequests: z.int(),
  coming: z.int(),
  history: z.int(),
  noShows: z.int(),
  notes: z.int(),
  /** Confirmed places whose time is over, for each currency that they were sold in. */
  spent: z.array(z.object({ minor: z.int(), currency: z.string() })),
  /** The first five notes, in the order of the notes tab; `text` is their beginning. */
  firstNotes: z.array(z.object({ id, text: z.string(), pinned: z.boolean() })),
});

/** `requests`: waiting for approval. `coming`: confirmed and not over. `history`: everything else, the newest first. */
export const summaryKinds = ['requests', 'coming', 'history'] as const;

const placeStatus = z.enum(itemStatuses);

const customerAppointment = z.object({
  /** Of the place in the appointment. */
  id,
  appointmentId: id,
  /** Reference of the booking. */
  reference: z.string(),
  serviceId: id,
  service: z.string(),
  colour: z.string(),
  providerId: id,
  provider: z.string(),
  locationId: id,
  location: z.string(),
  timeZone: z.string(),
  start: z.string(),
  end: z.string(),
  status: placeStatus,
  persons: z.int(),
  priceMinor: z.int(),
  currency: z.string(),
  /** What the customer wrote when booking. */
  note: z.string(),
});

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const activityEntry = z.object({
  /** `audit:12` or `mail:7`: one of its kind. */
  key: z.string(),
  at: z.string(),
  who: z.object({
    kind: z.enum(['account', 'customer', 'system']),
    /** Of the account; null when it is nobody's any more. */
    name: z.string().nullable(),
  }),
  /** `customer.changed`, `booking.created`; `mail.queued`, `mail.sent` and `mail.dead` for a mail to the customer. */
  action: z.string(),
  /** What the action says beside fields that changed; a value that was erased is missing. */
  facts: z.record(z.string(), scalar),
  /** Fields that changed. A value that was erased, or may not be shown, is null. */
  changes: z.array(z.object({ field: z.string(), from: scalar, to: scalar })),
  /** Reference of the booking that it is about. */
  booking: z.string().nullable(),
});

export const detailEndpoints = endpoints({
  'GET /customers/:number/overview': {
    who: 'customers.view',
    summary: 'What stands beside a customer: counts, sums and the first notes.',
    params,
    answer: overview,
    errors: ['not_found'],
    limit: 'read',
  },
  'GET /customers/:number/appointments': {
    who: 'customers.view',
    summary: 'Requests, coming appointments or the history of a customer, a page at a time.',
    params,
    query: z.strictObject({ kind: z.enum(summaryKinds), ...pageQuery }),
    answer: pageOf(customerAppointment),
    errors: ['not_found'],
    limit: 'read',
  },
  'GET /customers/:number/activity': {
    who: 'customers.view',
    summary: 'What happened to a customer, the newest first: the trail, and mail that was sent.',
    params,
    query: z.strictObject({ page: numberText(1, 1000).optional(), pageSize: pageQuery.pageSize }),
    answer: pageOf(activityEntry),
    errors: ['not_found'],
    limit: 'read',
  },
});
