import { migrations } from '../migrations/index.js';
import { doctor } from './commands/doctor.js';
import { openDatabase } from './commands/open.js';
import { prepare, start } from './commands/start.js';
import type { Config } from './config.js';
import { ConfigError, readConfig } from './config.js';
import { migrate } from './db/migrate.js';
import { systemClock } from './lib/clock.js';

const commands: Record<string, (config: Config) => Promise<void>> = {
  start,
  async migrate(config) {
    const { db, description } = openDatabase(config);
    const applied = await migrate(db, migrations, systemClock);
    console.log(`${description}: ${applied.length === 0 ? 'up to date' : `applied ${applied.join(', ')}`}.`);
    await db.destroy();
  },
  async demo(config) {
    const { db } = await prepare({ ...config, demo: 'auto' }, console.log);
    await db.destroy();
  },
  async setup(config) {
    const { db } = await prepare({ ...config, demo: 'off' }, console.log);
    console.log('The database is ready. Set BOOKPANE_ADMIN_EMAIL and BOOKPANE_ADMIN_PASSWORD before the first start.');
    await db.destroy();
  },
  async doctor(config) {
    process.exitCode = (await doctor(config)) ? 0 : 1;
  },
};

const name = process.argv[2] ?? 'start';
const command = commands[name];
try {
  if (!command) throw new Error(`There is no command ${name}. Try: ${Object.keys(commands).join(', ')}`);
  await command(readConfig(process.env));
} catch (error) {
  const expected = error instanceof ConfigError || (error instanceof Error && error.constructor !== TypeError);
  console.error(expected ? (error as Error).message : error);
  process.exit(1);
}
