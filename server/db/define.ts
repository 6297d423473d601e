import type { Knex } from 'knex';
import type { Db } from './connect.js';
import { dialectOf } from './connect.js';
import type { Migration } from './migrate.js';

/**
 * A migration that makes one table. Comparison is by code point on both databases (`utf8mb4_bin`): folding of case and accents
 * is the code's, in columns of its own, so that both databases sort and find alike.
 */
export function tableMigration(
  name: string,
  table: string,
  define: (columns: Knex.CreateTableBuilder, db: Db) => void,
): Migration {
  return {
    name,
    table,
    async up(db) {
      await removeHalfMade(db, table);
      await db.schema.createTable(table, (columns) => {
        if (dialectOf(db) === 'mysql') {
          columns.charset('utf8mb4');
          columns.collate('utf8mb4_bin');
        }
        define(columns, db);
      });
    },
    async down(db) {
      await db.schema.dropTableIfExists(table);
    },
  };
}

/**
 * A table that is there while its migration is not on record was cut off before its indexes and references were made, each of
 * which is a statement (and on MySQL a commit) of its own. Nothing has used it yet; one that holds rows is something else.
 */
async function removeHalfMade(db: Db, table: string): Promise<void> {
  if (!(await db.schema.hasTable(table))) return;
  if (await db(table).first(db.raw('1'))) {
    throw new Error(
      `The table ${table} holds rows, though no migration that made it is on record in schema_migrations.`,
    );
  }
  await db.schema.dropTable(table);
}

/** An instant: epoch milliseconds in UTC. */
export const instantColumn = (columns: Knex.CreateTableBuilder, name: string): Knex.ColumnBuilder =>
  columns.bigInteger(name);

/** A column that refers to another table's id and keeps the row it refers to alive. */
export const referenceColumn = (
  columns: Knex.CreateTableBuilder,
  name: string,
  table: string,
): Knex.ReferencingColumnBuilder =>
  columns.bigInteger(name).unsigned().references('id').inTable(table).onDelete('RESTRICT');

export interface ColumnChange {
  /** Each adds one column, which the name says. */
  add: Record<string, (columns: Knex.CreateTableBuilder) => void>;
  /** Indexes to make, by their names. */
  index?: Record<string, readonly string[]>;
  /** Indexes that MySQL makes by itself with a reference, and SQLite does not. */
  referenceIndex?: Record<string, readonly string[]>;
  /** Indexes that others take the place of, as they were. */
  drop?: Record<string, readonly string[]>;
}

/** A migration that gives a table more columns and other indexes. Each step looks first, so it can be cut off and run again. */
export function columnsMigration(name: string, table: string, change: ColumnChange): Migration {
  const { add, index = {}, referenceIndex = {}, drop = {} } = change;
  const indexesOn = (db: Db) => Object.entries(dialectOf(db) === 'sqlite' ? { ...index, ...referenceIndex } : index);
  return {
    name,
    async up(db) {
      for (const [column, define] of Object.entries(add)) {
        if (!(await db.schema.hasColumn(table, column)))
          await db.schema.alterTable(table, (columns) => define(columns));
      }
      for (const [indexName, columns] of indexesOn(db)) await makeIndex(db, table, indexName, columns);
      for (const indexName of Object.keys(drop)) await dropIndex(db, table, indexName);
    },
    async down(db) {
      for (const [indexName, columns] of Object.entries(drop)) await makeIndex(db, table, indexName, columns);
      for (const [indexName] of indexesOn(db)) await dropIndex(db, table, indexName);
      for (const column of Object.keys(add).reverse()) {
        if (await db.schema.hasColumn(table, column)) await db.raw('ALTER TABLE ?? DROP COLUMN ??', [table, column]);
      }
    },
  };
}

async function makeIndex(db: Db, table: string, name: string, columns: readonly string[]): Promise<void> {
  if (await hasIndex(db, table, name)) return;
  await db.schema.alterTable(table, (builder) => {
    builder.index([...columns], name);
  });
}

async function dropIndex(db: Db, table: string, name: string): Promise<void> {
  if (!(await hasIndex(db, table, name))) return;
  await db.schema.alterTable(table, (builder) => {
    builder.dropIndex([], name);
  });
}

async function hasIndex(db: Db, table: string, name: string): Promise<boolean> {
  const [text, bindings] =
    dialectOf(db) === 'mysql'
      ? [
          'SELECT 1 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = ? AND index_name = ?',
          [table, name],
        ]
      : ["SELECT 1 FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND name = ?", [table, name]];
  const answer = await db.raw(text as string, bindings as string[]);
  const rows = dialectOf(db) === 'mysql' ? answer[0] : answer;
  return (rows as unknown[]).length > 0;
}
