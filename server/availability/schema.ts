import { z } from 'zod';
import { endpoints } from '../lib/endpoint.js';
import { atMostDays, day, id, idText, instant, numberText, timeZone } from '../lib/fields.js';
import { mostDays, mostServices } from './limits.js';

/** `3` or `3,7`: services of one visit, in their order. */
export const serviceList = z
  .string()
  .regex(/^[1-9]\d{0,9}(?:,[1-9]\d{0,9}){0,5}$/, `must be one to ${mostServices} service ids, separated by commas`)
  .transform((text) => text.split(',').map(Number));

/** `4:2,7:1`: two of the extra 4 and one of 7. */
export const extraList = z
  .string()
  .max(400)
  .regex(
    /^[1-9]\d{0,9}:[1-9]\d{0,2}(?:,[1-9]\d{0,9}:[1-9]\d{0,2})*$/,
    'must be extras and how many of each, such as 4:2,7:1',
  )
  .transform((text) =>
    text.split(',').map((part) => {
      const [id = 0, quantity = 0] = part.split(':').map(Number);
      return { id, quantity };
    }),
  );

const asked = {
  service: serviceList,
  provider: idText.optional(),
  location: idText.optional(),
  timezone: timeZone.optional(),
  persons: numberText(1, 1000).optional(),
  extras: extraList.optional(),
};

export const slot = z.object({
  /** When it begins and ends, in UTC. */
  start: z.string(),
  end: z.string(),
  location: id,
  /** Who can perform the whole visit then; the first is the one that a booking for any provider gets, if still free. */
  providers: z.array(id),
  /** Where nobody can alone: one provider for each service, in order. Then `providers` is empty. */
  chain: z.array(id).optional(),
  /** Places left in a group appointment. */
  room: z.int().optional(),
});

/** Why a start can't be booked; a closed list (rule T9). */
export const refusalReasons = [
  'not_offered',
  'past',
  'lead_time',
  'horizon',
  'closure',
  'absence',
  'elsewhere',
  'closed',
  'off_grid',
  'full',
  'busy',
  'buffer',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

export const availability = z.object({
  timezone: z.string(),
  days: z.record(z.string(), z.array(slot)),
  /** The first day after the range's start that has a slot, where the range has none; null when there is none to come. */
  next: z.string().nullable(),
});

export const availabilityEndpoints = endpoints({
  'GET /availability': {
    who: 'anyone',
    summary: 'Times that can be booked from one date to another, both inclusive, 62 days at most.',
    query: z
      .strictObject({ ...asked, from: day, to: day })
      .refine(atMostDays(mostDays), { message: `must be from 0 to ${mostDays - 1} days after from`, path: ['to'] }),
    answer: availability,
    errors: ['not_found'],
    limit: 'read',
    prepared: true,
  },
});

export const availabilityAdminEndpoints = endpoints({
  'GET /availability/explanation': {
    who: 'appointments.view',
    summary: 'Whether a start can be booked and, where not, why: by provider and all in all.',
    query: z.strictObject({ ...asked, start: instant }),
    answer: z.object({
      start: z.string(),
      bookable: z.boolean(),
      /** The reason that comes nearest to a yes, null when bookable. */
      reason: z.enum(refusalReasons).nullable(),
      providers: z.array(
        z.object({ provider: id, location: id, bookable: z.boolean(), reason: z.enum(refusalReasons).nullable() }),
      ),
    }),
    errors: ['not_found'],
    limit: 'read',
  },
});
