import { transact } from '../db/transact.js';
import { bumpCatalog } from '../db/versions.js';
import type { Actor } from '../lib/actor.js';
import { AppError, notFound } from '../lib/errors.js';
import type { Kind } from './queries.js';
import { categoryKind, findThing, idsOf, serviceKind, updateThing } from './queries.js';
import type { ThingDeps } from './things.js';

/**
 * Puts all categories, or all locations, into this order. AppErrors: `invalid_request` when one stands there twice, `stale` when they
 * are not exactly those that there are. Of two orders at once the second waits at the catalog's version, and wins whole.
 */
export const orderThings = (deps: ThingDeps, kind: Kind, actor: Actor, ids: readonly number[]): Promise<null> =>
  transact(deps.db, async (tx) => {
    await bumpCatalog(tx);
    checkOnce(ids);
    const there = await idsOf(tx, kind);
    if (there.length !== ids.length || there.some((id) => !ids.includes(id))) throw outdated();
    for (const [position, id] of ids.entries()) await updateThing(tx, kind, id, { position });
    await deps.record(tx, [
      {
        at: deps.clock.now(),
        actor,
        action: `${kind.noun}.reordered`,
        subject: `catalog:${kind.table}`,
        values: { ids },
      },
    ]);
    return null;
  });

/**
 * Puts the services of a category into this order; those that come from another category move into this one. AppErrors as above (every
 * service of the category must be named), and `not_found`.
 */
export const orderServices = (
  { db, clock, record }: ThingDeps,
  actor: Actor,
  categoryId: number,
  ids: readonly number[],
): Promise<null> =>
  transact(db, async (tx) => {
    await bumpCatalog(tx);
    checkOnce(ids);
    if (!(await findThing(tx, categoryKind, categoryId))) throw notFound();
    const known = await idsOf(tx, serviceKind);
    const there = await idsOf(tx, serviceKind, { category_id: categoryId });
    if (ids.some((id) => !known.includes(id)) || there.some((id) => !ids.includes(id))) throw outdated();
    for (const [position, id] of ids.entries()) await updateThing(tx, serviceKind, id, { categoryId, position });
    const values = { ids, from: there };
    await record(tx, [
      { at: clock.now(), actor, action: 'service.reordered', subject: `category:${categoryId}`, values },
    ]);
    return null;
  });

function checkOnce(ids: readonly number[]): void {
  const again = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (again >= 0) throw new AppError('invalid_request', 'is in the list twice', { field: `ids.${again}` });
}

const outdated = (): AppError => new AppError('stale', 'The list is no longer the one that was put in order.');
