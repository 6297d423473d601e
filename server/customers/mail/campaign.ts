import type { Knex } from 'knex';
import type { Actor } from '../../lib/actor.js';
import { breather } from '../../lib/courtesy.js';
import { AppError } from '../../lib/errors.js';
import type { Reach } from '../export/selected.js';
import { countSelected, lastNumber, selectedBetween, span } from '../export/selected.js';
import { assertMayList } from '../list/filter.js';
import type { Selection } from '../list/selection.js';
import { maySeeTrash } from '../record/find.js';
import type { CustomerRow } from '../record/row.js';
import { scopeOf } from '../scope.js';
import { toldSelection } from '../told-selection.js';
import type { MailDeps } from './deps.js';
import { accountIdOf } from './direct.js';
import { once } from './once.js';
import { countOne, quotas } from './quota.js';

export interface CampaignWish {
  selection: Selection;
  subject: string;
  text: string;
}

export type Subscriber = Pick<
  CustomerRow,
  'id' | 'first_name' | 'last_name' | 'display_name' | 'email' | 'email_folded'
>;

/** Whom an actor reaches with a selection. AppError `forbidden` for the trash of somebody who has no business there. */
export function reachOf(actor: Actor, selection: Selection): Reach {
  if ('matching' in selection) assertMayList(actor, selection.matching);
  return { selection, scope: scopeOf(actor), seesTrash: maySeeTrash(actor) };
}

/** A newsletter goes to those alone who are in use, subscribed and have an address (FEATURES A030, A117). */
const subscribed = (query: Knex.QueryBuilder): Knex.QueryBuilder =>
  query.where({ 'customers.newsletter': 1, 'customers.status': 'active' }).whereNotNull('customers.email_folded');

export const countSubscribed = ({ db }: Pick<MailDeps, 'db'>, reach: Reach, now: number): Promise<number> =>
  countSelected(db, reach, now, subscribed);

/** The next subscribed customers of a selection above a number, at most `most`, and up to where was looked. */
export async function nextSubscribed(
  { db }: Pick<MailDeps, 'db'>,
  reach: Reach,
  now: number,
  after: number,
  most: number,
): Promise<{ found: Subscriber[]; lookedTo: number; isLast: boolean }> {
  const last = await lastNumber(db, reach);
  const breathe = breather();
  for (let from = after; from < last; ) {
    const upTo = 'numbers' in reach.selection ? last : Math.min(from + span, last);
    const found: Subscriber[] = await subscribed(selectedBetween(db, reach, now, from, upTo))
      .orderBy('customers.id')
      .limit(most)
      .select('id', 'first_name', 'last_name', 'display_name', 'email', 'email_folded');
    if (found.length === most) return { found, lookedTo: found[most - 1]!.id, isLast: false };
    if (found.length > 0) return { found, lookedTo: upTo, isLast: upTo >= last };
    from = upTo;
    await breathe();
  }
  return { found: [], lookedTo: Math.max(after, last), isLast: true };
}

/**
 * Begins a newsletter. AppErrors: `conflict` when nobody of the selection is subscribed, `forbidden`, `too_many_requests`,
 * `invalid_request`.
 */
export async function beginCampaign(
  deps: MailDeps,
  actor: Actor,
  { selection, subject, text }: CampaignWish,
  key: string,
): Promise<{ campaign: number; recipients: number }> {
  const { db, clock, record } = deps;
  const accountId = accountIdOf(actor);
  const now = clock.now();
  const reach = reachOf(actor, selection);
  // What can't be written is refused before anything is kept.
  await deps.write({ subject, text, newsletter: true });
  const deed = { scope: 'POST /newsletters', accountId, key, body: { selection, subject, text } };
  const recipients = await countSubscribed(deps, reach, now);
  const { answer, isNew } = await once(db, deed, now, async (tx) => {
    if (recipients === 0)
      throw new AppError('conflict', 'Nobody of these customers is subscribed to the newsletter.', {
        details: { reason: 'nobody_subscribed' },
      });
    await countOne(tx, `newsletter-by-account:${accountId}`, quotas.newsletters, now);
    const [outboxId] = await tx('outbox').insert({
      event: 'newsletter.sent',
      payload: '{}',
      created_at: now,
      relayed_at: now,
    });
    const [id] = await tx('campaigns').insert({
      ...{ outbox_id: Number(outboxId), account_id: accountId, kind: 'newsletter', subject, text },
      selection: JSON.stringify(selection),
      scope: JSON.stringify(reach.scope),
      state: 'running',
      created_at: now,
    });
    const campaign = Number(id);
    await record(tx, [
      {
        at: now,
        actor,
        action: 'newsletter.sent',
        subject: `campaign:${campaign}`,
        values: { subject, of: toldSelection(selection), recipients },
      },
    ]);
    return { campaign, recipients };
  });
  if (isNew) deps.nudge();
  return answer;
}
