import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '../../migrations/index.js';
import type { Db, Dialect } from '../../server/db/connect.js';
import { openMysql, openSqlite } from '../../server/db/connect.js';
import { migrate } from '../../server/db/migrate.js';
import { systemClock } from '../../server/lib/clock.js';
import type { SchemaCopy } from './schema-copy.js';
import { copyOfMariadb, copyOfSqlite, pasteInto } from './schema-copy.js';

/** A database of a test's own. */
export interface TestDatabase {
  readonly dialect: Dialect;
  readonly db: Db;
  /** `mysql://…` of this database; null on SQLite. */
  readonly url: string | null;
  /** Path of the SQLite file; null on MariaDB. */
  readonly file: string | null;
  /** A folder of this database's own, removed with it: what a server under test needs as BOOKPANE_DATA_DIR. */
  readonly folder: string;
  /**
   * Another connection to the same database, closed with it. On SQLite a statement blocks the whole process while it waits for
   * a lock, so two connections of one process can't wait for each other there: take a child process.
   */
  connect(poolSize?: number): Db;
}

interface Opened extends TestDatabase {
  remove(): Promise<void>;
}

interface Options {
  /** Leaves the database without tables, for tests of the migrations themselves. */
  empty?: boolean;
}

/** Why the MariaDB suites can't run; the runner (test/run.mjs) lists tests whose title says it. */
export const noMariadb = 'needs MariaDB: BOOKPANE_TEST_MYSQL_URL is not set (npm test sets it)';

/**
 * Declares `title` once for SQLite and once for MariaDB, each on a fresh migrated database that is gone afterwards. The handle's
 * properties can be read from `before` hooks and tests on, not while tests are being declared (`dialect` always can).
 */
export function eachDatabase(title: string, declare: (database: TestDatabase) => void, options: Options = {}): void {
  describe(title, () => {
    describe('SQLite', () => declareOn('sqlite', declare, options));
    describe('MariaDB', () => {
      if (process.env['BOOKPANE_TEST_MYSQL_URL']) declareOn('mysql', declare, options);
      else it(noMariadb);
    });
  });
}

/** Declares `title` for MariaDB alone: what needs writers in several processes at full speed. */
export function onMariadb(title: string, declare: (database: TestDatabase) => void, options: Options = {}): void {
  describe(title, () => {
    if (process.env['BOOKPANE_TEST_MYSQL_URL']) declareOn('mysql', declare, options);
    else it(noMariadb);
  });
}

function declareOn(dialect: Dialect, declare: (database: TestDatabase) => void, options: Options): void {
  let opened: Opened | undefined;
  const now = (): Opened => {
    if (!opened)
      throw new Error('The database is there only while tests run: read its properties inside before() or it().');
    return opened;
  };
  before('make a database', async function () {
    // A disk that others write to may take its time; what is slow here says nothing about the product.
    this.timeout(120_000);
    opened = await openDatabase(dialect, options);
  });
  after('remove the database', async function () {
    this.timeout(120_000);
    await opened?.remove();
  });
  declare({
    dialect,
    get db() {
      return now().db;
    },
    get url() {
      return now().url;
    },
    get file() {
      return now().file;
    },
    get folder() {
      return now().folder;
    },
    connect: (poolSize) => now().connect(poolSize),
  });
}

/** What the migrations make of an empty database, made once in this process and copied from then on. */
const migrated: Partial<Record<Dialect, Promise<SchemaCopy>>> = {};

/** Makes a database without mocha, for benchmarks and journeys; `remove` ends its connections and deletes it. */
export async function openDatabase(dialect: Dialect, options: Options = {}): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'bookpane-test-'));
  const opened: Opened = dialect === 'sqlite' ? sqliteDatabase(folder) : await mariadbDatabase(folder);
  try {
    if (!options.empty) {
      migrated[dialect] ??= migratedCopy(dialect);
      const copy = await migrated[dialect];
      if (opened.file) await writeFile(opened.file, copy.file);
      if (opened.url) await pasteInto(opened.url, copy);
    }
  } catch (error) {
    await opened.remove();
    throw error;
  }
  return opened;
}

async function migratedCopy(dialect: Dialect): Promise<SchemaCopy> {
  const { db, file, remove } = await openDatabase(dialect, { empty: true });
  try {
    await migrate(db, migrations, systemClock);
    return file ? await copyOfSqlite(db, file) : await copyOfMariadb(db);
  } finally {
    await remove();
  }
}

function sqliteDatabase(folder: string): Opened {
  const file = join(folder, 'bookpane.sqlite');
  const connections = [openSqlite(file)];
  return {
    dialect: 'sqlite',
    db: connections[0]!,
    url: null,
    file,
    folder,
    connect: () => remember(connections, openSqlite(file)),
    async remove() {
      await closeAll(connections);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function mariadbDatabase(folder: string): Promise<Opened> {
  const server = process.env['BOOKPANE_TEST_MYSQL_URL'];
  if (!server) throw new Error(noMariadb);
  const name = `bookpane_test_${randomBytes(6).toString('hex')}`;
  const url = new URL(`/${name}`, server).href;
  const manager = openMysql(server, 1);
  await manager.raw('CREATE DATABASE ??', [name]);
  const connections = [openMysql(url, 4)];
  return {
    dialect: 'mysql',
    db: connections[0]!,
    url,
    file: null,
    folder,
    connect: (poolSize = 4) => remember(connections, openMysql(url, poolSize)),
    async remove() {
      await closeAll(connections);
      await manager.raw('DROP DATABASE ??', [name]);
      await manager.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function remember(connections: Db[], opened: Db): Db {
  connections.push(opened);
  return opened;
}

async function closeAll(connections: Db[]): Promise<void> {
  await Promise.all(connections.map((connection) => connection.destroy()));
}
