import type { RecordAudit } from '../audit/record.js';
import type { Db, Tx } from '../db/connect.js';
import type { Clock } from '../lib/clock.js';
import type { Random } from '../lib/ids.js';
import type { SettingName, Settings } from '../settings/values.js';

export interface FirstRunDeps {
  db: Db;
  clock: Clock;
  random: Random;
  record: RecordAudit;
  writeSetting<Name extends SettingName>(tx: Tx, name: Name, value: Settings[Name]): Promise<void>;
  settings: () => Promise<Settings>;
  /** Settings that were remembered are of before. */
  forgetSettings(): void;
  hashPassword(password: string): Promise<string>;
  addOwner(tx: Tx, owner: { name: string; email: string; passwordHash: string }): Promise<void>;
  /** The token of a seed. */
  linkToken(seed: string): string;
  /** Empties the database of everything that the business put into it. */
  clearBusiness(tx: Tx): Promise<void>;
}
