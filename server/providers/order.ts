import { bumpCatalog } from '../db/versions.js';
import type { Actor } from '../lib/actor.js';
import { AppError } from '../lib/errors.js';
import type { ProviderDeps } from './deps.js';
import { change } from './deps.js';
import { updateProvider } from './queries.js';

/**
 * Puts all providers into this order, archived ones too. AppErrors: `invalid_request` when one stands there twice, `stale` when they
 * are not exactly those that there are. Of two orders at once the second waits at the catalog's version, and wins whole.
 */
export const orderProviders = (deps: ProviderDeps, actor: Actor, ids: readonly number[]): Promise<null> =>
  change(deps, async (tx) => {
    await bumpCatalog(tx);
    const again = ids.findIndex((id, index) => ids.indexOf(id) !== index);
    if (again >= 0) throw new AppError('invalid_request', 'is in the list twice', { field: `ids.${again}` });
    const there: number[] = await tx('providers').orderBy(['position', 'id']).pluck('id');
    if (there.length !== ids.length || there.some((id) => !ids.includes(id)))
      throw new AppError('stale', 'The list is no longer the one that was put in order.');
    for (const [position, id] of ids.entries()) await updateProvider(tx, id, { position });
    await deps.record(tx, [
      {
        ...{ at: deps.clock.now(), actor, action: 'provider.reordered', subject: 'catalog:providers' },
        values: { ids: { from: there, to: ids } },
      },
    ]);
    return null;
  });
