import { fillDemo } from '../../server/demo/fill.js';
import { systemClock } from '../../server/lib/clock.js';
import type { TestApp } from './app.js';
import { manager, startApp } from './app.js';
import { clockAt } from './clock.js';
import type { TestDatabase } from './databases.js';
import { openDatabase } from './databases.js';

/** A whole server with the demo business in it, as a visitor or a manager meets it. */
export interface DemoServer {
  url: string;
  app: TestApp;
  database: TestDatabase;
  /** The sign-in of the admin. */
  admin: { email: string; password: string };
  stop(): Promise<void>;
}

export interface DemoOptions {
  /** Where the clock of the server stands still: `2026-11-24T08:00:00Z`; the real time when absent. */
  now?: string;
  dialect?: 'sqlite' | 'mysql';
  environment?: Record<string, string>;
}

/** Starts the demo business on a database of its own and a free port of 127.0.0.1. Mail goes out in the background. */
export async function startServer({
  now,
  dialect = 'sqlite',
  environment = {},
}: DemoOptions = {}): Promise<DemoServer> {
  const database = await openDatabase(dialect);
  const clock = now ? clockAt(now) : systemClock;
  const app = await startApp({ db: database.db, folder: database.folder, clock, environment });
  const { settings, record, bookings, accounts, notifications } = app.context;
  await fillDemo({ db: database.db, clock, writeSetting: settings.write, record, manageToken: bookings.manageToken });
  await accounts.ensureFirstAccount(manager.email, manager.password, 'Manager');
  notifications.start();
  return {
    url: app.url,
    app,
    database,
    admin: manager,
    async stop() {
      await app.stop();
      await database.remove();
    },
  };
}
