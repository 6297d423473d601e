import { expect } from 'chai';
import type { TestAnswer, TestApp } from '../support/app.js';
import { manager, startApp } from '../support/app.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import { dumpOf } from '../support/dump.js';
import type { Shop } from '../support/shop.js';
import { aShop, bookOver } from '../support/shop.js';

const admin = '/api/v1/admin';

eachDatabase('attacks at the door', (database) => {
  let app: TestApp;
  let shop: Shop;
  let cookie: string;
  let customer: number;
  before(async () => {
    const clock = clockAt('2026-11-24T08:00:00Z');
    app = await startApp({ db: database.db, folder: database.folder, clock });
    shop = await aShop(database.db, clock);
    cookie = await app.signIn();
    await bookOver(app.call, shop);
    customer = (await database.db('customers').first('id')).id;
  });
  after(() => app.stop());

  const unchanged = async (work: () => Promise<void>): Promise<void> => {
    const before = await dumpOf(database.db);
    await work();
    expect(await dumpOf(database.db)).to.deep.equal(before);
  };
  const tellsNothing = ({ text }: TestAnswer): void => {
    for (const secret of ['Ben', 'Miller', 'ben@example.com', '912']) expect(text).not.to.include(secret);
  };

  it('S01 a stranger who counts through numbers learns of nobody', () =>
    unchanged(async () => {
      for (let number = 1; number <= 30; number += 1) {
        for (const path of [
          `${admin}/customers/${number}`,
          `${admin}/customers/${number}/notes`,
          `${admin}/customers/${number}/picture?of=${'0'.repeat(32)}`,
          `/api/v1/customers/${number}`,
          `/api/v1/appointments/${number}`,
          `/api/v1/bookings/${number}`,
        ]) {
          const answer = await app.call('GET', path);
          expect(answer.status, path).to.be.oneOf([401, 404, 422]);
          tellsNothing(answer);
        }
      }
    }));

  it('S03 one customer\u2019s manage token opens no other booking, wherever it is put', async () => {
    const own = await bookOver(app.call, shop, {
      start: '2026-12-01T12:00:00Z',
      contact: { firstName: 'Eva', lastName: 'Melo', email: 'eva@example.com', phone: null },
    });
    const token = own.body.manageUrl.split('#')[1];
    const { reference } = await database.db('bookings').where({ email: 'ben@example.com' }).first('reference');
    await unchanged(async () => {
      const headers = { authorization: `Bearer ${token}` };
      const read = await app.call('GET', `/api/v1/bookings/${reference}`, { headers });
      const cancel = await app.call('POST', `/api/v1/bookings/${reference}/cancellation`, {
        headers,
        body: { reason: '' },
      });
      const inBody = await app.call('POST', `/api/v1/bookings/${reference}/cancellation`, {
        body: { reason: '', token },
      });
      expect([read.status, cancel.status]).to.deep.equal([404, 404]);
      expect(inBody.status).to.be.oneOf([404, 422]);
      for (const answer of [read, cancel, inBody]) tellsNothing(answer);
    });
  });

  it('S25 there is no installer, set-up or migration to run again', () =>
    unchanged(async () => {
      for (const path of ['/install', '/setup', '/migrate', '/api/v1/setup', `${admin}/setup`, `${admin}/migrations`]) {
        for (const method of ['GET', 'POST']) {
          const { status } = await app.call(method, path, { cookie, ...(method === 'POST' ? { body: {} } : {}) });
          expect(status, `${method} ${path}`).to.equal(404);
        }
      }
    }));

  it('S26 a forged session, whatever it says inside, is nobody\u2019s', () =>
    unchanged(async () => {
      const payload = Buffer.from(JSON.stringify({ email: manager.email, role: 'owner' })).toString('base64url');
      for (const forged of [payload, `${payload}.${payload}.x`, 'a'.repeat(43), '1', 'account:1', '../1']) {
        const { status } = await app.call('GET', `${admin}/customers/${customer}`, {
          cookie: `bookpane=${forged}; act_as=1; role=owner`,
        });
        expect(status, forged).to.equal(401);
      }
    }));

  it('S27 flags in the body of a sign-in are refused, and never stand in for a password', () =>
    unchanged(async () => {
      for (const flag of [{ verified: true }, { otp: '000000' }, { skipPassword: true }, { role: 'owner' }]) {
        const { status } = await app.call('POST', `${admin}/session`, { body: { ...manager, ...flag } });
        expect(status, JSON.stringify(flag)).to.equal(422);
      }
      expect((await app.call('POST', `${admin}/session`, { body: { email: manager.email } })).status).to.equal(422);
    }));

  it('S34 a value counts where the table names it, and nowhere else', () =>
    unchanged(async () => {
      const both = await app.call('PATCH', `${admin}/customers/${customer}?version=1&city=Faro`, {
        cookie,
        body: { version: 1, city: 'Porto' },
      });
      expect(both.status).to.equal(422);
      const twice = await app.call('GET', `${admin}/customers?q=ben&q=eva`, { cookie });
      expect(twice.status).to.equal(422);
    }));

  it('S35 lists of ids as text are refused, at once and for later', () =>
    unchanged(async () => {
      for (const numbers of ['1,2', ['1) or sleep(3)'], [1.5], [-1], [null], [[1]]]) {
        const { status } = await app.call('POST', `${admin}/customers/bulk`, {
          cookie,
          body: { action: 'trash', selection: { numbers } },
        });
        expect(status, JSON.stringify(numbers)).to.equal(422);
      }
      for (const import_ of ['1) or 1=1', '1,2', 'x'])
        expect(
          (await app.call('GET', `${admin}/customers?import=${encodeURIComponent(import_)}`, { cookie })).status,
        ).to.equal(422);
    }));

  it('S38 a time zone is a name from the list, in filters and in records', () =>
    unchanged(async () => {
      for (const zone of ["'+00:00'); process.exit()//", 'Etc/GMT+99', '../../etc/localtime', 'constructor']) {
        const record = await app.call('PATCH', `${admin}/customers/${customer}`, {
          cookie,
          body: { version: 1, timeZone: zone },
        });
        expect(record.status, zone).to.equal(422);
        const list = await app.call(
          'GET',
          `${admin}/customers?createdFrom=2026-01-01&timezone=${encodeURIComponent(zone)}`,
          { cookie },
        );
        expect(list.status, zone).to.equal(422);
      }
    }));

  it('S40 a language or a page is one of those that are there', async () => {
    for (const path of [
      '/embed/..%2f..%2fetc%2fpasswd.js',
      '/embed/%252e%252e.js',
      '/assets/..%2fadmin.html',
      '/admin-..%2f..%2fpackage.js',
      `${admin}/customers/${customer}/export?as=../../etc/passwd`,
    ]) {
      const { status, text } = await app.call('GET', path, { cookie });
      expect(status, path).to.be.oneOf([400, 404, 422]);
      expect(text).not.to.include('root:');
    }
  });
});
