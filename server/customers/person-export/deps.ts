import type { RecordAudit } from '../../audit/record.js';
import type { Db } from '../../db/connect.js';
import type { Clock } from '../../lib/clock.js';
import type { FieldCipher } from '../../lib/field-cipher.js';

export interface PersonExportDeps {
  db: Db;
  clock: Clock;
  record: RecordAudit;
  cipher: FieldCipher;
  site(): Promise<{ name: string; language: string; country: string }>;
  /** The zone that times of day without a place of their own are told in. */
  defaultZone(): Promise<string>;
}
