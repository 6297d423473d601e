import { z } from 'zod';
import { endpoints } from '../lib/endpoint.js';
import { id, pageOf, pageQuery } from '../lib/fields.js';

export const customerRow = z.object({
  /** The customer number. */
  number: id,
  name: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  createdAt: z.string(),
  /** Start of the last appointment that was kept; null until there is one (A008). */
  lastAppointmentAt: z.string().nullable(),
  appointments: z.int(),
});

export const customerSorts = ['name', '-name', 'number', '-number', 'created', '-created'] as const;

export const customerAdminEndpoints = endpoints({
  'GET /customers': {
    who: 'customers.view',
    summary: 'Customers, a page at a time.',
    query: z.strictObject({
      q: z.string().trim().max(100).optional(),
      sort: z.enum(customerSorts).optional(),
      ...pageQuery,
    }),
    answer: pageOf(customerRow),
    errors: [],
    limit: 'read',
  },
});
