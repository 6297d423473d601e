import { z } from 'zod';
import { endpoints } from '../lib/endpoint.js';
import { atMostDays, day, id, idText, instant, pageOf, pageQuery, timeZone } from '../lib/fields.js';
import type { ItemStatus } from '../lib/statuses.js';
import { itemStatuses } from '../lib/statuses.js';
import { appointmentRow, bookingSources } from './appointment-row.js';
import { attendances } from './attendance-rules.js';
import { byReference, why } from './schema.js';

/** `confirmed` or `pending,confirmed`; `active`: what stands, `all`: also what was cancelled or rejected. */
const statusList = z.union([
  z.enum(['active', 'all']),
  z
    .string()
    .regex(/^[a-z_]+(?:,[a-z_]+){0,5}$/)
    .transform((text) => text.split(',') as ItemStatus[])
    .refine((names) => names.every((name) => itemStatuses.includes(name)), 'must be statuses, separated by commas'),
]);

const listFields = {
  /** Both inclusive; without them, all time. */
  from: day.optional(),
  to: day.optional(),
  provider: idText.optional(),
  location: idText.optional(),
  service: idText.optional(),
  source: z.enum(bookingSources).optional(),
  status: statusList.optional(),
  /** Words of a customer's name, e-mail, telephone or number, or a booking's reference. */
  q: z.string().trim().max(200).optional(),
  sort: z.enum(['start', '-start', 'created', '-created']).optional(),
  timezone: timeZone.optional(),
};

const rangeRule = {
  check: ({ from, to }: { from?: string | undefined; to?: string | undefined }) =>
    from === undefined || to === undefined || atMostDays(3660)({ from, to }),
  said: { message: 'must be from 0 to 3659 days after from', path: ['to'] },
};
export const appointmentFilter = z.strictObject(listFields).refine(rangeRule.check, rangeRule.said);

const event = z.object({
  key: z.string(),
  at: z.string(),
  who: z.object({ kind: z.enum(['account', 'customer', 'system']), name: z.string().nullable() }),
  action: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  changes: z.array(
    z.object({
      field: z.string(),
      from: z.union([z.string(), z.number(), z.boolean(), z.null()]),
      to: z.union([z.string(), z.number(), z.boolean(), z.null()]),
    }),
  ),
  booking: z.string().nullable(),
});

const appointmentDetail = appointmentRow.extend({
  /** What happened to it and to its bookings, the newest first; mails to customers and providers among it. */
  activity: z.array(event),
  /** Other parts of the same visits. */
  alsoBooked: z.array(z.object({ reference: z.string(), appointment: id, service: z.string(), start: z.string() })),
});
export type AppointmentDetail = z.output<typeof appointmentDetail>;

const decided = z.object({ reference: z.string(), status: z.enum(itemStatuses) });
const notify = z.boolean().default(true);
const whyTold = why.extend({ notify });

const bulkActions = ['approved', 'rejected', 'cancelled', 'restored', ...attendances] as const;
export type AppointmentBulkAction = (typeof bulkActions)[number];

export const bookingAdminEndpoints = endpoints({
  'GET /appointments': {
    who: 'appointments.view',
    summary: 'Appointments that start from one local date to another, by time.',
    query: z.strictObject({ ...listFields, ...pageQuery }).refine(rangeRule.check, rangeRule.said),
    answer: pageOf(appointmentRow).extend({
      /** `total` is the least that there are: beyond 10,000, and where a search means very many, they are not counted. */
      atLeast: z.boolean(),
    }),
    errors: [],
    limit: 'read',
  },
  'GET /appointments/export': {
    who: 'appointments.export',
    summary: 'The bookings of a list as a spreadsheet file (CSV), one row for each place.',
    query: appointmentFilter,
    answer: z.string(),
    media: 'text/csv',
    download: true,
    errors: [],
    limit: 'export',
  },
  'GET /appointments/:id': {
    who: 'appointments.view',
    summary: 'One appointment with everything about it.',
    params: z.strictObject({ id: idText }),
    answer: appointmentDetail,
    errors: ['not_found'],
    limit: 'read',
  },
  'POST /appointments/:id/rescheduling': {
    who: 'appointments.edit',
    summary: 'Give an appointment another time, length, provider or location, with everybody in it.',
    params: z.strictObject({ id: idText }),
    body: z
      .strictObject({
        start: instant,
        /** Only where the length changes. */
        end: instant.optional(),
        provider: id.optional(),
        location: id.optional(),
        version: z.int(),
        /** Beside the rules, knowingly; with `appointments.overrule`. Never over another appointment. */
        overrule: z.boolean().default(false),
        notify,
      })
      .refine(
        ({ start, end }) => {
          const minutes = end === undefined ? 5 : (Date.parse(end) - Date.parse(start)) / 60_000;
          return minutes >= 5 && minutes <= 24 * 60;
        },
        { message: 'must be from 5 minutes to 24 hours after the start', path: ['end'] },
      ),
    answer: appointmentRow,
    errors: ['not_found', 'forbidden', 'stale', 'already_decided', 'slot_taken', 'slot_not_offered', 'overloaded'],
    limit: 'write',
  },
  'POST /appointments/bulk': {
    who: 'appointments.edit',
    summary: 'Decide on, or mark, the bookings of several appointments; each stands for itself.',
    body: z.strictObject({
      ids: z.array(id).min(1).max(200),
      action: z.enum(bulkActions),
      reason: why.shape.reason,
      notify,
    }),
    answer: z.object({
      /** Appointments of which something was changed. */
      done: z.array(id),
      skipped: z.array(z.object({ id, code: z.string() })),
    }),
    errors: [],
    limit: 'write',
  },
  'POST /bookings/:reference/approval': {
    who: 'appointments.edit',
    summary: 'Confirm a booking that waits for it.',
    params: byReference,
    body: z.strictObject({ notify }),
    answer: decided,
    errors: ['not_found', 'already_decided'],
    limit: 'write',
  },
  'POST /bookings/:reference/rejection': {
    who: 'appointments.edit',
    summary: 'Turn down a booking that waits for approval.',
    params: byReference,
    body: whyTold,
    answer: decided,
    errors: ['not_found', 'already_decided'],
    limit: 'write',
  },
  'POST /bookings/:reference/cancellation': {
    who: 'appointments.edit',
    summary: 'Cancel a booking for the business.',
    params: byReference,
    body: whyTold,
    answer: decided,
    errors: ['not_found', 'already_decided'],
    limit: 'write',
  },
  'POST /bookings/:reference/restoration': {
    who: 'appointments.edit',
    summary: 'Take a cancellation or rejection back, if the time is still free.',
    params: byReference,
    body: z.strictObject({ notify }),
    answer: decided,
    errors: ['not_found', 'already_decided', 'slot_taken'],
    limit: 'write',
  },
  'POST /bookings/:reference/attendance': {
    who: 'appointments.edit',
    summary: 'Note that the customer came or didn’t, or take that back.',
    params: byReference,
    body: z.strictObject({ attendance: z.enum(attendances), appointment: id.optional() }),
    answer: decided,
    errors: ['not_found', 'already_decided', 'conflict'],
    limit: 'write',
  },
});
