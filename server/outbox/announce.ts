import type { Tx } from '../db/connect.js';

/** What may have to be told to somebody, with what the relay needs to find the facts. */
export type OutboxEvent =
  | { event: 'booking.created'; payload: { bookingId: number } }
  | { event: 'booking.approved'; payload: { bookingId: number } }
  | { event: 'booking.rejected'; payload: { bookingId: number; reason: string } }
  | { event: 'booking.cancelled'; payload: { bookingId: number; by: 'customer' | 'business'; reason: string } };

export type Announce = (tx: Tx, at: number, event: OutboxEvent) => Promise<void>;

/** Puts an event into the outbox within the transaction of the fact: told if and only if it happened. */
export const announce: Announce = async (tx, at, { event, payload }) => {
  await tx('outbox').insert({ event, payload: JSON.stringify(payload), created_at: at });
};
