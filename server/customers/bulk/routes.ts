import type { Handlers } from '../../lib/endpoint.js';
import type { BulkDeps } from './deps.js';
import { doInBulk } from './doing.js';
import { recentBulkActions } from './recent.js';
import type { bulkEndpoints } from './schema.js';
import { undoBulk } from './undoing.js';

export const bulkHandlers = (deps: BulkDeps): Handlers<typeof bulkEndpoints> => ({
  'GET /customers/bulk': async ({ actor }) => ({ items: await recentBulkActions(deps, actor) }),
  'POST /customers/bulk': ({ actor, body }) => doInBulk(deps, actor, body),
  'POST /customers/bulk/:id/undo': ({ actor, params }) => undoBulk(deps, actor, params.id),
});
