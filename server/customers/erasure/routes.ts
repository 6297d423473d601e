import type { Handlers } from '../../lib/endpoint.js';
import type { ErasureDeps } from './deps.js';
import { eraseCustomer } from './erasing.js';
import type { erasureEndpoints } from './schema.js';

export const erasureHandlers = (deps: ErasureDeps): Handlers<typeof erasureEndpoints> => ({
  'POST /customers/:number/erasure': ({ params, actor, body }) =>
    eraseCustomer(deps, actor, params.number, body.number),
});
