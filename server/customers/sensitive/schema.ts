import { z } from 'zod';
import { endpoints } from '../../lib/endpoint.js';
import { id, idText } from '../../lib/fields.js';
import { customerStatuses } from '../record/row.js';

const fieldName = z.string().regex(/^[a-zA-Z]{1,40}$/, 'must be the name of a field');

export const sensitiveEndpoints = endpoints({
  // Never a GET: what is asked and answered stands in no address, no cache and no log, and each time is one row of the trail.
  'POST /customers/:number/disclosure': {
    who: 'customers.view_sensitive',
    summary: 'One sensitive value in full. Each disclosure stands in the audit trail.',
    params: z.strictObject({ number: idText }),
    body: z.strictObject({ field: fieldName }),
    answer: z.object({ value: z.string() }),
    errors: ['not_found'],
    limit: 'write',
  },
  'POST /customers/sensitive-search': {
    who: 'customers.view_sensitive',
    summary:
      'Customers by a whole national id or the like, exactly. Each search stands in the audit trail, without the value.',
    body: z.strictObject({
      value: z.string().trim().min(1, 'must not be empty').max(200, 'must be at most 200 characters'),
      /** Only this field; every kind of number that it can be when absent. */
      field: fieldName.optional(),
    }),
    answer: z.object({
      items: z.array(
        z.object({
          /** The customer number. */
          number: id,
          name: z.string(),
          status: z.enum(customerStatuses),
          field: z.string(),
          label: z.string(),
        }),
      ),
    }),
    errors: [],
    limit: 'write',
  },
});
