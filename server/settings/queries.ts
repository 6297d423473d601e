import type { Db, Tx } from '../db/connect.js';

/** Everything that was ever set, as it lies in the rows: JSON by name. */
export async function storedSettings(db: Db | Tx): Promise<Map<string, string>> {
  return byName(await db('settings').select('name', 'value'));
}

/** As `storedSettings`, locked until the transaction ends: what is written is made from what was read. */
export async function lockSettings(tx: Tx): Promise<Map<string, string>> {
  return byName(await tx('settings').forUpdate().select('name', 'value'));
}

const byName = (rows: { name: string; value: string }[]): Map<string, string> =>
  new Map(rows.map((row) => [row.name, row.value]));

export async function storeSetting(tx: Tx, name: string, value: string): Promise<void> {
  await tx('settings').insert({ name, value }).onConflict('name').merge({ value });
}
