import type { Db } from '../db/connect.js';
import { fromRow } from '../db/rows.js';
import { transact } from '../db/transact.js';

/** A message as delivery needs it. */
export interface DueMessage {
  id: number;
  bookingId: number | null;
  /** Whom staff wrote to; null for all other mail. */
  customerId: number | null;
  /** The reference of the booking; null for mail about no booking. */
  reference: string | null;
  audience: 'customer' | 'provider' | 'staff';
  template: string;
  recipient: string;
  recipientName: string;
  messageId: string;
  subject: string;
  text: string;
  html: string;
  calendar: string | null;
  calendarMethod: string | null;
  attempts: number;
  createdAt: number;
}

/**
 * Ids of messages that are due and that nobody holds, longest due first, those about one booking together and in order: they
 * are to be sent one after the other.
 */
export async function dueMessageIds(db: Db, now: number, most: number): Promise<number[][]> {
  const rows: { id: number; booking_id: number | null }[] = await db('messages')
    .where('state', 'queued')
    .andWhere('due_at', '<=', now)
    .andWhere('lease_until', '<=', now)
    .orderBy(['due_at', 'id'])
    .limit(most)
    .select('id', 'booking_id');
  const together = new Map<string, number[]>();
  for (const { id, booking_id } of rows) {
    const key = booking_id === null ? `message ${id}` : `booking ${booking_id}`;
    together.set(key, [...(together.get(key) ?? []), id]);
  }
  return [...together.values()].map((ids) => ids.sort((left, right) => left - right));
}

/** Takes a message for `owner` until `until` and counts the try; null when somebody else was first. */
export async function claimMessage(
  db: Db,
  id: number,
  owner: string,
  now: number,
  until: number,
): Promise<DueMessage | null> {
  const taken = await transact(db, (tx) =>
    tx('messages')
      .where({ id, state: 'queued' })
      .andWhere('due_at', '<=', now)
      .andWhere('lease_until', '<=', now)
      .update({ lease_owner: owner, lease_until: until, attempts: tx.raw('attempts + 1') }),
  );
  if (taken === 0) return null;
  const row = await db('messages')
    .leftJoin('bookings', 'bookings.id', 'messages.booking_id')
    .where('messages.id', id)
    .first('messages.*', 'bookings.reference as reference');
  return fromRow<DueMessage>(row);
}

/**
 * When an earlier mail about the same booking to the same person is due, if one still waits: a confirmation that came after
 * its cancellation would be believed.
 */
export async function earlierWaits(db: Db, { id, bookingId, recipient }: DueMessage): Promise<number | null> {
  if (bookingId === null) return null;
  const row = await db('messages')
    .where({ booking_id: bookingId, recipient, state: 'queued' })
    .andWhere('id', '<', id)
    .orderBy('id')
    .first('due_at');
  return row ? row.due_at : null;
}

/** What was announced that a message tells. */
export async function payloadOfMessage(db: Db, id: number): Promise<{ accountId?: number; invoiceId?: number }> {
  const row = await db('messages')
    .join('outbox', 'outbox.id', 'messages.outbox_id')
    .where('messages.id', id)
    .first('payload');
  return JSON.parse(row?.payload ?? '{}');
}

/** The account that a message to staff is about; 0 when it is about none. */
export const accountOfMessage = async (db: Db, id: number): Promise<number> =>
  Number((await payloadOfMessage(db, id)).accountId ?? 0);

/** Gives a message back without counting the try. */
export const giveBack = (db: Db, id: number, owner: string, dueAt: number): Promise<number> =>
  transact(db, (tx) =>
    tx('messages')
      .where({ id, state: 'queued', lease_owner: owner })
      .update({ lease_owner: null, lease_until: 0, due_at: dueAt, attempts: tx.raw('attempts - 1') }),
  );

/** Sent is sent, even when the lease ran out meanwhile. */
export const markSent = (db: Db, id: number, now: number, answer: string): Promise<number> =>
  transact(db, (tx) =>
    tx('messages')
      .where({ id })
      .update({ state: 'sent', sent_at: now, lease_owner: null, lease_until: 0, last_answer: answer }),
  );

/** The try failed: another one at `dueAt`, or none any more when that is null. */
export const markFailed = (db: Db, id: number, owner: string, answer: string, dueAt: number | null): Promise<number> =>
  transact(db, (tx) =>
    tx('messages')
      .where({ id, state: 'queued', lease_owner: owner })
      .update({
        ...(dueAt === null ? { state: 'dead' } : { due_at: dueAt }),
        lease_owner: null,
        lease_until: 0,
        last_answer: answer,
      }),
  );
