import { z } from 'zod';
import { mostServices } from '../availability/limits.js';
import { slot } from '../availability/schema.js';
import { recordFields } from '../customers/record/schema.js';
import { endpoints } from '../lib/endpoint.js';
import { email, id, instant, language, line, lines, minor, phone, timeZone } from '../lib/fields.js';
import { visitorFieldNames } from '../settings/customer-fields.js';
import { bookedExtra } from './extra-schema.js';

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
  /** What is wished beside the services; each goes with the first of them that it can be booked with. */
  extras: z
    .array(z.strictObject({ id, quantity: z.int().min(1).max(100) }))
    .max(20)
    .default([]),
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
      /** With its extras. */
      priceMinor: z.int(),
      /** Absent where there is nothing. */
      extras: z.array(bookedExtra).optional(),
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

export const byReference = z.strictObject({
  reference: z.string().regex(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/, 'must be a reference such as K7QD-3MXA'),
});
export const why = z.strictObject({ reason: lines(500).default('') });

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
