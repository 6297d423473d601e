import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect } from 'chai';
import { systemClock } from '../../server/lib/clock.js';
import { DAY, formatDay } from '../../server/lib/time-zone.js';
import type { TestAnswer } from '../support/app.js';
import { request } from '../support/app.js';
import type { TestDatabase } from '../support/databases.js';
import { onMariadb } from '../support/databases.js';
import type { ServerProcess } from '../support/processes.js';
import { startProcess } from '../support/processes.js';
import type { Shop } from '../support/shop.js';
import { aShop, bookingBody } from '../support/shop.js';
import { doubleBookings, overfull } from '../support/sweep.js';

/** A date some days from now, at a time of day in UTC. */
const inDays = (days: number, time: string): string =>
  `${formatDay(Math.floor(systemClock.now() / DAY) + days)}T${time}:00Z`;

onMariadb('many people at once, through two server processes on one MariaDB', (database: TestDatabase) => {
  let servers: ServerProcess[];
  let shop: Shop;
  before(async function () {
    this.timeout(60_000);
    shop = await aShop(database.db, systemClock, { durationMinutes: 60, stepMinutes: 30 });
    const start = (name: string) =>
      startProcess({ DATABASE_URL: database.url ?? '', BOOKPANE_DATA_DIR: join(database.folder, name) });
    servers = await Promise.all([start('one'), start('two')]);
  });
  after(() => Promise.all((servers ?? []).map((server) => server.end())));

  const call =
    (index: number) =>
    (method: string, path: string, options = {}) =>
      request(servers[index % servers.length]!.url, method, path, options);
  /** Sends `count` bookings at once, alternating between the servers. */
  async function crowd(
    count: number,
    wish: (index: number) => Record<string, unknown>,
    key: (index: number) => string = () => randomUUID(),
  ): Promise<TestAnswer[]> {
    const bodies = await Promise.all(
      Array.from({ length: count }, (_, index) =>
        bookingBody(call(index), shop, {
          contact: { firstName: 'Guest', lastName: `No ${index}`, email: `guest${index}@example.com` },
          ...wish(index),
        }),
      ),
    );
    return Promise.all(
      bodies.map((body, index) =>
        call(index)('POST', '/api/v1/bookings', { body, headers: { 'idempotency-key': key(index) } }),
      ),
    );
  }
  const counted = (answers: TestAnswer[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const answer of answers) counts[answer.status] = (counts[answer.status] ?? 0) + 1;
    return counts;
  };

  it('S57 sells one slot once to 200 people, and offers the others free times', async () => {
    const answers = await crowd(200, () => ({ start: inDays(3, '10:00'), provider: shop.ada.id }));
    expect(counted(answers)).to.deep.equal({ 201: 1, 409: 199 });
    for (const { status, body } of answers)
      if (status === 409) expect(body.error.details.alternatives.length).to.be.greaterThan(0);
    expect(await doubleBookings(database.db)).to.deep.equal([]);
  }).timeout(60_000);

  it('S57 sells overlapping but unequal starts once', async () => {
    const starts = ['12:00', '12:30', '11:30'];
    const answers = await crowd(90, (index) => ({ start: inDays(4, starts[index % 3]!), provider: shop.ada.id }));
    const sold = answers
      .filter((answer) => answer.status === 201)
      .map((answer) => answer.body.booking.items[0].start.slice(11, 16));
    // 11:30 and 12:30 leave one another alone; 12:00 meets both.
    expect([['11:30', '12:30'], ['12:00'], ['11:30'], ['12:30']]).to.deep.include([...sold].sort());
    expect(counted(answers)).to.deep.equal({ 201: sold.length, 409: 90 - sold.length });
    expect(await doubleBookings(database.db)).to.deep.equal([]);
  }).timeout(60_000);

  it('S67 makes one booking of 20 requests with one key, all answered alike', async () => {
    const key = randomUUID();
    const contact = { firstName: 'Ben', lastName: 'Miller', email: 'ben@example.com' };
    const answers = await crowd(
      20,
      () => ({ start: inDays(5, '10:00'), contact }),
      () => key,
    );
    expect(counted(answers)).to.deep.equal({ 201: 20 });
    expect(new Set(answers.map((answer) => answer.text)).size).to.equal(1);
  }).timeout(60_000);

  it('S59 never puts more than five into a class of five, and makes one class of it', async () => {
    const yoga = await shop.service({
      categoryId: shop.category.id,
      name: 'Yoga',
      capacity: 5,
      durationMinutes: 60,
      stepMinutes: 60,
      leadMinutes: 0,
    });
    const dora = await shop.hire('Dora', [yoga.id]);
    const answers = await crowd(40, (index) => {
      const persons = (index % 3) + 1;
      return {
        services: [yoga.id],
        start: inDays(6, '10:00'),
        provider: dora.id,
        persons,
        quotedMinor: yoga.priceMinor * persons,
      };
    });
    expect(Object.keys(counted(answers)).sort()).to.deep.equal(['201', '409']);
    expect(await overfull(database.db)).to.deep.equal([]);
    const classes = await database.db('appointments').where({ service_id: yoga.id }).select('id');
    expect(classes.length).to.equal(1);
    const seats = await database
      .db('booking_items')
      .where({ appointment_id: classes[0].id })
      .sum({ taken: 'persons' })
      .first();
    expect(Number(seats?.['taken'])).to.be.within(3, 5);
  }).timeout(60_000);

  it('makes one customer of a person who books twice at once for the first time', async () => {
    const contact = { firstName: 'Eva', lastName: 'Novak', email: 'eva@example.com' };
    const answers = await crowd(8, (index) => ({
      start: inDays(7, `${10 + (index >> 1)}:00`),
      contact,
      provider: index % 2 ? shop.ada.id : shop.bea.id,
    }));
    expect(counted(answers)).to.deep.equal({ 201: 8 });
    expect((await database.db('customers').where({ email: 'eva@example.com' })).length).to.equal(1);
  }).timeout(60_000);
});
