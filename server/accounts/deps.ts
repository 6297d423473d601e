import type { RecordAudit } from '../audit/record.js';
import type { Db } from '../db/connect.js';
import type { Clock } from '../lib/clock.js';
import type { Random } from '../lib/ids.js';
import type { Announce } from '../outbox/announce.js';
import type { Passwords } from './passwords.js';

/** What work on accounts needs; context.ts hands it in. */
export interface AccountDeps {
  db: Db;
  clock: Clock;
  random: Random;
  record: RecordAudit;
  passwords: Passwords;
  /** The name of the business, which no password may consist of. */
  businessName(): Promise<string>;
}

export interface TeamDeps extends AccountDeps {
  announce: Announce;
  /** The token of a link to set a password; 256 bits that only the server's secret can make of a seed. */
  linkToken(seed: string): string;
  /** Says that the outbox has something, after the commit. */
  nudge(): void;
}
