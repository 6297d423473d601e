import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { migrations } from '../../migrations/index.js';
import { createApp } from '../app.js';
import type { Config } from '../config.js';
import type { Context } from '../context.js';
import { createContext } from '../context.js';
import { migrate } from '../db/migrate.js';
import { fillDemo, isEmpty } from '../demo/fill.js';
import { openFirstRun, openSeed } from '../first-run/link.js';
import { startJobs } from '../jobs.js';
import { systemClock } from '../lib/clock.js';
import { systemRandom } from '../lib/ids.js';
import { createLog } from '../lib/log.js';
import { checkDurability } from './durability.js';
import { keptFile, openDatabase, theSecret } from './open.js';
import { readablePassword } from './readable-password.js';
import { checkSensitiveKey } from './sensitive-key.js';

const graceful = 10_000;

/** V8 lets its heap grow to several times of what is in use before it tidies up; with a fifth more a long import stays small. */
const heapGrowth = '--heap-growing-percent=20';

/** Everything that a server needs, ready: connected, migrated, filled when empty, with somebody who can sign in. */
export async function prepare(config: Config, say: (line: string) => void): Promise<Context> {
  const log = createLog(config.logLevel);
  const { db, description } = openDatabase(config);
  say(`Database: ${description}${config.databaseUrl ? '' : ' (set DATABASE_URL for MySQL or MariaDB)'}`);
  const applied = await migrate(db, migrations, systemClock);
  if (applied.length > 0) say(`Database brought up to date: ${applied.length} migrations.`);
  const durability = await checkDurability(db);
  if (!durability.durable) say(`WARNING: an acknowledged booking may be lost in a power cut (${durability.found}).`);
  const secret = await theSecret(config, db);
  await checkSensitiveKey(config, db, secret);
  const context = createContext({ config, db, clock: systemClock, random: systemRandom, log, secret });
  // Whoever removed the demo for a business of their own is not given another.
  if (config.demo === 'auto' && (await isEmpty(db)) && !(await openSeed(db))) {
    await fillDemo({
      db,
      clock: systemClock,
      writeSetting: context.settings.write,
      record: context.record,
      manageToken: context.bookings.manageToken,
    });
    say('Filled the empty database with a demo business (BOOKPANE_DEMO=off leaves it empty).');
  }
  return context;
}

/** The `start` command: serves until SIGTERM or SIGINT, then finishes what is in the air. */
export async function start(config: Config): Promise<void> {
  setFlagsFromString(heapGrowth);
  const context = await prepare(config, console.log);
  const server = await listen(context);
  const stopJobs = startJobs(context);
  context.notifications.start();
  const url = addressOf(config, server);
  const link = await setupLink(context, url);
  const first = link
    ? `
  Set up         ${link}
                 Open this link in a browser. It works once, and makes your business and your sign-in.
`
    : '';
  const signIn = link ? 'after the set-up' : await firstSignIn(context);
  const { demo } = await context.settings.all();
  console.log(`${first}
  Booking page   ${url}/${demo ? `\n  Sample site    ${url}/demo` : ''}
  Admin          ${url}/admin     ${signIn}${demo ? '\n                 This is a demo. To begin with your own business: “Start with my own business” in the admin' : ''}
  Mail           ${config.smtpUrl ? 'sent through SMTP_URL' : `kept in ${config.dataDir}/mail and under Messages in the admin (set SMTP_URL to send it)`}

Bookpane is ready. Ctrl-C stops it.`);
  stopOnSignal(context, server, stopJobs);
}

/** Who can sign in to a new installation, in words for the console. */
async function firstSignIn({ config, db, accounts }: Context): Promise<string> {
  const email = config.adminEmail ?? demoEmail;
  if (config.adminPassword) {
    await accounts.ensureFirstAccount(email, config.adminPassword, 'Manager');
    return `sign in as ${email} with BOOKPANE_ADMIN_PASSWORD`;
  }
  const isFirst = !(await db('accounts').first('id'));
  // Made up at the very first start and kept beside it; another machine of the same database knows nothing of it.
  const madeUp =
    isFirst || (existsSync(join(config.dataDir, passwordFile)) && (await db('accounts').where({ email }).first('id')));
  if (!madeUp) return 'sign in with your account';
  const password = keptFile(config, passwordFile, readablePassword);
  if (isFirst) await accounts.ensureFirstAccount(email, password, 'Manager');
  return `sign in as ${email} with ${password}`;
}

const demoEmail = 'manager@mare.example';
const passwordFile = 'first-password';

/** The one-time link of an installation that waits to be set up; null for every other. */
async function setupLink({ config, db, random, firstRun }: Context, url: string): Promise<string | null> {
  if (config.adminPassword) return null;
  if (!(await db('accounts').first('id')) && (await isEmpty(db))) await openFirstRun(db, random);
  const seed = await openSeed(db);
  return seed && `${url}/admin/setup#${firstRun.linkToken(seed)}`;
}

function listen(context: Context): Promise<Server> {
  const { port, host } = context.config;
  return new Promise((resolve, reject) => {
    const server = createApp(context).listen(port, host);
    // Slow senders are let go (ATTACKS S112).
    server.headersTimeout = 10_000;
    server.requestTimeout = 30_000;
    server.keepAliveTimeout = 65_000;
    server.once('listening', () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is in use. Set PORT to another one: PORT=3100 npm start`)
          : error,
      );
    });
  });
}

/** With PORT=0 the system chose a port, and only the server knows which. */
function addressOf(config: Config, server: Server): string {
  return config.port === 0 ? `http://localhost:${(server.address() as AddressInfo).port}` : config.publicUrl;
}

function stopOnSignal(context: Context, server: Server, stopJobs: () => void): void {
  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    context.log.info({ signal }, 'stopping');
    const deadline = setTimeout(() => process.exit(1), graceful + 2000);
    deadline.unref();
    stopJobs();
    // Streams have no end of their own, and the server waits for all that is in the air.
    context.live.stop();
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), graceful).unref();
    await closed;
    // A mail server that has stalled must not keep us; what was in the air is sent again when its lease is over.
    await Promise.race([Promise.all([context.notifications.stop(), context.imports.stop()]), sleep(graceful / 2)]);
    await context.db.destroy();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => void stop('SIGINT'));
}
