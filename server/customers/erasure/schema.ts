import { z } from 'zod';
import { endpoints } from '../../lib/endpoint.js';
import { id, idText } from '../../lib/fields.js';

export const erasureEndpoints = endpoints({
  'POST /customers/:number/erasure': {
    who: 'customers.erase',
    summary:
      'Erase the personal data of a customer in the trash for good; past appointments stay. Coming ones must be cancelled before.',
    params: z.strictObject({ number: idText }),
    /** The customer number, typed in once more. */
    body: z.strictObject({ number: id }),
    answer: z.object({ number: id, status: z.literal('erased'), erasedAt: z.string() }),
    errors: ['not_found', 'conflict'],
    limit: 'write',
  },
});
