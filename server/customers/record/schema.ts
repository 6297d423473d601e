import { z } from 'zod';
import { endpoints } from '../../lib/endpoint.js';
import { email, id, idText, language, line, lines, phone, timeZone } from '../../lib/fields.js';
import { parseDay } from '../../lib/time-zone.js';
import { loginSummary, loginWish } from '../../logins/login-wish.js';
import { customerStatuses } from './row.js';

export const genders = ['female', 'male', 'diverse', 'unsaid'] as const;

const countryCode = z.string().regex(/^[A-Z]{2}$/, 'must be a country code such as PT');

/** The oldest who ever lived was 122; that it is not in the future, the present decides (refusals.ts). */
const birthDate = z
  .string()
  .max(10)
  .refine((text) => parseDay(text) !== null && text >= '1880', 'must be a date written YYYY-MM-DD');

/** Every field of a record beside its sensitive ones. In changes, absent leaves and null clears. */
export const recordFields = {
  firstName: line(100),
  lastName: line(100).nullable(),
  /** null: composed of first and last name (A013). */
  displayName: line(201).nullable(),
  email: email.nullable(),
  phone: phone.nullable(),
  gender: z.enum(genders).nullable(),
  birthDate: birthDate.nullable(),
  language: language.nullable(),
  timeZone: timeZone.nullable(),
  newsletter: z.boolean(),
  occupation: line(120).nullable(),
  address1: line(200).nullable(),
  address2: line(200).nullable(),
  city: line(120).nullable(),
  state: line(120).nullable(),
  postalCode: line(20).nullable(),
  country: countryCode.nullable(),
  /** Chooses the profile of sensitive fields (A022). */
  nationality: countryCode.nullable(),
  /** The internal note, for staff alone (A021). */
  note: lines(5000).nullable(),
};

/** Values of sensitive fields by their names in the nationality's profile; null clears. Needs `customers.view_sensitive`. */
const sensitiveValues = z.record(z.string().regex(/^[a-zA-Z]{1,40}$/), z.string().trim().max(200).nullable());

/** A sensitive value as everybody sees it. */
const maskedValue = z.object({ field: z.string(), label: z.string(), masked: z.string() });

export const customerRecord = z.object({
  /** The customer number. */
  number: id,
  status: z.enum(customerStatuses),
  /** Goes up with each change; a change names the one that it was made from. */
  version: z.int(),
  /** What is shown: the display name, or the composed one. */
  name: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  displayName: z.string().nullable(),
  email: z.string().nullable(),
  /** As typed. */
  phone: z.string().nullable(),
  /** As written in its country, or as typed where it is no number that we know. */
  phoneShown: z.string().nullable(),
  gender: z.enum(genders).nullable(),
  birthDate: z.string().nullable(),
  language: z.string().nullable(),
  timeZone: z.string().nullable(),
  newsletter: z.boolean(),
  occupation: z.string().nullable(),
  address1: z.string().nullable(),
  address2: z.string().nullable(),
  city: z.string().nullable(),
  state: z.string().nullable(),
  postalCode: z.string().nullable(),
  country: z.string().nullable(),
  nationality: z.string().nullable(),
  note: z.string().nullable(),
  /** Path of the picture (`/api/v1/admin/customers/12/picture?of=…`), or null. */
  picture: z.string().nullable(),
  sensitive: z.array(maskedValue),
  source: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  trashedAt: z.string().nullable(),
  mergedInto: id.nullable(),
  importId: id.nullable(),
  /** The way into the customer panel. */
  login: loginSummary.nullable(),
});

const params = z.strictObject({ number: idText });
const { firstName, ...optionalFields } = recordFields;

export const recordEndpoints = endpoints({
  'POST /customers': {
    who: 'customers.create',
    summary: 'Add a customer by hand.',
    // A single full name is split (A012); a field that is left out is empty.
    body: z.strictObject({
      firstName: firstName.optional(),
      fullName: line(201).optional(),
      ...(z.object(optionalFields).partial().shape as {
        [Name in keyof typeof optionalFields]: z.ZodOptional<(typeof optionalFields)[Name]>;
      }),
      sensitive: sensitiveValues.optional(),
      /** A new login or one that is there (A096, A097); needs `customers.manage_logins`. */
      login: loginWish.optional(),
      /** The possible duplicates were seen, and it is somebody else all the same. */
      despiteDuplicates: z.boolean().optional(),
    }),
    answer: customerRecord,
    status: 201,
    errors: ['conflict', 'forbidden', 'not_found', 'too_many_requests'],
    limit: 'write',
  },
  'GET /customers/:number': {
    who: 'customers.view',
    summary: 'One customer.',
    params,
    answer: customerRecord,
    errors: ['not_found'],
    limit: 'read',
  },
  'PATCH /customers/:number': {
    who: 'customers.edit',
    summary: 'Change a customer. A stale version answers 409 with both.',
    params,
    body: z.strictObject({
      version: z.int().min(1),
      ...(z.object(recordFields).partial().shape as {
        [Name in keyof typeof recordFields]: z.ZodOptional<(typeof recordFields)[Name]>;
      }),
      sensitive: sensitiveValues.optional(),
    }),
    answer: customerRecord,
    errors: ['not_found', 'stale', 'conflict', 'forbidden'],
    limit: 'write',
  },
});
