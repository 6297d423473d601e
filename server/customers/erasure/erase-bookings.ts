import type { Tx } from '../../db/connect.js';
import { erasedParts, inChunks } from './erased.js';

/** A booking as its traces are found. */
export interface BookingTrace {
  id: number;
  reference: string;
  createdAt: number;
}

export async function bookingsOf(tx: Tx, customerIds: readonly number[]): Promise<BookingTrace[]> {
  const rows = await tx('bookings')
    .whereIn('customer_id', [...customerIds])
    .orderBy('id')
    .select('id', 'reference', 'created_at as createdAt');
  return rows as BookingTrace[];
}

/**
 * What was typed when booking, and why it was decided as it was. The appointment stays, under the customer's number. The manage
 * link opens nothing any more: its hash is one that no token has.
 */
export async function eraseBookings(tx: Tx, number: number, bookings: readonly BookingTrace[]): Promise<void> {
  const { firstName, lastName } = erasedParts(number);
  for (const { id } of bookings)
    await tx('bookings')
      .where({ id })
      .update({
        first_name: firstName,
        last_name: lastName,
        email: null,
        phone: null,
        note: '',
        language: 'en',
        time_zone: 'UTC',
        manage_token_hash: `erased:${id}`,
      });
  await inChunks(
    bookings.map((booking) => booking.id),
    (ids) =>
      tx('decisions')
        .whereIn('booking_item_id', tx('booking_items').whereIn('booking_id', ids).select('id'))
        .whereNot({ reason: '' })
        .update({ reason: '' }),
  );
  for (const booking of bookings) await eraseAnswers(tx, booking);
}

/** The answer that a retried request would get: the key stays, so that it still books nothing twice. */
async function eraseAnswers(tx: Tx, { reference, createdAt }: BookingTrace): Promise<void> {
  const kept: { scope: string; key_hash: string; answer: string | null }[] = await tx('idempotency_keys')
    .where({ created_at: createdAt })
    .select('scope', 'key_hash', 'answer');
  for (const { scope, key_hash, answer } of kept) {
    const parsed = answer === null ? null : (JSON.parse(answer) as Record<string, unknown>);
    if (parsed?.['reference'] !== reference) continue;
    await tx('idempotency_keys')
      .where({ scope, key_hash })
      .update({ answer: JSON.stringify({ ...parsed, firstName: '', email: null }) });
  }
}
