import { z } from 'zod';
import { endpoints } from '../../lib/endpoint.js';

const field = z.object({
  name: z.string(),
  label: z.string(),
  required: z.boolean(),
  /** An example. */
  hint: z.string(),
  /** `#` a digit, `A` a letter, `*` either; null where there is no one way to write it. */
  shape: z.string().nullable(),
  searchable: z.boolean(),
});

export const nationalityEndpoints = endpoints({
  'GET /nationalities': {
    who: 'account',
    summary: 'The sensitive fields of each nationality; the profile without a country is for all others.',
    answer: z.object({ profiles: z.array(z.object({ country: z.string().nullable(), fields: z.array(field) })) }),
    errors: [],
    limit: 'read',
  },
});
