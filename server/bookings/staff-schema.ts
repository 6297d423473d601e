import { z } from 'zod';
import { recordEndpoints } from '../customers/record/schema.js';
import { endpoints } from '../lib/endpoint.js';
import { id, lines } from '../lib/fields.js';
import { newBooking } from './schema.js';

/** What the form of “Create appointment and customer” requires whatever the settings say (FEATURES A038). */
const required = ['nationality', 'gender', 'birthDate', 'email', 'phone', 'postalCode'] as const;

/** Somebody new with the fields of `POST /customers`, or the number of somebody who is there. */
const customer = recordEndpoints['POST /customers'].body
  .extend({ number: id.optional() })
  .superRefine((given, context) => {
    const issue = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message });
    const { number, ...fields } = given;
    if (number !== undefined) {
      for (const name of Object.keys(fields)) issue(name, 'must not come with number');
      return;
    }
    for (const name of required) if ((given[name] ?? null) === null) issue(name, 'is missing');
    if (given.firstName === undefined && given.fullName === undefined) issue('fullName', 'is missing');
  });

export const staffBooking = newBooking.omit({ contact: true }).extend({
  note: lines(2000).default(''),
  customer,
  /** Book beside the rules (hours, notice, horizon, absences, the grid), knowingly; with `appointments.overrule`. */
  overrule: z.boolean().default(false),
});
export type StaffBooking = z.output<typeof staffBooking>;

export const staffBookingEndpoints = endpoints({
  'GET /bookings/choices': {
    who: 'appointments.edit',
    summary: 'What staff choose from beside the catalog of visitors.',
    answer: z.object({
      /** In order; also those without a service that can be booked (FEATURES A036). */
      categories: z.array(z.object({ id, name: z.string() })),
      /** The one provider whose time this account may book; 0: nobody's, null: everybody's (S05). */
      provider: z.int().nullable(),
    }),
    errors: [],
    limit: 'read',
  },
  'POST /bookings': {
    who: 'appointments.edit',
    summary:
      'Book a visit for a new customer (with customers.create_with_appointment), or for one who is there (with customers.view).',
    body: staffBooking,
    answer: z.object({
      reference: z.string(),
      /** The customer number. */
      customer: id,
      /** In the order of the services. */
      appointments: z.array(z.object({ id, start: z.string() })),
    }),
    status: 201,
    idempotent: true,
    errors: [
      'forbidden',
      'not_found',
      'conflict',
      'slot_taken',
      'slot_not_offered',
      'price_changed',
      'terms_changed',
      'idempotency_key_reused',
      'idempotency_key_missing',
      'overloaded',
    ],
    limit: 'write',
  },
});
export type StaffBooked = z.output<(typeof staffBookingEndpoints)['POST /bookings']['answer']>;
