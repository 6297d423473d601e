import type { Handlers } from '../../lib/endpoint.js';
import type { ExportDeps } from './export.js';
import { beginExport, prepareExport } from './export.js';
import type { exportEndpoints } from './schema.js';

export const exportHandlers = (deps: ExportDeps): Handlers<typeof exportEndpoints> => ({
  'POST /customer-exports': ({ actor, body }) => prepareExport(deps, actor, body),
  'GET /customer-exports/:id': ({ actor, params }) => beginExport(deps, actor, params.id),
});
