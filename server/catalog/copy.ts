import { transact } from '../db/transact.js';
import { bumpCatalog } from '../db/versions.js';
import type { Actor } from '../lib/actor.js';
import { notFound } from '../lib/errors.js';
import { readPerformers, writePerformers } from './performers.js';
import { findThing, idsOf, insertThing, serviceKind, updateThing } from './queries.js';
import type { NewService, Service } from './schema.js';
import type { ThingDeps } from './things.js';

/** Another service like this one, with the same providers, in use at once, right after it in its category. Throws `not_found`. */
export const copyService = (
  { db, clock, record }: ThingDeps,
  actor: Actor,
  id: number,
  name: string,
): Promise<Service> =>
  transact(db, async (tx) => {
    await bumpCatalog(tx);
    const original = await findThing<Service>(tx, serviceKind, id);
    if (!original) throw notFound();
    const { id: _, ...same } = original;
    const fields: NewService = { ...same, name, status: 'active' };
    const copyId = await insertThing(tx, serviceKind, fields);
    await writePerformers(tx, copyId, await readPerformers(tx, id));
    const others = (await idsOf(tx, serviceKind, { category_id: original.categoryId })).filter((one) => one !== copyId);
    others.splice(others.indexOf(id) + 1, 0, copyId);
    for (const [position, one] of others.entries()) await updateThing(tx, serviceKind, one, { position });
    await record(tx, [
      { at: clock.now(), actor, action: 'service.created', subject: `service:${copyId}`, values: { name, copyOf: id } },
    ]);
    return (await findThing<Service>(tx, serviceKind, copyId)) as Service;
  });
