import type { RecordAudit } from '../../audit/record.js';
import type { Db } from '../../db/connect.js';
import type { Clock } from '../../lib/clock.js';

export interface BulkDeps {
  db: Db;
  clock: Clock;
  record: RecordAudit;
  /** Some customers could not be changed; the others go on. */
  failed(error: unknown): void;
}
