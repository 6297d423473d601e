import { z } from 'zod';
import { endpoints } from '../../lib/endpoint.js';
import { selection } from '../list/selection.js';
import { plainColumnNames, sensitiveFieldOf } from './columns.js';

const mostColumns = 80;

const columnName = z.union([
  z.enum(plainColumnNames),
  // Sensitive values need `customers.view_sensitive` beside the export itself (ATTACKS S92).
  z
    .string()
    .regex(/^sensitive\.[a-zA-Z0-9]{1,40}$/)
    .refine((name) => sensitiveFieldOf(name) !== null, 'must be a sensitive field such as sensitive.ssn'),
]);

export const exportWish = z.strictObject({
  selection,
  /** In the order of the file. */
  columns: z
    .array(columnName)
    .min(1)
    .max(mostColumns)
    .refine((names) => new Set(names).size === names.length, 'must not name a column twice'),
  delimiter: z.enum(['comma', 'semicolon', 'tab']),
  /** A byte order mark, by which Excel knows UTF-8. */
  bom: z.boolean(),
});

export const exportEndpoints = endpoints({
  'POST /customer-exports': {
    who: 'customers.export',
    summary: 'Prepare an export of customers as CSV. The answer names the download: once, within two minutes.',
    body: exportWish,
    answer: z.object({ id: z.string(), count: z.int() }),
    status: 201,
    errors: ['forbidden'],
    limit: 'export',
  },
  'GET /customer-exports/:id': {
    who: 'customers.export',
    summary: 'The file of a prepared export.',
    params: z.strictObject({ id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) }),
    answer: z.string(),
    errors: ['not_found', 'forbidden'],
    limit: 'export',
    media: 'text/csv',
    download: true,
  },
});
