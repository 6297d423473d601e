import type { RecordAudit } from '../../audit/record.js';
import type { Db } from '../../db/connect.js';
import type { Actor } from '../../lib/actor.js';
import type { Clock } from '../../lib/clock.js';

export interface TrashDeps {
  db: Db;
  clock: Clock;
  record: RecordAudit;
  /** Cancels a booking for the business and tells the customer; AppError `already_decided` when nothing of it stands. */
  cancelBooking(bookingId: number, actor: Actor): Promise<unknown>;
}
