import type { Tx } from '../db/connect.js';

/** Staff decided that the customer is not told. */
export interface MaybeSilent {
  silent?: true;
}

export interface FormerTime {
  startsAt: number;
  providerId: number;
}

/** What may have to be told to somebody, with what the relay needs to find the facts. */
export type OutboxEvent =
  | { event: 'booking.created'; payload: { bookingId: number } }
  /** A link to set a first password, or another one, is to go to the account; account 0 is nobody. */
  | { event: 'account.invited' | 'account.reset_asked'; payload: { accountId: number } }
  | { event: 'account.password_changed'; payload: { accountId: number } }
  /** The address of an account was changed: its former one is told. */
  | { event: 'account.address_changed'; payload: { accountId: number; formerEmail: string } }
  | { event: 'booking.approved'; payload: { bookingId: number } & MaybeSilent }
  | { event: 'booking.rejected'; payload: { bookingId: number; reason: string } & MaybeSilent }
  | {
      event: 'booking.cancelled';
      payload: { bookingId: number; by: 'customer' | 'business'; reason: string } & MaybeSilent;
    }
  /** What was cancelled or turned down stands again. */
  | { event: 'booking.restored'; payload: { bookingId: number } & MaybeSilent }
  /** A part of the booking has another time or provider; `from` is what it had, in epoch milliseconds. */
  | { event: 'booking.rescheduled'; payload: { bookingId: number; itemId: number; from: FormerTime } & MaybeSilent }
  /** The time of a note's reminder has come. */
  | { event: 'note.reminder'; payload: { noteId: number } }
  /** It is somebody's birthday: on this day of this clock, and on no other, they are to be greeted. */
  | { event: 'customer.birthday'; payload: { customerId: number; day: string; timeZone: string } };

export type Announce = (tx: Tx, at: number, event: OutboxEvent) => Promise<void>;

/** Puts an event into the outbox within the transaction of the fact: told if and only if it happened. */
export const announce: Announce = async (tx, at, { event, payload }) => {
  await tx('outbox').insert({ event, payload: JSON.stringify(payload), created_at: at });
};
