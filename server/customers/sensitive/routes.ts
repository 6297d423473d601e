import type { Handlers } from '../../lib/endpoint.js';
import type { DisclosureDeps } from './disclosure.js';
import { discloseValue } from './disclosure.js';
import type { sensitiveEndpoints } from './schema.js';
import { searchSensitive } from './search.js';

export const sensitiveHandlers = (deps: DisclosureDeps): Handlers<typeof sensitiveEndpoints> => ({
  'POST /customers/:number/disclosure': async ({ actor, params, body }) => ({
    value: await discloseValue(deps, actor, params.number, body.field),
  }),
  'POST /customers/sensitive-search': async ({ actor, body }) => ({
    items: await searchSensitive(deps, actor, body),
  }),
});
