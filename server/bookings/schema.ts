import { z } from 'zod';
import { mostServices } from '../availability/limits.js';
import { slot } from '../availability/schema.js';
import { recordFields } from '../customers/record/schema.js';
import { endpoints } from '../lib/endpoint.js';
import {
  atMostDays,
  day,
  email,
  id,
  idText,
  instant,
  language,
  line,
  lines,
  minor,
  pageOf,
  pageQuery,
  phone,
  timeZone,
} from '../lib/fields.js';
import { itemStatuses } from '../lib/statuses.js';
import { visitorFieldNames } from '../settings/customer-fields.js';

const visitorFields = z
  .object(recordFields)
  .pick(
    Object.fromEntries(visitorFieldNames.map((name) => [name, true])) as Record<
      (typeof visitorFieldNames)[number],
      true
    >,
  )
  .partial().shape;

export const contact = z.strictObject({
  firstName: line(100),
  lastName: line(100),
  // Null where the business doesn't ask for it (settings, `customerFields.email.widget`).
  email: email.nullable().default(null),
  phone: phone.nullable().default(null),
  note: lines(2000).default(''),
  // What the business may ask beside them (settings, `customerFields.….widget`), within the limits of the record.
  ...visitorFields,
});
export type Contact = z.output<typeof contact>;

export const newBooking = z.strictObject({
  services: z.array(id).min(1).max(mostServices),
  start: instant,
  location: id,
  /** null: any provider. */
  provider: id.nullable().default(null),
  persons: z.int().min(1).max(1000).default(1),
  /** The total that the visitor saw; another one now answers `price_changed` with it. */
  quotedMinor: minor,
  contact,
  /** The version of the terms that the visitor ticked. */
  acceptedTerms: z.string().min(1).max(64),
  timezone: timeZone,
  language,
});
export type NewBooking = z.output<typeof newBooking>;
/** What is to be booked, whoever it is for. */
export type VisitWish = Omit<NewBooking, 'contact'>;

/** A booking as the person who made it sees it. No ids of customers, no data of others (ATTACKS S12). */
export const ownBooking = z.object({
  reference: z.string(),
  items: z.array(
    z.object({
      service: z.string(),
      provider: z.string(),
      location: z.object({ name: z.string(), address: z.string(), timeZone: z.string() }),
      start: z.string(),
      end: z.string(),
      persons: z.int(),
      priceMinor: z.int(),
      /** What is over stays as it was confirmed: whether somebody came is the business's to note. */
      status: z.enum(['pending', 'confirmed', 'cancelled', 'rejected']),
    }),
  ),
  totalMinor: z.int(),
  currency: z.string(),
  firstName: z.string(),
  email: z.string().nullable(),
  timezone: z.string(),
  language: z.string(),
  /** Until when it can be cancelled (UTC); null when it can't be any more. */
  cancellableUntil: z.string().nullable(),
});
export type OwnBooking = z.output<typeof ownBooking>;

/** What `slot_taken` carries in `details.alternatives`: the nearest free starts. */
export const alternatives = z.array(slot);

const byReference = z.strictObject({
  reference: z.string().regex(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/, 'must be a reference such as K7QD-3MXA'),
});
const why = z.strictObject({ reason: lines(500).default('') });

export const bookingEndpoints = endpoints({
  'POST /bookings': {
    who: 'anyone',
    summary: 'Book one visit: one or more services in a row at one start.',
    body: newBooking,
    answer: z.object({ booking: ownBooking, manageUrl: z.string() }),
    status: 201,
    idempotent: true,
    errors: [
      'slot_taken',
      'slot_not_offered',
      'price_changed',
      'terms_changed',
      'idempotency_key_reused',
      'idempotency_key_missing',
      'overloaded',
    ],
    limit: 'book',
  },
  'GET /bookings/:reference': {
    who: 'anyone',
    summary: 'The booking that a manage link belongs to.',
    params: byReference,
    bearer: 'manage',
    answer: ownBooking,
    errors: ['not_found'],
    limit: 'read',
  },
  'GET /bookings/:reference/calendar': {
    who: 'anyone',
    summary: 'The booking as a calendar file.',
    params: byReference,
    bearer: 'manage',
    answer: z.string(),
    media: 'text/calendar',
    errors: ['not_found'],
    limit: 'read',
  },
  'POST /bookings/:reference/cancellation': {
    who: 'anyone',
    summary: 'Cancel the booking that a manage link belongs to.',
    params: byReference,
    bearer: 'manage',
    body: why,
    answer: ownBooking,
    errors: ['not_found', 'too_late_to_cancel', 'already_decided'],
    limit: 'write',
  },
});

/** A place in an appointment as staff see it in a list. */
export const appointmentRow = z.object({
  id,
  start: z.string(),
  end: z.string(),
  status: z.enum(itemStatuses),
  service: z.object({ id, name: z.string(), colour: z.string() }),
  provider: z.object({ id, name: z.string() }),
  location: z.object({ id, name: z.string(), timeZone: z.string() }),
  capacity: z.int(),
  /** Persons in standing bookings. */
  taken: z.int(),
  bookings: z.array(
    z.object({
      reference: z.string(),
      customer: z.object({ id, name: z.string() }),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      note: z.string(),
      persons: z.int(),
      priceMinor: z.int(),
      currency: z.string(),
      status: z.enum(itemStatuses),
      createdAt: z.string(),
    }),
  ),
});

const decided = z.object({ reference: z.string(), status: z.enum(itemStatuses) });

export const bookingAdminEndpoints = endpoints({
  'GET /appointments': {
    who: 'appointments.view',
    summary: 'Appointments that start from one local date to another, by time.',
    query: z
      .strictObject({
        from: day,
        to: day,
        provider: idText.optional(),
        location: idText.optional(),
        status: z.enum(['active', 'all']).optional(),
        timezone: timeZone.optional(),
        ...pageQuery,
      })
      .refine(atMostDays(366), { message: 'must be from 0 to 365 days after from', path: ['to'] }),
    answer: pageOf(appointmentRow),
    errors: [],
    limit: 'read',
  },
  'POST /bookings/:reference/approval': {
    who: 'appointments.edit',
    summary: 'Confirm a booking that waits for it.',
    params: byReference,
    body: z.strictObject({}),
    answer: decided,
    errors: ['not_found', 'already_decided'],
    limit: 'write',
  },
  'POST /bookings/:reference/rejection': {
    who: 'appointments.edit',
    summary: 'Turn down a booking that waits for approval.',
    params: byReference,
    body: why,
    answer: decided,
    errors: ['not_found', 'already_decided'],
    limit: 'write',
  },
  'POST /bookings/:reference/cancellation': {
    who: 'appointments.edit',
    summary: 'Cancel a booking for the business.',
    params: byReference,
    body: why,
    answer: decided,
    errors: ['not_found', 'already_decided'],
    limit: 'write',
  },
});
