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
      if (await db.schema.hasTable(table)) return;
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
