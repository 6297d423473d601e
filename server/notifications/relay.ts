import type { Db, Tx } from '../db/connect.js';
import { toRow } from '../db/rows.js';
import { isDuplicate, transact } from '../db/transact.js';
import type { Clock } from '../lib/clock.js';
import { giveWay } from '../lib/courtesy.js';
import type { Random } from '../lib/ids.js';
import { MINUTE } from '../lib/time-zone.js';
import type { OutboxEvent } from '../outbox/announce.js';
import { accountMails, isAccountEvent } from './account-mail.js';
import { birthdayMails } from './birthday.js';
import type { BookingFacts } from './booking-facts.js';
import { bookingFacts } from './booking-facts.js';
import type { Former, LetterSite, NewMail } from './mail-for-event.js';
import { mailForEvent } from './mail-for-event.js';
import { noteReminderMails } from './note-reminder.js';
import { waitAfter } from './retry.js';

export interface RelayDeps {
  db: Db;
  clock: Clock;
  random: Random;
  /** Names this process; two never have the same. */
  owner: string;
  site(): Promise<LetterSite>;
  publicUrl: string;
  mailFrom: string;
  failed(what: string, error: unknown): void;
}

const leaseFor = MINUTE;
const batch = 50;

/**
 * Turns what waits in the outbox into mails and answers how many rows it did. A row is done in one transaction: either all its
 * mails are there and it is marked, or neither. Several processes share the work by leases.
 */
export async function relayOutbox(deps: RelayDeps, signal?: AbortSignal): Promise<number> {
  let done = 0;
  for (;;) {
    const waiting: { id: number }[] = await deps
      .db('outbox')
      .where('relayed_at', 0)
      .andWhere('lease_until', '<=', deps.clock.now())
      .orderBy('id')
      .limit(batch)
      .select('id');
    for (const { id } of waiting) {
      // A visitor never waits for a letter to be written.
      await giveWay();
      if (signal?.aborted) return done;
      if ((await claim(deps, id)) && (await relayRow(deps, id))) done += 1;
    }
    if (waiting.length < batch) return done;
  }
}

async function claim({ db, clock, owner }: RelayDeps, id: number): Promise<boolean> {
  const now = clock.now();
  const taken = await transact(db, (tx) =>
    tx('outbox')
      .where({ id, relayed_at: 0 })
      .andWhere('lease_until', '<=', now)
      .update({ lease_owner: owner, lease_until: now + leaseFor, attempts: tx.raw('attempts + 1') }),
  );
  return taken === 1;
}

async function relayRow(deps: RelayDeps, id: number): Promise<boolean> {
  const { db, clock, owner } = deps;
  const row: { event: string; payload: string; attempts: number } = await db('outbox')
    .where({ id })
    .first('event', 'payload', 'attempts');
  try {
    const event = { event: row.event, payload: JSON.parse(row.payload) } as OutboxEvent;
    const mails = await mailsOf(deps, event);
    return await transact(db, (tx) => keep(deps, tx, id, event, mails));
  } catch (error) {
    // The row waits its turn again; what stands behind it goes on.
    deps.failed(`outbox row ${id} could not be told`, error);
    const again = clock.now() + waitAfter(row.attempts, 'not reached');
    await transact(db, (tx) => tx('outbox').where({ id, lease_owner: owner }).update({ lease_until: again }));
    return false;
  }
}

/** False when the lease ran out and somebody else has told the row meanwhile. */
async function keep(
  deps: RelayDeps,
  tx: Tx,
  id: number,
  event: OutboxEvent,
  mails: readonly NewMail[],
): Promise<boolean> {
  const now = deps.clock.now();
  const marked = await tx('outbox')
    .where({ id, relayed_at: 0, lease_owner: deps.owner })
    .update({ relayed_at: now, lease_until: 0 });
  if (marked === 0) return false;
  for (const mail of mails)
    await insertOnce(tx, {
      ...mail,
      outboxId: id,
      bookingId: 'bookingId' in event.payload ? event.payload.bookingId : null,
      messageId: newMessageId(deps, id),
      state: 'queued',
      dueAt: now,
      createdAt: now,
    });
  return true;
}

/** Kept with the message, so that every try carries the same one. */
const newMessageId = ({ random, publicUrl }: RelayDeps, outboxId: number): string =>
  `<message-${outboxId}-${random.bytes(9).toString('hex')}@${new URL(publicUrl).hostname}>`;

async function mailsOf({ db, clock, site, publicUrl, mailFrom }: RelayDeps, event: OutboxEvent): Promise<NewMail[]> {
  const settings = { site: await site(), publicUrl, mailFrom, now: clock.now() };
  if (isAccountEvent(event)) return accountMails(db, event, settings);
  if (event.event === 'note.reminder') return noteReminderMails(db, event.payload.noteId, settings);
  if (event.event === 'customer.birthday') return birthdayMails(db, event.payload, settings);
  const booking = await bookingFacts(db, event.payload.bookingId);
  // Erased meanwhile: there is nobody left to tell.
  if (!booking) return [];
  return mailForEvent(event, booking, settings, await formerOf(db, event, booking));
}

/** Whose the moved part was, if it has changed hands. */
async function formerOf(db: Db, event: OutboxEvent, booking: BookingFacts): Promise<Former | null> {
  if (event.event !== 'booking.rescheduled') return null;
  const { itemId, from } = event.payload;
  const item = booking.items.find(({ id }) => id === itemId);
  if (!item || item.providerId === from.providerId) return null;
  return (await db('providers').where({ id: from.providerId }).first('name', 'email')) ?? null;
}

/** The key (outbox row, recipient, template) is unique, so that a row told twice still makes each mail once. */
async function insertOnce(tx: Tx, mail: object): Promise<void> {
  try {
    await tx('messages').insert(toRow(mail));
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}
