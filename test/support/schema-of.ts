import type { Db } from '../../server/db/connect.js';
import { dialectOf } from '../../server/db/connect.js';

/** The schema as the database itself writes it down: each table's and index's name with its definition. */
export async function schemaOf(db: Db): Promise<Record<string, string>> {
  const schema: Record<string, string> = {};
  if (dialectOf(db) === 'sqlite') {
    for (const { name, sql } of await db('sqlite_master')
      .whereNotNull('sql')
      .andWhereNot('name', 'like', 'sqlite_%')
      .orderBy('name')
      .select('name', 'sql'))
      schema[name] = sql;
    return schema;
  }
  const [tables] = await db.raw('SHOW TABLES');
  for (const table of tables.map((row: Record<string, string>) => Object.values(row)[0])) {
    const [[found]] = await db.raw('SHOW CREATE TABLE ??', [table]);
    schema[table] = found['Create Table'];
  }
  return schema;
}

/** The database goes away after `allowed` more changes of the schema: each statement after them fails. */
export function cutOffAfter(db: Db, allowed: number): { restore(): void } {
  const client = db.client as { query(connection: unknown, statement: unknown): Promise<unknown> };
  const query = client.query;
  let left = allowed;
  client.query = (connection, statement) => {
    const { sql = String(statement) } = statement as { sql?: string };
    if (/^\s*(?:create|alter|drop)\b/i.test(sql)) left -= 1;
    if (left < 0) return Promise.reject(new Error('cut off'));
    return query.call(client, connection, statement);
  };
  return {
    restore() {
      client.query = query;
    },
  };
}
