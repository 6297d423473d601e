import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect } from 'chai';
import { migrations } from '../../migrations/index.js';
import { openSqlite } from '../../server/db/connect.js';
import { migrate } from '../../server/db/migrate.js';
import { systemClock } from '../../server/lib/clock.js';
import { DAY, formatDay } from '../../server/lib/time-zone.js';
import { request } from '../support/app.js';
import { eachDatabase } from '../support/databases.js';
import { startProcess } from '../support/processes.js';
import { aShop, bookingBody } from '../support/shop.js';
import { doubleBookings } from '../support/sweep.js';

const killer = new URL('../support/fell-before-answering.mjs', import.meta.url).href;

eachDatabase('a server felled by kill -9 between commit and answer (F02, I4, I12)', (database) => {
  it('has the booking, and answers it to the retry with the same key', async function () {
    this.timeout(60_000);
    const data = join(database.folder, 'server');
    // The embedded file is the server's own; on MariaDB it is the database of the test.
    const db = database.dialect === 'sqlite' ? openSqlite(join(data, 'bookpane.db')) : database.connect();
    if (database.dialect === 'sqlite') await migrate(db, migrations, systemClock);
    const shop = await aShop(db, systemClock);
    const environment = { BOOKPANE_DATA_DIR: data, ...(database.url ? { DATABASE_URL: database.url } : {}) };
    const start = `${formatDay(Math.floor(systemClock.now() / DAY) + 3)}T10:00:00Z`;
    const key = randomUUID();
    for (let felled = 1; felled <= 3; felled += 1) {
      const doomed = await startProcess(environment, [killer]);
      const call = (method: string, path: string, options = {}) => request(doomed.url, method, path, options);
      const body = await bookingBody(call, shop, { start });
      const refused = await call('POST', '/api/v1/bookings', { body, headers: { 'idempotency-key': key } }).catch(
        (error: Error) => error,
      );
      expect(refused, 'no answer came').to.be.instanceOf(Error);
      await doomed.end();
      expect((await db('bookings').select('id')).length, `after fall ${felled}`).to.equal(1);
    }
    const server = await startProcess(environment);
    const call = (method: string, path: string, options = {}) => request(server.url, method, path, options);
    const body = await bookingBody(call, shop, { start });
    const answer = await call('POST', '/api/v1/bookings', { body, headers: { 'idempotency-key': key } });
    expect([answer.status, answer.body.booking.items[0].start]).to.deep.equal([201, start]);
    expect((await db('bookings').select('id')).length).to.equal(1);
    expect((await db('outbox').where({ event: 'booking.created' })).length, 'told once').to.equal(1);
    expect(await doubleBookings(db)).to.deep.equal([]);
    await server.end();
    if (database.dialect === 'sqlite') await db.destroy();
  });
});
