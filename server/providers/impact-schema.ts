import { z } from 'zod';
import { endpoints } from '../lib/endpoint.js';
import { id, idText } from '../lib/fields.js';
import { itemStatuses } from '../lib/statuses.js';
import { hoursEndpoints } from './hours-schema.js';
import { providerAdminEndpoints } from './schema.js';

/** Why an appointment would not be given where it is: of the reasons of availability (rule T9), those that a change can bring. */
const misfitReasons = ['not_offered', 'closure', 'absence', 'elsewhere', 'closed'] as const;
export type MisfitReason = (typeof misfitReasons)[number];

/** Appointments shown of those that a change would strand; the others are counted. */
export const mostStranded = 50;

const hours = hoursEndpoints['PUT /providers/:id/hours'].body;
const specialDay = providerAdminEndpoints['POST /providers/:id/special-days'].body;
const absence = providerAdminEndpoints['POST /providers/:id/absences'].body;
const fields = providerAdminEndpoints['PATCH /providers/:id'].body;

/** A change that is thought about: exactly one of these. */
const change = z
  .strictObject({ hours, specialDay, specialDayRemoval: id, absence, fields })
  .partial()
  .refine((given) => Object.keys(given).length === 1, 'must be exactly one change');

const stranded = z.object({
  /** How many would be stranded in all. */
  total: z.int(),
  /** How many of them this account may not see. */
  hidden: z.int(),
  /** By time, the first fifty that may be seen. */
  items: z.array(
    z.object({
      id,
      /** Its revision, which moving it asks for. */
      version: z.int(),
      start: z.string(),
      end: z.string(),
      status: z.enum(itemStatuses),
      /** Why it would no longer be given there. */
      reason: z.enum(misfitReasons),
      service: z.string(),
      provider: z.object({ id, name: z.string() }),
      location: z.object({ id, name: z.string(), timeZone: z.string() }),
      customers: z.array(z.string()),
      /** Who else is free then and performs the service there. */
      others: z.array(z.object({ id, name: z.string() })),
    }),
  ),
});

export type ProviderThought = z.output<typeof change>;
export type Stranded = z.output<typeof stranded>;

export const impactEndpoints = endpoints({
  'POST /providers/:id/impact': {
    who: 'providers.edit',
    summary:
      'Which coming appointments a change of a provider would leave outside hours or offers. Nothing is changed.',
    params: z.strictObject({ id: idText }),
    body: change,
    answer: stranded,
    errors: ['not_found', 'conflict'],
    limit: 'write',
  },
  'POST /closures/impact': {
    who: 'providers.edit',
    summary: 'Which coming appointments a closure would fall on. Nothing is changed.',
    body: providerAdminEndpoints['POST /closures'].body,
    answer: stranded,
    errors: [],
    limit: 'write',
  },
});
