import { z } from 'zod';
import { endpoints } from '../../lib/endpoint.js';
import { id, numberText } from '../../lib/fields.js';
import { loginSummary } from '../../logins/login-wish.js';
import { longestPage } from '../../settings/values.js';
import { customerStatuses } from '../record/row.js';
import { filterQuery } from './filter.js';
import { customerSorts } from './order.js';

export const customerRow = z.object({
  /** The customer number. */
  number: id,
  status: z.enum(customerStatuses),
  name: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  /** Path of the picture, or null. */
  picture: z.string().nullable(),
  email: z.string().nullable(),
  /** As written in its country, or as typed where it is no number that we know. */
  phone: z.string().nullable(),
  /** The beginning of the internal note. */
  note: z.string().nullable(),
  newsletter: z.boolean(),
  /** The way into the customer panel (A044). */
  login: loginSummary.nullable(),
  createdAt: z.string(),
  trashedAt: z.string().nullable(),
  /** Start of the last confirmed appointment that has begun; null until there is one (A008). */
  lastAppointmentAt: z.string().nullable(),
  /** Places that are neither cancelled nor rejected, past and coming. */
  appointments: z.int(),
  /** May be somebody who is there already. */
  duplicate: z.boolean(),
});

export const listEndpoints = endpoints({
  'GET /customers': {
    who: 'customers.view',
    summary: 'Customers, a page at a time. While `more` is true, `total` is the least there are: ask for the count.',
    query: z.strictObject({
      ...filterQuery,
      sort: z.enum(customerSorts).optional(),
      page: numberText(1, 100_000).optional(),
      pageSize: numberText(1, longestPage).optional(),
    }),
    answer: z.object({
      items: z.array(customerRow),
      total: z.int(),
      more: z.boolean(),
      page: z.int(),
      pageSize: z.int(),
    }),
    errors: ['forbidden'],
    limit: 'read',
  },
  'GET /customers/count': {
    who: 'customers.view',
    summary: 'How many customers a filter lists, exactly.',
    query: z.strictObject({ ...filterQuery }),
    answer: z.object({ total: z.int() }),
    errors: ['forbidden'],
    limit: 'read',
  },
});
