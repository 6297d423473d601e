import type { RecordAudit } from '../../audit/record.js';
import type { Db } from '../../db/connect.js';
import type { Clock } from '../../lib/clock.js';
import type { MakeLoginReady } from '../../logins/ready-login.js';
import type { CustomerFields } from '../../settings/customer-fields.js';
import type { RequiredSensitive } from '../../settings/required-sensitive.js';
import type { SensitiveDeps } from '../sensitive/store.js';

/** What forms ask for, as the business decided. */
export interface Forms {
  /** The business's country: telephone numbers without a prefix are read as its own. */
  country: string;
  customerFields: CustomerFields;
  /** What nationalities call for, where the business decided otherwise than the country. */
  requiredSensitive: RequiredSensitive;
}

/** What the record needs of the others; context.ts hands it in. */
export interface RecordDeps extends SensitiveDeps {
  db: Db;
  clock: Clock;
  record: RecordAudit;
  forms(): Promise<Forms>;
  /** Checks and prepares the login that a new customer is to have. */
  readyLogin: MakeLoginReady;
}
