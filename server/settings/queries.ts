import type { Db, Tx } from '../db/connect.js';

/** Everything that was ever set, as it lies in the rows: JSON by name. */
export async function storedSettings(db: Db | Tx): Promise<Map<string, string>> {
  const rows: { name: string; value: string }[] = await db('settings').select('name', 'value');
  return new Map(rows.map((row) => [row.name, row.value]));
}

export async function storeSetting(tx: Tx, name: string, value: string): Promise<void> {
  await tx('settings').insert({ name, value }).onConflict('name').merge({ value });
}
