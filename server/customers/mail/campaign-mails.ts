import { randomUUID } from 'node:crypto';
import type { Tx } from '../../db/connect.js';
import { transact } from '../../db/transact.js';
import { giveWay } from '../../lib/courtesy.js';
import { MINUTE } from '../../lib/time-zone.js';
import type { Reach } from '../export/selected.js';
import type { Selection } from '../list/selection.js';
import type { CustomerScope } from '../scope.js';
import type { Subscriber } from './campaign.js';
import { nextSubscribed } from './campaign.js';
import type { MailDeps } from './deps.js';
import { recipientOf } from './direct.js';
import { messageRow } from './message-row.js';

/** Mails of one newsletter that wait at once: what is booked meanwhile waits behind these at most. */
const mostWaiting = 60;
/** Those that wait longer than this for another try don't hold up the rest. */
const soon = 10 * MINUTE;
const leaseFor = MINUTE;

interface Campaign {
  id: number;
  outbox_id: number;
  subject: string;
  text: string;
  selection: string;
  scope: string;
  done_to: number;
  created_at: number;
}

export type CampaignDeps = Omit<MailDeps, 'nudge' | 'record' | 'unsubscribeSeal'>;

/**
 * Makes the next mails of each newsletter that is under way, as many as may wait, and answers how many. Whoever holds a newsletter's
 * lease does it; a process that dies leaves nothing but its lease.
 */
export async function makeCampaignMails(deps: CampaignDeps, signal?: AbortSignal): Promise<number> {
  const { db, clock } = deps;
  const running: Campaign[] = await db('campaigns')
    .where({ state: 'running' })
    .andWhere('lease_until', '<=', clock.now())
    .orderBy('id')
    .select('id');
  let made = 0;
  for (const { id } of running) {
    await giveWay();
    if (signal?.aborted) break;
    made += await makeSome(deps, id);
  }
  return made;
}

async function makeSome(deps: CampaignDeps, id: number): Promise<number> {
  const { db, clock } = deps;
  const owner = randomUUID();
  const now = clock.now();
  const taken = await transact(db, (tx) =>
    tx('campaigns')
      .where({ id, state: 'running' })
      .andWhere('lease_until', '<=', now)
      .update({ lease_owner: owner, lease_until: now + leaseFor }),
  );
  if (taken === 0) return 0;
  try {
    return await makeNext(deps, id, owner);
  } finally {
    await transact(db, (tx) => tx('campaigns').where({ id, lease_owner: owner }).update({ lease_until: 0 }));
  }
}

async function makeNext(deps: CampaignDeps, id: number, owner: string): Promise<number> {
  const { db, clock } = deps;
  const now = clock.now();
  const campaign: Campaign = await db('campaigns').where({ id }).first();
  const waiting = await db('messages')
    .where({ campaign_id: id, state: 'queued' })
    .andWhere('due_at', '<=', now + soon)
    .count({ count: '*' })
    .first();
  const room = mostWaiting - Number(waiting?.['count'] ?? 0);
  if (room <= 0) return 0;
  const reach: Reach = {
    selection: JSON.parse(campaign.selection) as Selection,
    scope: JSON.parse(campaign.scope) as CustomerScope,
    seesTrash: false,
  };
  const { found, lookedTo, isLast } = await nextSubscribed(deps, reach, campaign.created_at, campaign.done_to, room);
  const write = await deps.write({ subject: campaign.subject, text: campaign.text, newsletter: true });
  return transact(db, async (tx) => {
    // Moves once from where it was: two who hold the lease after one another never make the same mails.
    const moved = await tx('campaigns')
      .where({ id, state: 'running', lease_owner: owner, done_to: campaign.done_to })
      .update({ done_to: lookedTo, ...(isLast ? over(now) : {}) });
    if (moved === 0) return 0;
    const fresh = await withoutTwice(tx, campaign.outbox_id, await stillSubscribed(tx, found));
    if (fresh.length === 0) return isLast ? 0 : found.length;
    await tx('messages').insert(
      fresh.map((customer) =>
        messageRow(deps, {
          ...{ outboxId: campaign.outbox_id, customerId: customer.id, campaignId: id, template: 'newsletter', now },
          recipient: customer.email_folded ?? '',
          recipientName: customer.display_name,
          bodies: write(recipientOf(customer)),
        }),
      ),
    );
    await tx('campaigns').where({ id }).increment('mails', fresh.length);
    return found.length;
  });
}

/** Whom it was for has served: what was searched for may be somebody's name. */
const over = (now: number) => ({ state: 'done', finished_at: now, selection: '{}' });

/** Those who are so still, held: nobody is erased while there is mail to them in the making. */
async function stillSubscribed(tx: Tx, found: readonly Subscriber[]): Promise<Subscriber[]> {
  const rows: { id: number }[] = await tx('customers')
    .whereIn(
      'id',
      found.map(({ id }) => id),
    )
    .where({ status: 'active', newsletter: 1 })
    .orderBy('id')
    .forUpdate()
    .select('id');
  const ids = new Set(rows.map(({ id }) => id));
  return found.filter(({ id }) => ids.has(id));
}

/** Families share an address: it gets the newsletter once. */
async function withoutTwice(tx: Tx, outboxId: number, found: readonly Subscriber[]): Promise<Subscriber[]> {
  const byAddress = new Map<string, Subscriber>();
  for (const customer of found) {
    const address = customer.email_folded ?? '';
    if (!byAddress.has(address)) byAddress.set(address, customer);
  }
  const had: { recipient: string }[] = await tx('messages')
    .where({ outbox_id: outboxId })
    .whereIn('recipient', [...byAddress.keys()])
    .select('recipient');
  for (const { recipient } of had) byAddress.delete(recipient);
  return [...byAddress.values()];
}
