import type { RecordAudit } from '../../audit/record.js';
import type { Db } from '../../db/connect.js';
import type { Clock } from '../../lib/clock.js';
import type { Random } from '../../lib/ids.js';

/** Whom a mail is written to. */
export interface MailRecipient {
  firstName: string;
  lastName: string;
  name: string;
}

export interface WrittenBodies {
  subject: string;
  text: string;
  html: string;
}

/** What staff wrote, made into a mail for one recipient after the other. */
export type MailWriter = (wish: {
  subject: string;
  text: string;
  newsletter: boolean;
  /** To be looked at and not to be sent. */
  preview?: true;
}) => Promise<(recipient: MailRecipient) => WrittenBodies>;

export interface MailDeps {
  db: Db;
  clock: Clock;
  random: Random;
  record: RecordAudit;
  /** AppError `invalid_request` for a placeholder that there is not. */
  write: MailWriter;
  /** The configured public address, without a slash at its end. */
  publicUrl: string;
  /** The part of an unsubscribe token that only this server can make. */
  unsubscribeSeal(customerId: number, emailFolded: string): string;
  /** Something is to be sent now. */
  nudge(): void;
}
