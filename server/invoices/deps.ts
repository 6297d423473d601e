import type { RecordAudit } from '../audit/record.js';
import type { MailWriter } from '../customers/mail/deps.js';
import type { Db } from '../db/connect.js';
import type { Clock } from '../lib/clock.js';
import type { Random } from '../lib/ids.js';
import type { Settings } from '../settings/values.js';

export interface InvoiceDeps {
  db: Db;
  clock: Clock;
  random: Random;
  record: RecordAudit;
  settings(): Promise<Settings>;
  /** The clock on the business's wall, by which invoices are dated. */
  zone(): Promise<string>;
  write: MailWriter;
  /** The configured public address, without a slash at its end. */
  publicUrl: string;
  /** Something is to be sent now. */
  nudge(): void;
}
