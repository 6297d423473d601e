import type { Db } from '../../server/db/connect.js';
import { dialectOf } from '../../server/db/connect.js';

/** Tables that a refused request may write to (ATTACKS, oracle 2). */
const mayChange = new Set(['rate_limits', 'audit', 'sessions', 'sqlite_sequence']);

/** Every row of every table, as text, for comparing before and after an attack. */
export async function dumpOf(db: Db): Promise<Record<string, string>> {
  const names: string[] =
    dialectOf(db) === 'sqlite'
      ? (await db('sqlite_master').where({ type: 'table' }).select('name')).map((row: { name: string }) => row.name)
      : ((await db.raw('SHOW TABLES'))[0] as object[]).map((row) => Object.values(row)[0] as string);
  const dump: Record<string, string> = {};
  for (const name of names.sort()) if (!mayChange.has(name)) dump[name] = JSON.stringify(await db(name).select());
  return dump;
}
