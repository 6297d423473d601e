import type { RecordAudit } from '../../audit/record.js';
import type { Db, Tx } from '../../db/connect.js';
import { transact } from '../../db/transact.js';
import type { Actor } from '../../lib/actor.js';
import type { Clock } from '../../lib/clock.js';
import type { Handlers } from '../../lib/endpoint.js';
import { AppError, notFound } from '../../lib/errors.js';
import type { Random } from '../../lib/ids.js';
import { makeToken, sha256 } from '../../lib/ids.js';
import { DAY, formatInstant } from '../../lib/time-zone.js';
import { feedText } from './feed-text.js';
import type { FeedRow } from './queries.js';
import { findFeed, noteRead, openFeed, readFeedEvents, replaceFeed } from './queries.js';
import type { CalendarLink, feedAdminEndpoints, feedEndpoints } from './schema.js';

export interface FeedDeps {
  db: Db;
  clock: Clock;
  random: Random;
  record: RecordAudit;
  publicUrl: string;
  site(): Promise<{ name: string }>;
  /** Whether an actor may see appointments of a provider. */
  sees(actor: Actor, providerId: number): boolean;
}

/** What a calendar shows of the past, and how far it looks ahead. */
const behind = 30 * DAY;
const ahead = 400 * DAY;

export const feedHandlers = ({ db, clock, site, publicUrl }: FeedDeps): Handlers<typeof feedEndpoints> => ({
  'GET /calendar/:file': async ({ params }) => {
    const feed = await openFeed(db, sha256(params.file));
    if (!feed) throw notFound();
    const now = clock.now();
    await noteRead(db, feed, now);
    const events = await readFeedEvents(db, feed, now - behind, now + ahead);
    return feedText({ name: `${feed.name} · ${(await site()).name}`, host: new URL(publicUrl).hostname, now, events });
  },
});

export function feedAdminHandlers(deps: FeedDeps): Handlers<typeof feedAdminEndpoints> {
  const { db, clock, random, record, publicUrl, sees } = deps;
  const tell = (tx: Tx, actor: Actor, id: number, what: string, values: object) =>
    record(tx, [
      {
        at: clock.now(),
        actor,
        action: `provider.calendar_link_${what}`,
        subject: `provider:${id}`,
        values: { ...values },
      },
    ]);
  /** Who may not see somebody's appointments gets no link that shows them (S05, S105). */
  const check = async (actor: Actor, id: number): Promise<void> => {
    if (!(await db('providers').where({ id }).first('id'))) throw notFound();
    if (!sees(actor, id)) throw new AppError('forbidden', 'You may not see the appointments of this provider.');
  };

  return {
    'GET /providers/:id/calendar-link': async ({ params: { id } }) => {
      if (!(await db('providers').where({ id }).first('id'))) throw notFound();
      const feed = await findFeed(db, id);
      return { link: feed && linkOf(feed) };
    },

    'POST /providers/:id/calendar-link': async ({ actor, params: { id }, body: { customerNames } }) => {
      await check(actor, id);
      const token = makeToken(random);
      const at = clock.now();
      await transact(db, async (tx) => {
        await replaceFeed(tx, id, { tokenHash: sha256(token), customerNames, at });
        await tell(tx, actor, id, 'made', { customerNames });
      });
      const link = linkOf({ provider_id: id, customer_names: customerNames ? 1 : 0, created_at: at, read_at: null });
      return { url: `${publicUrl}/api/v1/calendar/${token}.ics`, link };
    },

    'PATCH /providers/:id/calendar-link': async ({ actor, params: { id }, body: { customerNames } }) => {
      await check(actor, id);
      return transact(db, async (tx) => {
        const names = customerNames ? 1 : 0;
        await tx('calendar_feeds').where({ provider_id: id }).update({ customer_names: names });
        const feed = await findFeed(tx, id);
        if (!feed) throw notFound();
        await tell(tx, actor, id, 'changed', { customerNames });
        return { link: linkOf(feed) };
      });
    },

    'DELETE /providers/:id/calendar-link': async ({ actor, params: { id } }) =>
      transact(db, async (tx) => {
        if ((await tx('calendar_feeds').where({ provider_id: id }).delete()) === 0) throw notFound();
        await tell(tx, actor, id, 'removed', {});
        return null;
      }),
  };
}

const linkOf = ({ customer_names, created_at, read_at }: FeedRow): CalendarLink => ({
  customerNames: customer_names === 1,
  createdAt: formatInstant(created_at),
  readAt: read_at === null ? null : formatInstant(read_at),
});
