import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../lib/clock.js';
import type { Db } from './connect.js';
import { isDuplicate } from './transact.js';

/**
 * One change of the schema. `up` may be cut off anywhere (MySQL commits each DDL by itself), so it must be safe to run again;
 * what `define.ts` makes is. `down` serves tests and a change of mind before release.
 */
export interface Migration {
  /** `0001-settings`: the number and what it makes. */
  name: string;
  /** The table it makes, where it makes one. */
  table?: string;
  up(db: Db): Promise<void>;
  down(db: Db): Promise<void>;
}

/** The database holds migrations that this code does not know: it was used by a newer version. */
export class DatabaseIsNewerError extends Error {
  constructor(unknown: string[]) {
    super(
      `This database was used by a newer Bookpane (it holds ${unknown.join(', ')}). Start that version, or restore a backup from before the update.`,
    );
    this.name = 'DatabaseIsNewerError';
  }
}

const leaseFor = 30_000;

/**
 * Brings the schema up to date and answers the names of what was applied now. Safe to run twice and by several processes at
 * once: a row with a lease elects one, the others wait for it. (No advisory lock: Galera and TiDB know none.)
 */
export async function migrate(db: Db, migrations: readonly Migration[], clock: Clock): Promise<string[]> {
  await ensureOwnTables(db);
  const owner = randomUUID();
  const applied: string[] = [];
  try {
    for (;;) {
      const next = await nextOf(db, migrations);
      if (!next) return applied;
      if (!(await takeLease(db, owner, clock))) {
        await sleep(200);
        continue;
      }
      // Between the look and the lease another process may have applied it.
      if (await db('schema_migrations').where({ name: next.name }).first()) continue;
      await apply(db, next, owner, clock);
      applied.push(next.name);
    }
  } finally {
    // After a failure too, or the next start would wait for the lease to run out. When the database itself is gone, it will.
    await db('schema_lease')
      .where({ owner })
      .update({ owner: '', expires_at: 0 })
      .catch(() => {});
  }
}

async function nextOf(db: Db, migrations: readonly Migration[]): Promise<Migration | undefined> {
  const done = new Set<string>((await db('schema_migrations').select('name')).map((row: { name: string }) => row.name));
  const known = new Set(migrations.map((migration) => migration.name));
  const unknown = [...done].filter((name) => !known.has(name));
  if (unknown.length > 0) throw new DatabaseIsNewerError(unknown.sort());
  return migrations.find((migration) => !done.has(migration.name));
}

async function apply(db: Db, migration: Migration, owner: string, clock: Clock): Promise<void> {
  const heartbeat = setInterval(() => void takeLease(db, owner, clock).catch(() => {}), leaseFor / 3);
  try {
    await migration.up(db);
    await db('schema_migrations').insert({ name: migration.name, applied_at: clock.now() });
  } finally {
    clearInterval(heartbeat);
  }
}

/** Takes back the last `count` migrations, newest first. */
export async function rollback(db: Db, migrations: readonly Migration[], count: number): Promise<void> {
  const done = new Set<string>((await db('schema_migrations').select('name')).map((row: { name: string }) => row.name));
  const undo = migrations
    .filter((migration) => done.has(migration.name))
    .slice(-count)
    .reverse();
  for (const migration of undo) {
    await migration.down(db);
    await db('schema_migrations').where({ name: migration.name }).delete();
  }
}

async function takeLease(db: Db, owner: string, clock: Clock): Promise<boolean> {
  const now = clock.now();
  const taken = await db('schema_lease')
    .where({ id: 1 })
    .andWhere((free) => free.where({ owner }).orWhere('expires_at', '<', now))
    .update({ owner, expires_at: now + leaseFor });
  return taken === 1;
}

async function ensureOwnTables(db: Db): Promise<void> {
  await db.raw(
    'CREATE TABLE IF NOT EXISTS schema_migrations (name VARCHAR(100) NOT NULL PRIMARY KEY, applied_at BIGINT NOT NULL)',
  );
  await db.raw(
    'CREATE TABLE IF NOT EXISTS schema_lease (id INTEGER NOT NULL PRIMARY KEY, owner VARCHAR(36) NOT NULL, expires_at BIGINT NOT NULL)',
  );
  try {
    if (!(await db('schema_lease').where({ id: 1 }).first()))
      await db('schema_lease').insert({ id: 1, owner: '', expires_at: 0 });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}
