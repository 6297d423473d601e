import { deriveRecord } from '../../../server/customers/record/derived.js';
import { insertCustomer } from '../../../server/customers/record/write.js';
import type { Db } from '../../../server/db/connect.js';
import { transact } from '../../../server/db/transact.js';
import type { TestAnswer, TestApp } from '../../support/app.js';
import { startApp } from '../../support/app.js';
import type { TestClock } from '../../support/clock.js';
import { clockAt } from '../../support/clock.js';
import type { TestDatabase } from '../../support/databases.js';
import type { Shop } from '../../support/shop.js';
import { aShop, bookOver } from '../../support/shop.js';

export interface Person {
  firstName?: string;
  lastName?: string;
  email?: string | null;
  phone?: string | null;
}

/** A shop with a server, an owner who is signed in, and short ways to what these tests do all the time. */
export interface Scene {
  app: TestApp;
  clock: TestClock;
  shop: Shop;
  db: Db;
  /** Of the owner. */
  cookie: string;
  admin(method: string, path: string, body?: unknown, cookie?: string): Promise<TestAnswer>;
  /** Adds a customer without a booking; answers the number. */
  add(person?: Person, columns?: Record<string, string | number | null>): Promise<number>;
  /** Books over the public door on a day at an hour (UTC); answers booking reference and customer number. */
  book(person: Person, start: string): Promise<{ reference: string; number: number; manageUrl: string }>;
  row(number: number): Promise<Record<string, unknown>>;
  /** Actions on record about a subject, oldest first. */
  trail(subject: string): Promise<string[]>;
}

export async function aScene(database: TestDatabase, now: string | number = '2026-11-24T08:00:00Z'): Promise<Scene> {
  const clock = clockAt(now);
  const { db } = database;
  const app = await startApp({ db, folder: database.folder, clock });
  const shop = await aShop(db, clock);
  const cookie = await app.signIn();
  return {
    ...{ app, clock, shop, db, cookie },
    admin: (method, path, body, as = cookie) =>
      app.call(method, `/api/v1/admin${path}`, { cookie: as, ...(body === undefined ? {} : { body }) }),
    add: ({ firstName = 'Ana', lastName = 'Silva', email = null, phone = null } = {}, columns = {}) =>
      transact(db, (tx) =>
        insertCustomer(tx, deriveRecord({ firstName, lastName, email, phone, displayName: null }, 'PT'), {
          source: 'staff',
          created_at: clock.now(),
          ...columns,
        }),
      ),
    async book({ firstName = 'Ben', lastName = 'Miller', email = 'ben@example.com', phone = null }, start) {
      const answer = await bookOver(app.call, shop, { start, contact: { firstName, lastName, email, phone } });
      if (answer.status !== 201) throw new Error(answer.text);
      const { reference } = answer.body.booking;
      const { customer_id } = await db('bookings').where({ reference }).first('customer_id');
      return { reference, number: customer_id, manageUrl: answer.body.manageUrl };
    },
    row: (number) => db('customers').where({ id: number }).first(),
    trail: async (subject) =>
      (await db('audit').where({ subject }).orderBy('id').select('action')).map(
        ({ action }: { action: string }) => action,
      ),
  };
}
