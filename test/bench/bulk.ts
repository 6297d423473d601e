import type { Db } from '../../server/db/connect.js';
import { dialectOf } from '../../server/db/connect.js';

/* Fills tables with millions of rows in minutes: rows first, indexes afterwards. */

const batch = 500;

type Value = string | number | null;
interface Mysql {
  query(sql: string, values: unknown, done: (error: Error | null) => void): void;
}
interface Sqlite {
  prepare(sql: string): { run(values: Value[]): unknown };
}

/** Puts rows that all have the same columns into a table, some hundred in a statement and some thousand in a commit. */
export async function fillTable(db: Db, table: string, rows: Iterable<object>): Promise<void> {
  let waiting: Value[][] = [];
  let columns: string[] = [];
  for (const row of rows) {
    if (columns.length === 0) columns = Object.keys(row);
    waiting.push(Object.values(row) as Value[]);
    if (waiting.length < batch * 20) continue;
    await insert(db, table, columns, waiting);
    waiting = [];
  }
  if (waiting.length > 0) await insert(db, table, columns, waiting);
}

async function insert(db: Db, table: string, columns: readonly string[], rows: readonly Value[][]): Promise<void> {
  const into = `INSERT INTO ${table} (${columns.join(', ')}) VALUES`;
  const one = `(${columns.map(() => '?').join(', ')})`;
  await db.transaction(async (tx) => {
    const connection = (await tx.client.acquireConnection()) as Mysql & Sqlite;
    for (let at = 0; at < rows.length; at += batch) {
      const part = rows.slice(at, at + batch);
      if (dialectOf(db) === 'sqlite') connection.prepare(`${into} ${part.map(() => one).join(', ')}`).run(part.flat());
      else
        await new Promise<void>((resolve, reject) => {
          connection.query(`${into} ?`, [part], (error) => (error ? reject(error) : resolve()));
        });
    }
  });
}

/** Does something to a table while it has no indexes but the primary key, and makes them again. */
export async function withoutIndexes(db: Db, table: string, work: () => Promise<void>): Promise<void> {
  if (dialectOf(db) === 'sqlite') {
    const indexes: { name: string; sql: string }[] = await db('sqlite_master')
      .where({ type: 'index', tbl_name: table })
      .whereNotNull('sql');
    for (const { name } of indexes) await db.raw('DROP INDEX ??', [name]);
    await work();
    await db.raw('PRAGMA cache_size = -500000');
    for (const { sql } of indexes) await db.raw(sql);
    return;
  }
  const [indexes]: { name: string; kind: string; columns: string }[][] = await db.raw(
    `SELECT index_name AS name, IF(MIN(non_unique) = 0, 'UNIQUE', 'INDEX') AS kind, GROUP_CONCAT(column_name ORDER BY seq_in_index) AS columns
     FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = ? AND index_name <> 'PRIMARY' GROUP BY index_name`,
    [table],
  );
  const all = indexes ?? [];
  await db.raw(`ALTER TABLE ${table} ${all.map(({ name }) => `DROP INDEX ${name}`).join(', ')}`);
  await work();
  await db.raw(
    `ALTER TABLE ${table} ${all.map(({ name, kind, columns }) => `ADD ${kind} ${name} (${columns})`).join(', ')}`,
  );
}
