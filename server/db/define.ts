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
