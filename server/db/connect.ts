import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Knex } from 'knex';
import knex from 'knex';

/** A connection to read from. Writes take a `Tx`, so that a write outside a transaction does not compile. */
export type Db = Knex;
/** A transaction, given by `transact` alone. */
export type Tx = Knex.Transaction;

export type Dialect = 'mysql' | 'sqlite';
export const dialectOf = (db: Db | Tx): Dialect => (db.client.config.client === 'mysql2' ? 'mysql' : 'sqlite');

/**
 * READ COMMITTED, so that a decision never rests on a snapshot older than the lock it holds (DESIGN, section 4), and strict
 * mode, so that a value that does not fit is an error and not a shorter value. Both are said on every connection, since
 * servers differ in their defaults.
 */
const mysqlSession = `SET SESSION transaction_isolation = 'READ-COMMITTED', SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION', SESSION innodb_lock_wait_timeout = 5`;
/** MariaDB before 11.1 knows the isolation level by its older name. */
const mariadbSession = mysqlSession.replace('transaction_isolation', 'tx_isolation');

const unknownVariable = 1193;

const nothing = (): void => {};
/** Knex would write stacks to the console beside throwing them; whoever catches decides what to say. */
const silent = { warn: nothing, error: nothing, deprecate: nothing, debug: nothing };

/** Opens MySQL, MariaDB, Galera or TiDB at `url`. Nothing connects before the first query. */
export function openMysql(url: string, poolSize: number): Db {
  return knex({
    client: 'mysql2',
    connection: {
      uri: url.replace(/^mariadb:/, 'mysql:'),
      charset: 'utf8mb4',
      supportBigNumbers: true,
      // An object in a value's place would be expanded into SQL (ATTACKS S37); this makes it text.
      stringifyObjects: true,
      connectTimeout: 5000,
    } as Knex.MySql2ConnectionConfig,
    pool: {
      min: 0,
      max: poolSize,
      afterCreate(
        connection: { query(sql: string, done: (error: (Error & { errno?: number }) | null) => void): void },
        done: (error: Error | null, connection: unknown) => void,
      ) {
        connection.query(mysqlSession, (error) => {
          if (error?.errno !== unknownVariable) return done(error, connection);
          connection.query(mariadbSession, (again) => done(again, connection));
        });
      },
    },
    acquireConnectionTimeout: 5000,
    compileSqlOnError: false,
    log: silent,
  });
}

const pragmas = [
  // First: switching to WAL is itself a write that another process may be in the way of.
  'busy_timeout = 5000',
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  // What is deleted or changed is overwritten in the file, so that somebody who was erased is not found in its free space.
  'secure_delete = ON',
  // LIKE then compares by code point as on MySQL (define.ts), and a prefix is found through its index.
  'case_sensitive_like = ON',
  // In KiB. With the 2 MB of its own a long write reads and writes the same pages of the indexes over and over.
  'cache_size = -16000',
];

/** Opens the embedded SQLite file; its folder is made when missing. One connection: SQLite has one writer. */
export function openSqlite(file: string): Db {
  mkdirSync(dirname(file), { recursive: true });
  return knex({
    client: embeddedClient(),
    connection: { filename: file },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      afterCreate(
        connection: { pragma(text: string): unknown },
        done: (error: Error | null, connection: unknown) => void,
      ) {
        for (const pragma of pragmas) connection.pragma(pragma);
        done(null, connection);
      },
    },
    compileSqlOnError: false,
    log: silent,
  });
}

/** Knex's better-sqlite3 dialect on the `libsql` driver, which has the same face and ships built for Node 20. */
function embeddedClient(): typeof Knex.Client {
  const require = createRequire(import.meta.url);
  const Dialect = require('knex/lib/dialects/better-sqlite3/index.js') as typeof Knex.Client;
  return class EmbeddedSqlite extends Dialect {
    _driver(): unknown {
      return require('libsql');
    }
  };
}
