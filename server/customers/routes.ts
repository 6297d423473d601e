import type { Handlers } from '../lib/endpoint.js';
import type { CustomerListDeps } from './list.js';
import { listCustomers } from './list.js';
import type { customerAdminEndpoints } from './schema.js';

export const customerAdminHandlers = (deps: CustomerListDeps): Handlers<typeof customerAdminEndpoints> => ({
  'GET /customers': ({ query }) => listCustomers(deps, query),
});
