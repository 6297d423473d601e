import type { Db } from '../../server/db/connect.js';
import { transact } from '../../server/db/transact.js';
import { systemRandom } from '../../server/lib/ids.js';
import type { LetterSite } from '../../server/notifications/mail-for-event.js';
import type { Notifications } from '../../server/notifications/service.js';
import { createNotifications } from '../../server/notifications/service.js';
import type { Transport } from '../../server/notifications/transport.js';
import type { OutboxEvent } from '../../server/outbox/announce.js';
import { announce } from '../../server/outbox/announce.js';
import type { TestClock } from './clock.js';

/** A post room of a test: the real relay and delivery over a transport. */
export interface PostRoom extends Notifications {
  /** Errors that were logged. */
  readonly errors: unknown[];
}

export const salon: LetterSite = { name: 'Salon Aurora', language: 'en', accent: '#17636b' };
export const manageUrl = (bookingId: number, reference: string): string =>
  `https://book.aurora.example/manage/${reference}#token-of-${bookingId}`;

export function aPostRoom(
  db: Db,
  clock: TestClock,
  transport: Transport,
  wish: { site?: LetterSite; publicUrl?: string } = {},
): PostRoom {
  const errors: unknown[] = [];
  const notifications = createNotifications({
    ...{ db, clock, random: systemRandom, transport, manageUrl },
    log: { error: (facts) => void errors.push(facts) },
    site: async () => wish.site ?? salon,
    accountLink: async () => null,
    unsubscribeLinks: (customerId) => ({
      page: `https://book.aurora.example/unsubscribe#of-${customerId}`,
      oneClick: `https://book.aurora.example/api/v1/unsubscribe/of-${customerId}`,
    }),
    invoiceFile: async () => null,
    makeNewsletters: async () => 0,
    mailFrom: 'hello@aurora.example',
    publicUrl: wish.publicUrl ?? 'https://book.aurora.example',
  });
  return { ...notifications, errors };
}

/** Puts events into the outbox, each in a transaction of its own. */
export async function tell(db: Db, clock: TestClock, ...events: OutboxEvent[]): Promise<void> {
  for (const event of events) await transact(db, (tx) => announce(tx, clock.now(), event));
}

/** Empties the outbox and forgets every message. */
export const clearPost = (db: Db): Promise<void> =>
  transact(db, async (tx) => {
    await tx('messages').delete();
    await tx('outbox').delete();
  });
