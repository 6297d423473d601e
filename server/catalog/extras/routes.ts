import { changedValues } from '../../audit/changes.js';
import type { Tx } from '../../db/connect.js';
import { transact } from '../../db/transact.js';
import { bumpCatalog } from '../../db/versions.js';
import type { Actor } from '../../lib/actor.js';
import type { Handlers } from '../../lib/endpoint.js';
import { AppError, notFound } from '../../lib/errors.js';
import type { ThingDeps } from '../things.js';
import { deleteExtra, insertExtra, readExtras, replaceServices, updateExtra, wrongService } from './queries.js';
import type { Extra, ExtraChange, extraEndpoints, NewExtra } from './schema.js';

export const extraHandlers = (deps: ThingDeps): Handlers<typeof extraEndpoints> => ({
  'GET /extras': async () => ({ items: await readExtras(deps.db) }),
  'POST /extras': ({ actor, body }) => add(deps, actor, body),
  'PATCH /extras/:id': ({ actor, params, body }) => change(deps, actor, params.id, body),
  'DELETE /extras/:id': ({ actor, params }) => remove(deps, actor, params.id),
});

const add = (deps: ThingDeps, actor: Actor, { services, ...fields }: NewExtra): Promise<Extra> =>
  transact(deps.db, async (tx) => {
    await bumpCatalog(tx);
    await checkServices(tx, services);
    const id = await insertExtra(tx, fields);
    await replaceServices(tx, id, services);
    await tell(deps, tx, actor, 'created', id, { ...fields, services });
    return theExtra(tx, id);
  });

const change = (deps: ThingDeps, actor: Actor, id: number, { services, ...fields }: ExtraChange): Promise<Extra> =>
  transact(deps.db, async (tx) => {
    await bumpCatalog(tx);
    const before = await theExtra(tx, id);
    if (services) await checkServices(tx, services);
    await updateExtra(tx, id, fields);
    if (services) await replaceServices(tx, id, services);
    const after = await theExtra(tx, id);
    const changed = changedValues(before, after);
    if (Object.keys(changed).length > 0) await tell(deps, tx, actor, 'changed', id, changed);
    return after;
  });

const remove = (deps: ThingDeps, actor: Actor, id: number): Promise<null> =>
  transact(deps.db, async (tx) => {
    await bumpCatalog(tx);
    const before = await theExtra(tx, id);
    await deleteExtra(tx, id);
    await tell(deps, tx, actor, 'removed', id, before);
    return null;
  });

async function theExtra(tx: Tx, id: number): Promise<Extra> {
  const [found] = await readExtras(tx, id);
  if (!found) throw notFound();
  return found;
}

async function checkServices(tx: Tx, services: readonly number[]): Promise<void> {
  const index = await wrongService(tx, services);
  if (index >= 0)
    throw new AppError('invalid_request', 'must be an id that exists, once', { field: `services.${index}` });
}

const tell = ({ clock, record }: ThingDeps, tx: Tx, actor: Actor, verb: string, id: number, values: object) =>
  record(tx, [{ at: clock.now(), actor, action: `extra.${verb}`, subject: `extra:${id}`, values: { ...values } }]);
