import { z } from 'zod';
import { endpoints } from '../../lib/endpoint.js';
import { idText } from '../../lib/fields.js';

export const personExportEndpoints = endpoints({
  'GET /customers/:number/export': {
    who: 'customers.export',
    summary:
      'Everything that is held about one customer, as JSON or as a page to read and print. Sensitive values only for who may view them.',
    params: z.strictObject({ number: idText }),
    query: z.strictObject({ as: z.enum(['json', 'html']) }),
    answer: z.string(),
    download: true,
    errors: ['not_found', 'conflict'],
    limit: 'export',
  },
});
