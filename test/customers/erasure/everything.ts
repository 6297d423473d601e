import { readFile } from 'node:fs/promises';
import { dialectOf } from '../../../server/db/connect.js';
import type { TestDatabase } from '../../support/databases.js';

export async function tableNames({ db }: TestDatabase): Promise<string[]> {
  return dialectOf(db) === 'sqlite'
    ? (await db('sqlite_master').where({ type: 'table' }).select('name')).map((row: { name: string }) => row.name)
    : ((await db.raw('SHOW TABLES'))[0] as object[]).map((row) => Object.values(row)[0] as string);
}

const asText = (_name: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && (value as { type?: string }).type === 'Buffer'
    ? Buffer.from((value as { data: number[] }).data).toString('latin1')
    : value;

/** Where in the whole database a text stands: `table: row`. On SQLite also in the file as it lies on the disk, and its log. */
export async function placesOf(database: TestDatabase, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of await tableNames(database))
    for (const row of await database.db(name).select()) {
      const plain = JSON.stringify(JSON.parse(JSON.stringify(row)), asText);
      if (plain.toLowerCase().includes(text.toLowerCase())) found.push(`${name}: ${plain.slice(0, 200)}`);
    }
  for (const suffix of ['', '-wal']) {
    if (!database.file) break;
    const bytes = await readFile(database.file + suffix).catch(() => Buffer.alloc(0));
    if (bytes.toString('latin1').toLowerCase().includes(Buffer.from(text).toString('latin1').toLowerCase()))
      found.push(`file${suffix}`);
  }
  return found;
}
