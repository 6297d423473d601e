import type { Db } from '../../server/db/connect.js';
import { dialectOf } from '../../server/db/connect.js';

/** Tables that a refused request may write to (ATTACKS, oracle 2). */
const mayChange = new Set(['rate_limits', 'audit', 'sessions', 'sqlite_sequence']);

/** Every row of every table, as text, for comparing before and after an attack. One statement where nothing has changed. */
export const dumpOf = (db: Db): Promise<Record<string, string>> =>
  dialectOf(db) === 'sqlite' ? dumpOfSqlite(db) : dumpOfMariadb(db);

/** What was read of an SQLite database, good until it is written to through this connection or another one. */
interface KnownDump {
  /** The one statement that reads all of it. */
  statement: string;
  changes: string;
  dump: Record<string, string>;
}
const knownDumps = new WeakMap<Db, KnownDump>();

async function dumpOfSqlite(db: Db): Promise<Record<string, string>> {
  const [counted] = await db.raw('SELECT total_changes() AS ours, data_version AS others FROM pragma_data_version');
  const changes = `${counted.ours} ${counted.others}`;
  const known = knownDumps.get(db);
  if (known?.changes === changes) return known.dump;
  const statement = known?.statement ?? (await statementFor(db));
  const dump: Record<string, string> = {};
  for (const { name, content } of await db.raw(statement)) dump[name] = content ?? '';
  knownDumps.set(db, { statement, changes, dump });
  return dump;
}

async function statementFor(db: Db): Promise<string> {
  const columns: { of: string; name: string }[] = await db.raw(
    "SELECT t.name AS of, c.name AS name FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' ORDER BY 1, c.cid",
  );
  return [...new Set(columns.map(({ of }) => of))]
    .filter((table) => !mayChange.has(table))
    .map((table) => {
      const values = columns.filter(({ of }) => of === table).map(({ name }) => `quote("${name}")`);
      return `SELECT '${table}' AS name, group_concat(${values.join(" || ', ' || ")}, char(10)) AS content FROM "${table}"`;
    })
    .join(' UNION ALL ');
}

interface KnownTable {
  checksum: string;
  content: string;
}

/** What was read of each table of a MariaDB database, good for as long as the table's checksum is the same. */
const knownTables = new WeakMap<Db, Map<string, KnownTable>>();

async function dumpOfMariadb(db: Db): Promise<Record<string, string>> {
  const tables = knownTables.get(db) ?? new Map<string, KnownTable>();
  knownTables.set(db, tables);
  const [all] = await db.raw('SHOW TABLES');
  const names = (all as object[]).map((row) => String(Object.values(row)[0])).filter((name) => !mayChange.has(name));
  const [checksums] = await db.raw(`CHECKSUM TABLE ${names.map(() => '??').join(', ')}`, names);
  const dump: Record<string, string> = {};
  for (const { Table, Checksum } of checksums as { Table: string; Checksum: unknown }[]) {
    const name = Table.split('.').pop()!;
    const checksum = String(Checksum);
    let table = tables.get(name);
    if (table?.checksum !== checksum) {
      table = { checksum, content: JSON.stringify(await db(name).select()) };
      tables.set(name, table);
    }
    dump[name] = table.content;
  }
  return dump;
}
