import type { Handlers } from '../../lib/endpoint.js';
import type { TrashDeps } from './deps.js';
import { restore } from './restoring.js';
import type { trashEndpoints } from './schema.js';
import { moveToTrash, previewTrash } from './trashing.js';

export const trashHandlers = (deps: TrashDeps): Handlers<typeof trashEndpoints> => ({
  'GET /customers/:number/trash-preview': ({ params, actor }) => previewTrash(deps, actor, params.number),
  'POST /customers/:number/trash': ({ params, actor, body }) => moveToTrash(deps, actor, params.number, body.cancel),
  'DELETE /customers/:number/trash': ({ params, actor }) => restore(deps, actor, params.number),
});
