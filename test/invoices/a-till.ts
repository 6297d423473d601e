import { transact } from '../../server/db/transact.js';
import type { Settings } from '../../server/settings/values.js';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import type { TestClock } from '../support/clock.js';
import { clockAt } from '../support/clock.js';
import type { TestDatabase } from '../support/databases.js';
import type { Shop } from '../support/shop.js';
import { aShop, bookOver } from '../support/shop.js';

/** A shop that writes invoices, with an owner at the till. */
export interface Till {
  app: TestApp;
  clock: TestClock;
  shop: Shop;
  cookie: string;
  /** A request to the admin, as the owner unless somebody else asks. */
  admin(method: string, path: string, body?: unknown, as?: string): ReturnType<TestApp['call']>;
  /** As `admin`, and the answer must be a success: its body. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  done(method: string, path: string, body?: unknown, as?: string): Promise<any>;
  set(settings: Partial<Settings>): Promise<void>;
  /** Books a haircut of 35.00 and answers reference and customer number. */
  book(start: string, wish?: object): Promise<{ reference: string; customer: number; bookingId: number }>;
  /** An issued invoice of a new booking. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  issued(start: string): Promise<any>;
}

let count = 0;

export async function aTill({ db, folder }: TestDatabase): Promise<Till> {
  const clock = clockAt('2026-11-24T08:00:00Z');
  const app = await startApp({ db, folder, clock });
  const shop = await aShop(db, clock);
  const cookie = await app.signIn();
  const admin: Till['admin'] = (method, path, body, as = cookie) => {
    count += 1;
    return app.call(method, `/api/v1/admin${path}`, {
      ...(body === undefined ? {} : { body }),
      cookie: as,
      headers: { 'idempotency-key': `the-key-of-a-till-${String(count).padStart(10, '0')}` },
    });
  };
  const done: Till['done'] = async (...call) => {
    const answer = await admin(...call);
    if (answer.status >= 300) throw new Error(`${call[0]} ${call[1]}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  const till: Till = {
    ...{ app, clock, shop, cookie, admin, done },
    async set(settings) {
      await transact(db, async (tx) => {
        for (const [name, value] of Object.entries(settings))
          await app.context.settings.write(tx, name as keyof Settings, value as never);
      });
      // What was kept before the commit is of before.
      clock.advance(5000);
    },
    async book(start, wish = {}) {
      const answer = await bookOver(app.call, shop, { start, ...wish });
      if (answer.status !== 201) throw new Error(answer.text);
      const { reference } = answer.body.booking;
      const row = await db('bookings').where({ reference }).first('id', 'customer_id');
      return { reference, customer: row.customer_id, bookingId: row.id };
    },
    async issued(start) {
      const { reference } = await till.book(start);
      const { id } = await done('POST', `/bookings/${reference}/invoices`, {});
      return done('POST', `/invoices/${id}/issue`, { version: 1 });
    },
  };
  return till;
}
