import { migrations } from '../migrations/index.js';
import { doctor } from './commands/doctor.js';
import { openDatabase } from './commands/open.js';
import { readSetupArguments, setUp } from './commands/setup.js';
import { prepare, start } from './commands/start.js';
import type { Config } from './config.js';
import { ConfigError, readConfig } from './config.js';
import { migrate } from './db/migrate.js';
import { systemClock } from './lib/clock.js';

const commands: Record<string, (config: Config) => Promise<void>> = {
  start: (config) => start(process.argv.includes('--empty') ? { ...config, demo: 'off' } : config),
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
    const wish = readSetupArguments(process.argv.slice(3));
    const context = await prepare({ ...config, demo: 'off' }, console.log);
    if (Object.keys(wish).length > 0) await setUp(context, config, wish, console.log);
    else console.log('The database is ready. The next start prints a link to set your business up.');
    await context.db.destroy();
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
