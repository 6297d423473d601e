import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.js';
import type { Db } from '../db/connect.js';
import { openMysql, openSqlite } from '../db/connect.js';
import { isDuplicate } from '../db/transact.js';
import { sha256 } from '../lib/ids.js';

/** The database that the configuration names: MySQL or MariaDB by its address, otherwise the embedded file. */
export function openDatabase(config: Config): { db: Db; description: string } {
  if (config.databaseUrl) {
    const { host, pathname } = new URL(config.databaseUrl);
    return {
      db: openMysql(config.databaseUrl, config.databasePool),
      description: `MySQL or MariaDB at ${host}${pathname}`,
    };
  }
  const file = join(config.dataDir, 'bookpane.db');
  return { db: openSqlite(file), description: `embedded SQLite file ${file}` };
}

/** What stands in a file of the data folder that only this user may read; made by `make` when there is none. */
export function keptFile(config: Config, name: string, make: () => string): string {
  const file = join(config.dataDir, name);
  if (!existsSync(file)) {
    mkdirSync(config.dataDir, { recursive: true });
    writeFileSync(file, `${make()}\n`, { mode: 0o600 });
    chmodSync(file, 0o600);
  }
  return readFileSync(file, 'utf8').trim();
}

/** The database was set up with another secret: manage links of earlier mails would no longer open. */
export class SecretMismatchError extends Error {
  constructor() {
    super(
      'BOOKPANE_SECRET is not the one this database was set up with. Give every server the same one; without the variable it lies in the file "secret" of the data folder.',
    );
    this.name = 'SecretMismatchError';
  }
}

const fingerprintName = 'secret-fingerprint';

/**
 * The secret that makes manage tokens: from the environment, or kept in the data folder. Every server of a database must have the
 * same; its fingerprint in the database says so.
 */
export async function theSecret(config: Config, db: Db): Promise<string> {
  const secret = config.secret ?? keptFile(config, 'secret', () => randomBytes(32).toString('base64url'));
  const value = JSON.stringify(sha256(`fingerprint\0${secret}`).slice(0, 16));
  const find = () => db('settings').where({ name: fingerprintName }).first('value');
  if (!(await find())) {
    try {
      await db('settings').insert({ name: fingerprintName, value });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }
  if ((await find())?.value !== value) throw new SecretMismatchError();
  return secret;
}
