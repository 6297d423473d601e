import type { Tx } from '../../db/connect.js';
import type { BookingTrace } from './erase-bookings.js';
import { erasedName, inChunks } from './erased.js';

interface MessageTrace {
  id: number;
  outbox_id: number;
  audience: string;
  state: string;
}

const nothing = { subject: '(erased)', text: '', html: '', calendar: null, calendar_method: null, last_answer: '' };

/**
 * Mail to the person and about the person. What was sent stays as a fact without its content; what waits, or failed, is withdrawn.
 * Mail to a provider that waits is written anew from what is left: that somebody cancelled must still arrive.
 */
export async function eraseMail(
  tx: Tx,
  number: number,
  customerIds: readonly number[],
  bookings: readonly BookingTrace[],
): Promise<void> {
  const ids = bookings.map((booking) => booking.id);
  const notes = await remindedNotes(tx, customerIds);
  await stopRelaying(tx, new Set(ids), new Set(notes.map((note) => note.id)), new Set(customerIds));
  const reminders = await reminderRows(tx, notes);
  const messages = new Map<number, MessageTrace>();
  const collect = async (column: string, values: readonly number[]): Promise<void> =>
    inChunks(values, async (some) => {
      const rows: MessageTrace[] = await tx('messages')
        .whereIn(column, some)
        .select('id', 'outbox_id', 'audience', 'state');
      for (const row of rows) messages.set(row.id, row);
    });
  await collect('booking_id', ids);
  await collect('customer_id', customerIds);
  await collect('outbox_id', reminders);
  for (const message of messages.values()) await eraseMessage(tx, number, message);
  await eraseEvents(
    tx,
    bookings,
    [...messages.values()].map((message) => message.outbox_id),
  );
}

async function eraseMessage(tx: Tx, number: number, { id, outbox_id, audience, state }: MessageTrace): Promise<void> {
  if (state !== 'sent') {
    await tx('messages').where({ id }).delete();
    if (audience === 'provider' && state === 'queued')
      await tx('outbox').where({ id: outbox_id }).update({ relayed_at: 0, lease_owner: null, lease_until: 0 });
    return;
  }
  const name = erasedName(number);
  const person = audience === 'customer' ? { recipient: name, recipient_name: name } : {};
  await tx('messages')
    .where({ id })
    .update({ ...nothing, ...person });
}

interface RemindedNote {
  id: number;
  created_at: number;
}

const remindedNotes = (tx: Tx, customerIds: readonly number[]): Promise<RemindedNote[]> =>
  tx('customer_notes')
    .whereIn('customer_id', [...customerIds])
    .whereNotNull('remind_at')
    .select('id', 'created_at');

/**
 * Takes what waits to be told out of the hands of whoever tells it, and holds it: a mail that was made a moment ago is seen
 * below, and one that is being made from what was read before is made anew from what is left.
 */
async function stopRelaying(
  tx: Tx,
  bookings: ReadonlySet<number>,
  notes: ReadonlySet<number>,
  customers: ReadonlySet<number>,
): Promise<void> {
  const rows: { id: number; payload: string }[] = await tx('outbox').where({ relayed_at: 0 }).select('id', 'payload');
  const theirs = rows.filter(({ payload }) => {
    const about = JSON.parse(payload) as { bookingId?: number; noteId?: number; customerId?: number };
    const { bookingId = 0, noteId = 0, customerId = 0 } = about;
    return bookings.has(bookingId) || notes.has(noteId) || customers.has(customerId);
  });
  await inChunks(
    theirs.map(({ id }) => id),
    (some) => tx('outbox').whereIn('id', some).update({ lease_owner: null, lease_until: 0 }),
  );
}

/** Outbox rows of reminders of this customer's notes: the mails that they made show name and note. */
async function reminderRows(tx: Tx, notes: readonly RemindedNote[]): Promise<number[]> {
  if (notes.length === 0) return [];
  const found: number[] = [];
  await inChunks(notes, async (some) => {
    const rows: { id: number }[] = await tx('outbox')
      .where('created_at', '>=', Math.min(...some.map((note) => note.created_at)))
      .where({ event: 'note.reminder' })
      .whereIn(
        'payload',
        some.map((note) => JSON.stringify({ noteId: note.id })),
      )
      .select('id');
    found.push(...rows.map((row) => row.id));
  });
  return found;
}

/** What was announced of the bookings: the reason that somebody typed goes, what the relay needs stays. */
async function eraseEvents(tx: Tx, bookings: readonly BookingTrace[], outboxIds: readonly number[]): Promise<void> {
  const ids = new Set(bookings.map((booking) => booking.id));
  const moments = new Set(bookings.map((booking) => booking.createdAt));
  await inChunks([...ids], async (some) => {
    const rows: { at: number }[] = await tx('decisions')
      .join('booking_items', 'booking_items.id', 'decisions.booking_item_id')
      .whereIn('booking_items.booking_id', some)
      .distinct('decisions.decided_at as at');
    for (const { at } of rows) moments.add(at);
  });
  const strip = async (column: string, some: number[]): Promise<void> => {
    const rows: { id: number; payload: string }[] = await tx('outbox').whereIn(column, some).select('id', 'payload');
    for (const { id, payload } of rows) {
      const parsed = JSON.parse(payload) as { bookingId?: number; reason?: string };
      if (parsed.bookingId === undefined || !ids.has(parsed.bookingId) || !parsed.reason) continue;
      await tx('outbox')
        .where({ id })
        .update({ payload: JSON.stringify({ ...parsed, reason: '' }) });
    }
  };
  await inChunks([...moments], (some) => strip('created_at', some));
  await inChunks([...new Set(outboxIds)], (some) => strip('id', some));
}
