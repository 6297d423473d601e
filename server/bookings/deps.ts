import type { RecordAudit } from '../audit/record.js';
import type { Taken } from '../availability/business.js';
import type { Snapshot } from '../availability/queries-cached.js';
import type { Visit } from '../availability/question.js';
import type { SlotJson } from '../availability/range.js';
import type { BookingPerson } from '../customers/recognise.js';
import type { NewCustomer } from '../customers/record/creation.js';
import type { CustomerInTransaction } from '../customers/record/for-booking.js';
import type { Db, Tx } from '../db/connect.js';
import type { Actor } from '../lib/actor.js';
import type { Clock } from '../lib/clock.js';
import type { Random } from '../lib/ids.js';
import type { TellStaff } from '../notices/tell.js';
import type { Announce } from '../outbox/announce.js';
import type { Asked } from './asked-rules.js';

/** What bookings need of the others; context.ts hands it in. */
export interface BookingDeps {
  db: Db;
  clock: Clock;
  random: Random;
  record: RecordAudit;
  announce: Announce;
  /** The business and its calendars as they are now. */
  snapshot(): Promise<Snapshot>;
  /** The business as last seen; the transaction checks whether it still is. */
  lastSeen(): Promise<Pick<Snapshot, 'business' | 'catalogVersion'>>;
  /** What takes these resources' time between two instants, locked for this transaction. */
  readTaken(tx: Tx, resourceIds: readonly number[], from: number, to: number, lock: true): Promise<Map<number, Taken>>;
  alternatives(visit: Visit, start: number, count: number): Promise<SlotJson[]>;
  /** `trashed`: somebody with the same e-mail and name is in the trash, and stays there; a new customer was added. */
  recognise(
    tx: Tx,
    person: BookingPerson,
    country: string,
    at: number,
  ): Promise<{ id: number; added: boolean; trashed?: number | null }>;
  tellStaff: TellStaff;
  /** Keeps the customer's last appointment, by which lists are sorted. */
  expectVisit(tx: Tx, customerId: number, start: number): Promise<void>;
  refreshVisits(tx: Tx, customerIds: readonly number[], now: number): Promise<void>;
  site(): Promise<{ termsVersion: string; country: string } & Asked>;
  /** The zone of the business's first location. */
  defaultZone(): Promise<string>;
  /** The token that opens a booking without signing in; 256 bits that only the server's secret can make. */
  manageToken(reference: string): string;
  manageUrl(reference: string): string;
  /** The booking as a calendar file. */
  calendarFile(bookingId: number): Promise<string>;
  /** Customers of bookings that staff make. AppErrors: as the record's own. */
  newCustomer(actor: Actor, customer: NewCustomer): Promise<CustomerInTransaction>;
  chosenCustomer(actor: Actor, number: number): CustomerInTransaction;
  /** A digest of a request that holds personal data; nobody can guess at them from it without the server's secret. */
  fingerprint(text: string): string;
  /** Says that the outbox has something, after the commit. */
  nudge(): void;
}
