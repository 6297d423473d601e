import type { Db, Tx } from '../db/connect.js';
import { fromRow } from '../db/rows.js';
import type { messageStates } from './schema.js';

type MessageState = (typeof messageStates)[number];

/** A message as the admin lists it. */
export interface MessageRow {
  id: number;
  recipient: string;
  recipientName: string;
  audience: 'customer' | 'provider' | 'staff';
  template: string;
  subject: string;
  state: MessageState;
  attempts: number;
  lastAnswer: string;
  createdAt: number;
  sentAt: number | null;
}

export interface MessageBodies {
  text: string;
  html: string;
  calendar: string | null;
}

const listed = [
  'id',
  'recipient',
  'recipient_name',
  'audience',
  'template',
  'subject',
  'state',
  'attempts',
  'last_answer',
  'created_at',
  'sent_at',
];

/** One page of messages, newest first, and how many there are in all. Pages count from 1. */
export async function listMessages(
  db: Db,
  wanted: { state?: MessageState | undefined; page: number; pageSize: number },
): Promise<{ items: MessageRow[]; total: number }> {
  const matching = () => {
    const query = db('messages');
    return wanted.state ? query.where({ state: wanted.state }) : query;
  };
  const [counted, rows] = await Promise.all([
    matching().count({ total: '*' }).first(),
    matching()
      .orderBy('id', 'desc')
      .limit(wanted.pageSize)
      .offset((wanted.page - 1) * wanted.pageSize)
      .select(listed),
  ]);
  return { items: rows.map((row) => fromRow<MessageRow>(row)), total: Number(counted?.['total'] ?? 0) };
}

/** One message with its bodies, or null. */
export async function findMessage(db: Db, id: number): Promise<(MessageRow & MessageBodies) | null> {
  const row = await db('messages')
    .where({ id })
    .first([...listed, 'text', 'html', 'calendar']);
  return row ? fromRow<MessageRow & MessageBodies>(row) : null;
}

/** Puts a dead message back in the queue with all its tries; false when it is not dead. */
export async function requeue(tx: Tx, id: number, now: number): Promise<boolean> {
  const changed = await tx('messages')
    .where({ id, state: 'dead' })
    .update({ state: 'queued', attempts: 0, due_at: now, lease_owner: null, lease_until: 0 });
  return changed === 1;
}
