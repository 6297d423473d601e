import type { RecordAudit } from '../../audit/record.js';
import type { Db } from '../../db/connect.js';
import type { Clock } from '../../lib/clock.js';
import type { Random } from '../../lib/ids.js';
import type { Log } from '../../lib/log.js';
import type { TellStaff } from '../../notices/tell.js';
import type { Forms } from '../record/deps.js';

/** What imports need of the others; context.ts hands it in. */
export interface ImportDeps {
  db: Db;
  clock: Clock;
  random: Random;
  log: Log;
  record: RecordAudit;
  tell: TellStaff;
  forms(): Promise<Pick<Forms, 'country' | 'customerFields'>>;
}
