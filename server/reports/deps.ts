import type { Snapshot } from '../availability/queries-cached.js';
import type { Db } from '../db/connect.js';
import type { Clock } from '../lib/clock.js';

/** What reports need of the others; context.ts hands it in. */
export interface ReportDeps {
  db: Db;
  clock: Clock;
  /** The business and its hours as they are now. */
  snapshot(): Promise<Pick<Snapshot, 'business'>>;
  /** The zone of the business's first location. */
  defaultZone(): Promise<string>;
  settings(): Promise<{ currency: string }>;
}
