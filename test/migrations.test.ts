import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { migrations } from '../migrations/index.js';
import type { Db } from '../server/db/connect.js';
import type { Migration } from '../server/db/migrate.js';
import { migrate, rollback } from '../server/db/migrate.js';
import { systemClock } from '../server/lib/clock.js';
import type { TestDatabase } from './support/databases.js';
import { eachDatabase, openDatabase } from './support/databases.js';
import { dumpOf } from './support/dump.js';
import { cutOffAfter, schemaOf } from './support/schema-of.js';

const names = migrations.map(({ name }) => name);
const appliedIn = async (db: Db): Promise<string[]> =>
  (await db('schema_migrations').orderBy('name').select('name')).map(({ name }) => name);

eachDatabase(
  'the migrations on an empty database',
  (database) => {
    it('go up, down and up again to the same schema', async () => {
      expect(await migrate(database.db, migrations, systemClock)).to.deep.equal(names);
      const schema = await schemaOf(database.db);
      await rollback(database.db, migrations, migrations.length);
      const bare = Object.keys(await schemaOf(database.db));
      expect(bare).to.have.members(['schema_lease', 'schema_migrations']);
      expect(await migrate(database.db, migrations, systemClock)).to.deep.equal(names);
      expect(await schemaOf(database.db)).to.deep.equal(schema);
    });

    it('come to what the databases of the other tests are copied from', async () => {
      const other = await openDatabase(database.dialect);
      try {
        expect(await schemaOf(other.db)).to.deep.equal(await schemaOf(database.db));
        const rows = async (db: Db) => ({ ...(await dumpOf(db)), schema_migrations: await appliedIn(db) });
        expect(await rows(other.db)).to.deep.equal(await rows(database.db));
      } finally {
        await other.remove();
      }
    });

    it('change nothing when they run a second time', async () => {
      expect(await migrate(database.db, migrations, systemClock)).to.deep.equal([]);
      expect(await appliedIn(database.db)).to.deep.equal(names);
    });

    it('leave a database alone that a newer version has used', async () => {
      await database.db('schema_migrations').insert({ name: '9999-from-the-future', applied_at: 0 });
      const refusal = await migrate(database.db, migrations, systemClock).catch((error: Error) => error);
      expect(refusal).to.be.an('error').with.property('name', 'DatabaseIsNewerError');
      expect(refusal).to.have.property('message').that.includes('9999-from-the-future');
      await database.db('schema_migrations').where({ name: '9999-from-the-future' }).delete();
    });
  },
  { empty: true },
);

eachDatabase(
  'a migration that is cut off',
  (database) => {
    it('comes to the same schema when it runs again, wherever it was cut off', async () => {
      const whole: Db = database.db;
      await migrate(whole, migrations, systemClock);
      const schema = await schemaOf(whole);
      await rollback(whole, migrations, migrations.length);
      let cuts = 0;
      for (const migration of migrations) cuts += await cutOffEverywhere(whole, migration);
      expect(cuts).to.be.greaterThan(migrations.length);
      expect(await schemaOf(whole)).to.deep.equal(schema);
    });
  },
  { empty: true },
);

eachDatabase(
  'a migration that fails',
  (database) => {
    it('lets the next start go on at once', async () => {
      const fault: Migration = {
        name: '9998-fault',
        up: () => Promise.reject(new Error('a fault of its own')),
        down: async () => {},
      };
      const failing = await migrate(database.db, [...migrations.slice(0, 2), fault], systemClock).catch(
        (error: Error) => error.message,
      );
      expect(failing).to.equal('a fault of its own');
      const began = performance.now();
      const mended = { ...fault, up: async () => {} };
      expect(await migrate(database.db, [...migrations.slice(0, 2), mended], systemClock)).to.deep.equal([mended.name]);
      expect(performance.now() - began).to.be.lessThan(5000);
    });
  },
  { empty: true },
);

eachDatabase(
  'two servers that start at once',
  (database) => {
    it('share the migrations, each applied by one of them', async () => {
      const applied = await Promise.all([migrateInAnotherProcess(database), migrateInAnotherProcess(database)]);
      expect(applied.flat().sort()).to.deep.equal(names);
      expect(await appliedIn(database.db)).to.deep.equal(names);
    });
  },
  { empty: true },
);

/** Cuts `migration` off after its first change, after its second and so on, until it comes through. Answers the number of cuts. */
async function cutOffEverywhere(db: Db, migration: Migration): Promise<number> {
  for (let allowed = 0; ; allowed += 1) {
    const cut = cutOffAfter(db, allowed);
    try {
      await migration.up(db);
      return allowed;
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes('cut off')) throw error;
    } finally {
      cut.restore();
    }
  }
}

async function migrateInAnotherProcess(database: TestDatabase): Promise<string[]> {
  const target = database.url ?? database.file ?? '';
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    'test/support/migrate-child.ts',
    target,
  ]);
  return JSON.parse(stdout) as string[];
}
