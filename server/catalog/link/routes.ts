import type { Tx } from '../../db/connect.js';
import { transact } from '../../db/transact.js';
import type { Actor } from '../../lib/actor.js';
import type { Handlers } from '../../lib/endpoint.js';
import { notFound } from '../../lib/errors.js';
import type { Random } from '../../lib/ids.js';
import { makeToken } from '../../lib/ids.js';
import { findThing, serviceKind } from '../queries.js';
import type { ThingDeps } from '../things.js';
import { dropLink, keepLink, linkOf } from './queries.js';
import type { serviceLinkEndpoints } from './schema.js';

export interface LinkDeps extends ThingDeps {
  random: Random;
  publicUrl: string;
}

export const serviceLinkHandlers = (deps: LinkDeps): Handlers<typeof serviceLinkEndpoints> => {
  const { db, clock, random, publicUrl } = deps;
  const addressOf = (token: string | null) => ({ link: token === null ? null : `${publicUrl}/links/${token}/` });
  return {
    'GET /services/:id/link': async ({ params }) => {
      if (!(await findThing(db, serviceKind, params.id))) throw notFound();
      return addressOf(await linkOf(db, params.id));
    },
    'POST /services/:id/link': async ({ actor, params }) => {
      const token = makeToken(random);
      await changeLink(deps, actor, params.id, 'link_made', (tx) => keepLink(tx, params.id, token, clock.now()));
      return addressOf(token);
    },
    'DELETE /services/:id/link': async ({ actor, params }) => {
      await changeLink(deps, actor, params.id, 'link_revoked', (tx) => dropLink(tx, params.id));
      return null;
    },
  };
};

/** The trail says that there is another link, and never which. */
const changeLink = (
  { db, clock, record }: LinkDeps,
  actor: Actor,
  id: number,
  verb: string,
  change: (tx: Tx) => Promise<void>,
): Promise<void> =>
  transact(db, async (tx) => {
    if (!(await findThing(tx, serviceKind, id))) throw notFound();
    await change(tx);
    await record(tx, [{ at: clock.now(), actor, action: `service.${verb}`, subject: `service:${id}`, values: {} }]);
  });
