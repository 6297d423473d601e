import type { Readable } from 'node:stream';
import type { Actor } from '../../lib/actor.js';
import type { Handlers } from '../../lib/endpoint.js';
import { AppError } from '../../lib/errors.js';
import type { Selection } from '../list/selection.js';
import { findActiveCustomer } from '../record/find.js';
import { beginCampaign, countSubscribed, nextSubscribed, reachOf } from './campaign.js';
import type { MailDeps } from './deps.js';
import { addressOf, mailCustomer, recipientOf } from './direct.js';
import type { mailEndpoints, unsubscribeEndpoints } from './schema.js';
import type { UnsubscribeDeps } from './unsubscribe.js';
import { chooseNewsletter } from './unsubscribe.js';

export function mailHandlers(deps: MailDeps): Handlers<typeof mailEndpoints> {
  const { db, clock } = deps;

  const firstOf = async (actor: Actor, selection: Selection) =>
    (await nextSubscribed(deps, reachOf(actor, selection), clock.now(), 0, 1)).found[0] ?? null;

  return {
    'POST /customers/:number/mail': ({ actor, params, body, idempotencyKey }) =>
      mailCustomer(deps, actor, params.number, body, idempotencyKey),

    'POST /newsletters': ({ actor, body: { kind: _, ...wish }, idempotencyKey }) =>
      beginCampaign(deps, actor, wish, idempotencyKey),

    async 'POST /mail-previews'({ actor, body: { to, subject, text } }) {
      const newsletter = 'selection' in to;
      const write = await deps.write({ subject, text, newsletter, preview: true });
      const row = newsletter ? await firstOf(actor, to.selection) : await findActiveCustomer(db, actor, to.number);
      return {
        to: row && { name: row.display_name, email: addressOf(row) },
        ...write(row ? recipientOf(row) : { firstName: '', lastName: '', name: '' }),
      };
    },

    async 'POST /newsletters/recipients'({ actor, body }) {
      return { recipients: await countSubscribed(deps, reachOf(actor, body.selection), clock.now()) };
    },
  };
}

export const unsubscribeHandlers = (deps: UnsubscribeDeps): Handlers<typeof unsubscribeEndpoints> => ({
  async 'GET /unsubscribe/:token'({ params: { token } }) {
    const page = `/unsubscribe#${token}`;
    return `<!doctype html><meta charset="utf-8"><meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url=${page}"><title>Newsletter</title><a href="${page}">Newsletter</a>`;
  },

  async 'POST /unsubscribe/:token'({ params: { token }, upload }) {
    if (!/One-Click/.test(await textOf(upload)))
      throw new AppError('invalid_request', 'Send List-Unsubscribe=One-Click as the body (RFC 8058).');
    return { subscribed: await chooseNewsletter(deps, token, false) };
  },

  async 'POST /newsletter-choices'({ body: { token, subscribed } }) {
    return { subscribed: await chooseNewsletter(deps, token, subscribed) };
  },
});

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
