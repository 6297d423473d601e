import { randomUUID } from 'node:crypto';
import type { Db } from '../db/connect.js';
import type { Clock } from '../lib/clock.js';
import { notFound } from '../lib/errors.js';
import type { Random } from '../lib/ids.js';
import { bookingCalendar } from './booking-calendar.js';
import { bookingFacts } from './booking-facts.js';
import { calendarFile } from './calendar-file.js';
import { createDelivery } from './delivery.js';
import { loopOf } from './loop.js';
import type { LetterSite } from './mail-for-event.js';
import type { UnsubscribeLinksOf } from './newsletter.js';
import { relayOutbox } from './relay.js';
import type { Transport } from './transport.js';
import { speechFor } from './words/words.js';

export interface NotificationsDeps {
  db: Db;
  clock: Clock;
  random: Random;
  log: { error(facts: object, message: string): void };
  transport: Transport;
  /** The link by which the customer of a booking manages it; its token is made, never read from the database. */
  manageUrl(bookingId: number, reference: string): string;
  /** The link by which an account sets its password, or null when none is good any more. */
  accountLink(accountId: number, purpose: 'invitation' | 'reset'): Promise<string | null>;
  unsubscribeLinks: UnsubscribeLinksOf;
  /** The paper that a mail of an invoice takes along, or null when it is there no more. */
  invoiceFile(invoiceId: number): Promise<{ fileName: string; bytes: Buffer } | null>;
  /** Makes the next mails of newsletters that are under way; answers how many. */
  makeNewsletters(signal?: AbortSignal): Promise<number>;
  site(): Promise<LetterSite>;
  mailFrom: string;
  /** The configured public address, without a slash at its end. */
  publicUrl: string;
}

export interface Notifications {
  /** Tells and sends everything that waits now; answers how many outbox rows and tries to send that were. */
  relayOnce(): Promise<number>;
  /** Works in the background from now on. */
  start(): void;
  /** Something was announced: look now and not in a few seconds. */
  nudge(): void;
  /** Mail was written: send it now. */
  nudgeDelivery(): void;
  /** Lets what is in the air arrive, begins nothing new, and closes the transport. */
  stop(): Promise<void>;
  /** The calendar file of a booking, to download. Throws `not_found`. */
  calendar(bookingId: number): Promise<string>;
}

/** How often a process looks by itself: for what another process announced, and for tries that are due again. */
const everyFewSeconds = 3000;

export function createNotifications(deps: NotificationsDeps): Notifications {
  const { db, clock, log, transport, publicUrl, mailFrom } = deps;
  const failed = (what: string, error: unknown) => log.error({ err: error }, what);
  const inner = { ...deps, owner: randomUUID(), failed };
  const deliver = createDelivery(inner);
  // A newsletter is made as fast as it is sent and no faster, so that what is booked meanwhile never waits behind all of it.
  const deliverAll = async (signal?: AbortSignal): Promise<number> => {
    let all = 0;
    for (let moved = 1; moved > 0 && !signal?.aborted; ) {
      const made = await deps.makeNewsletters(signal);
      const tries = await deliver(signal);
      moved = made + tries;
      all += tries;
    }
    return all;
  };
  // Two loops, so that a slow mail server never keeps letters from being written.
  const delivery = loopOf(deliverAll, everyFewSeconds, (error) => failed('mail could not be delivered', error));
  const relay = loopOf(
    async (signal) => {
      if ((await relayOutbox(inner, signal)) > 0) delivery.nudge();
    },
    everyFewSeconds,
    (error) => failed('the outbox could not be read', error),
  );
  return {
    relayOnce: async () => (await relayOutbox(inner)) + (await deliverAll()),
    start() {
      relay.start();
      delivery.start();
    },
    nudge: relay.nudge,
    nudgeDelivery: delivery.nudge,
    async stop() {
      await Promise.all([relay.stop(), delivery.stop()]);
      await transport.close();
    },
    async calendar(bookingId) {
      const booking = await bookingFacts(db, bookingId);
      if (!booking) throw notFound();
      const { name, language } = await deps.site();
      return calendarFile(
        bookingCalendar({
          booking,
          items: booking.items,
          method: 'PUBLISH',
          business: name,
          mailFrom,
          host: new URL(publicUrl).hostname,
          now: clock.now(),
          speech: speechFor(booking.language, language),
          manageLink: deps.manageUrl(bookingId, booking.reference),
        }),
      );
    },
  };
}
