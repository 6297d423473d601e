import type { Db } from '../db/connect.js';
import { dialectOf } from '../db/connect.js';

export interface Durability {
  /** Whether an acknowledged booking survives a power cut. */
  durable: boolean;
  /** What was found, in a sentence. */
  found: string;
}

/** Whether the database syncs each commit to disk (DESIGN, section 4). */
export async function checkDurability(db: Db): Promise<Durability> {
  if (dialectOf(db) === 'sqlite') {
    const [journal] = (await db.raw('PRAGMA journal_mode')) as { journal_mode: string }[];
    const [synchronous] = (await db.raw('PRAGMA synchronous')) as { synchronous: number }[];
    const durable = journal?.journal_mode === 'wal' && (synchronous?.synchronous ?? 0) >= 2;
    return { durable, found: `journal_mode=${journal?.journal_mode}, synchronous=${synchronous?.synchronous}` };
  }
  const [rows] = (await db.raw("SHOW VARIABLES LIKE 'innodb_flush_log_at_trx_commit'")) as { Value: string }[][];
  const value = rows?.[0]?.Value;
  // TiDB knows no such variable, and syncs by its own log.
  return {
    durable: value === undefined || value === '1',
    found: value === undefined ? 'no InnoDB' : `innodb_flush_log_at_trx_commit=${value}`,
  };
}
