import type { Db, Dialect } from '../../server/db/connect.js';
import { dialectOf } from '../../server/db/connect.js';
import { systemClock } from '../../server/lib/clock.js';
import { sha256 } from '../../server/lib/ids.js';
import { DAY, HOUR, MINUTE } from '../../server/lib/time-zone.js';
import { openDatabase } from '../support/databases.js';
import { asking, line, memoryLine, startServerOver } from './asking.js';
import { fillTable } from './bulk.js';
import { seedCustomers } from './customers-seed.js';
import { quantiles } from './load.js';
import { seedBusiness } from './seed.js';

/* The back office at a million customers and 200,000 appointments, over HTTP at one connection. */

const customers = Number(process.env['BOOKPANE_BENCH_CUSTOMERS'] ?? 1_000_000);
const appointments = Number(process.env['BOOKPANE_BENCH_APPOINTMENTS'] ?? 200_000);
const bufferPool = 1024 * 1024 * 1024;

const only = process.env['BOOKPANE_BENCH_DATABASE'];
for (const dialect of ['mysql', 'sqlite'] as const) if (!only || only === dialect) await bench(dialect);

async function bench(dialect: Dialect): Promise<void> {
  const database = await openDatabase(dialect);
  const ended: (() => Promise<void>)[] = [() => database.remove()];
  const { db } = database;
  try {
    if (dialect === 'mysql') await db.raw(`SET GLOBAL innodb_buffer_pool_size = ${bufferPool}`);
    await seedCustomers(db, customers);
    await seedVisits(db);
    console.log(
      `\n${dialect === 'mysql' ? 'MariaDB' : 'SQLite'}, ${customers} customers, ${appointments} appointments. Milliseconds.\n`,
    );
    console.log(`${'what'.padEnd(46)}     p50      p99   worst asked`);
    const bare = await bareSelects(db);
    const { server, cookie } = await startServerOver(database);
    ended.unshift(() => server.end());
    await askAll(asking(server.url, cookie, bare));
    memoryLine(server.child.pid);
  } finally {
    for (const end of ended) await end();
  }
}

/** Half-hour visits of one person each, five years back and three months ahead, spread over ten providers. */
async function seedVisits(db: Db): Promise<void> {
  const { serviceIds, providerIds, locationId } = await seedBusiness(db);
  const resources = new Map<number, number>(
    (await db('providers').select('id', 'resource_id')).map((row: { id: number; resource_id: number }) => [
      row.id,
      row.resource_id,
    ]),
  );
  const today = Math.floor(systemClock.now() / DAY);
  const perDay = 160;
  const firstDay = today + 90 - Math.ceil(appointments / perDay);
  const each = function* (): Generator<{ id: number; start: number; provider: number }> {
    for (let index = 0; index < appointments; index += 1) {
      const place = index % perDay;
      const start = (firstDay + Math.floor(index / perDay)) * DAY + 9 * HOUR + Math.floor(place / 10) * 30 * MINUTE;
      yield { id: index + 1, start, provider: providerIds[place % 10] as number };
    }
  };
  const statusOf = (id: number, start: number): string => {
    if (id % 17 === 0) return 'cancelled';
    if (start > systemClock.now()) return id % 29 === 0 ? 'pending' : 'confirmed';
    return id % 23 === 0 ? 'no_show' : 'completed';
  };
  await fillTable(
    db,
    'appointments',
    map(each(), ({ id, start, provider }) => ({
      ...{ id, resource_id: resources.get(provider), service_id: serviceIds[id % 20], provider_id: provider },
      ...{ location_id: locationId, starts_at: start, ends_at: start + 30 * MINUTE },
      ...{
        busy_from: start,
        busy_to: start + 30 * MINUTE,
        capacity: 1,
        status: statusOf(id, start),
        created_at: start,
      },
    })),
  );
  await fillTable(
    db,
    'bookings',
    map(each(), ({ id, start }) => ({
      ...{ id, reference: id.toString(36).toUpperCase().padStart(9, '0'), manage_token_hash: sha256(String(id)) },
      ...{ customer_id: ((id * 7919) % customers) + 1, first_name: 'A', last_name: 'B', note: '', language: 'en' },
      ...{ time_zone: 'Europe/Lisbon', total_minor: 3500, currency: 'EUR', source: 'widget', created_at: start - DAY },
    })),
  );
  await fillTable(
    db,
    'booking_items',
    map(each(), ({ id, start }) => ({
      ...{ id, booking_id: id, appointment_id: id, persons: 1, price_minor: 3500 },
      ...{ status: statusOf(id, start), created_at: start - DAY },
    })),
  );
  await db.raw(dialectOf(db) === 'mysql' ? 'ANALYZE TABLE appointments, bookings, booking_items' : 'ANALYZE');
}

function* map<From, To>(from: Iterable<From>, change: (one: From) => To): Generator<To> {
  for (const one of from) yield change(one);
}

/** The floor: a week's first fifty appointments through their index. */
async function bareSelects(db: Db): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < 200; index += 1) {
    const began = performance.now();
    await db('appointments')
      .where('starts_at', '>=', systemClock.now() - index * DAY)
      .orderBy(['starts_at', 'id'])
      .limit(50)
      .select();
    times.push(performance.now() - began);
  }
  const figures = quantiles(times);
  line('bare select of 50 rows by an index', figures, '');
  return figures.p50;
}

async function askAll(measure: ReturnType<typeof asking>): Promise<void> {
  const day = (offset: number): string => new Date(systemClock.now() + offset * DAY).toISOString().slice(0, 10);
  const list = (query: string): string => `/appointments?${query}`;
  const weeks = Array.from({ length: 20 }, (_, index) => `from=${day(-index * 30)}&to=${day(6 - index * 30)}`);
  await measure('a week of appointments', weeks.map(list), 5);
  await measure(
    'all of them, first page',
    ['sort=start', 'sort=-start', 'sort=created', 'sort=-created', 'status=all&sort=-start'].map(list),
    5,
  );
  await measure('all of them, page 1,000', [list('status=all&page=1000&pageSize=100')], 5);
  const filters = [
    'status=pending',
    'status=no_show&sort=-start',
    'provider=3&sort=-start',
    'service=7&sort=-start',
    'source=widget&sort=-start',
  ];
  await measure('all of them, filtered', filters.map(list), 5);
  const typed = ['silva', 'maria', 'zimmermann', 'anna mull', '912 345', 'zeynep', 's', 'an', '123456'];
  await measure(
    'search over all time',
    typed.map((text) => list(`q=${encodeURIComponent(text)}&status=all&sort=-start`)),
    3,
  );
  await measure(
    'a week of the calendar',
    weeks.slice(0, 10).map((query) => `/calendar?${query}`),
    5,
  );
  await measure('today on the dashboard', ['/reports/today'], 20);
  await measure('numbers of 30 days', [`/reports/numbers?from=${day(-29)}&to=${day(0)}`], 10);
  await measure('numbers of a year', [`/reports/numbers?from=${day(-364)}&to=${day(0)}`], 5);
}
