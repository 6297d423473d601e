import type { Handlers } from '../../lib/endpoint.js';
import type { CustomerListDeps } from './list.js';
import { countList, listCustomers } from './list.js';
import type { listEndpoints } from './schema.js';

export const listHandlers = (deps: CustomerListDeps): Handlers<typeof listEndpoints> => ({
  'GET /customers': ({ query, actor }) => listCustomers(deps, actor, query),
  'GET /customers/count': async ({ query, actor }) => ({ total: await countList(deps, actor, query) }),
});
