import { fillDemo } from '../../server/demo/fill.js';
import type { TestApp } from './app.js';
import { manager, startApp } from './app.js';
import { aMorning, clockAt } from './clock.js';
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
  dialect?: 'sqlite' | 'mysql';
  environment?: Record<string, string>;
}

/** Starts the demo business on a database of its own, a free port of 127.0.0.1 and `aMorning`. Mail goes out in the background. */
export async function startServer({ dialect = 'sqlite', environment = {} }: DemoOptions = {}): Promise<DemoServer> {
  const database = await openDatabase(dialect);
  const clock = clockAt(aMorning);
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
