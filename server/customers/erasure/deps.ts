import type { RecordAudit } from '../../audit/record.js';
import type { Db } from '../../db/connect.js';
import type { Clock } from '../../lib/clock.js';

export interface ErasureDeps {
  db: Db;
  clock: Clock;
  record: RecordAudit;
  /** Mail to providers that waited is written anew, without the person. */
  nudge(): void;
}
