import type { Passwords } from '../accounts/passwords.js';
import type { RecordAudit } from '../audit/record.js';
import type { Db } from '../db/connect.js';
import type { Clock } from '../lib/clock.js';

/** What work on customers' logins needs; context.ts hands it in. */
export interface LoginDeps {
  db: Db;
  clock: Clock;
  record: RecordAudit;
  passwords: Pick<Passwords, 'hash'>;
  /** The name of the business, which no password may consist of. */
  businessName(): Promise<string>;
}
