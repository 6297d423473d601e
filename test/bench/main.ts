import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../../server/lib/clock.js';
import { DAY, formatDay } from '../../server/lib/time-zone.js';
import { openDatabase } from '../support/databases.js';
import { startProcess } from '../support/processes.js';
import type { Figures } from './load.js';
import { fire, quantiles } from './load.js';
import type { Seeded } from './seed.js';
import { seed } from './seed.js';

const pad = (text: string, width: number): string => text.padEnd(width);
const number = (value: number, digits = 2): string => value.toFixed(digits).padStart(9);

function print(name: string, connections: number, { p50, p99, perSecond, statuses }: Figures): void {
  const odd = Object.keys(statuses).filter((status) => !['200', '201'].includes(status));
  console.log(
    `${pad(name, 46)}${String(connections).padStart(4)}${number(p50)}${number(p99)}${number(perSecond, 0)}  ${odd.map((status) => `${statuses[Number(status)]} × ${status}`).join(', ')}`,
  );
}

const database = await openDatabase('mysql');
const ended: (() => Promise<void>)[] = [() => database.remove()];
try {
  console.log(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, MariaDB with a sync for each commit`,
  );
  const seeded = await seed(database.db);
  console.log('10 providers, 20 services, 50,000 appointments. Times in milliseconds.\n');
  console.log(`${pad('what', 46)}conn      p50      p99      /s`);
  await benchHello();
  const server = await startProcess({
    DATABASE_URL: database.url ?? '',
    BOOKPANE_DATA_DIR: join(database.folder, 'data'),
    NODE_ENV: 'production',
  });
  ended.unshift(() => server.end());
  await benchAvailability(server.url, seeded);
  await benchCommits();
  await benchBookings(server.url, seeded);
} finally {
  for (const end of ended) await end();
}

async function benchHello(): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('hello.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<string>((resolve) =>
    child.stdout.on('data', (chunk: Buffer) => resolve(/port (\d+)/.exec(String(chunk))?.[1] ?? '')),
  );
  for (const connections of [1, 16]) {
    await fire(`http://127.0.0.1:${port}`, connections, 500, () => ({ method: 'GET', path: '/' }));
    print(
      'bare Express hello',
      connections,
      await fire(`http://127.0.0.1:${port}`, connections, 8000, () => ({ method: 'GET', path: '/' })),
    );
  }
  child.kill();
}

async function benchAvailability(url: string, { serviceIds }: Seeded): Promise<void> {
  const today = Math.floor(systemClock.now() / DAY);
  const ask = (service: number | undefined, from: number, days: number) => ({
    method: 'GET',
    path: `/api/v1/availability?service=${service}&from=${formatDay(from)}&to=${formatDay(from + days - 1)}`,
  });
  for (const [name, days] of [
    ['a day', 1],
    ['a month', 31],
  ] as const) {
    for (const connections of [1, 16]) {
      // Every service and ten starting days in turn: two hundred different questions.
      const shot = (index: number) => ask(serviceIds[index % 20], today + 1 + (index % 10), days);
      await fire(url, connections, 400, shot);
      print(`availability of ${name}, any provider`, connections, await fire(url, connections, 4000, shot));
    }
    // Each question after a change of one calendar: what a visitor meets who comes right after a booking.
    const { resource_id: resource } = await database.db('providers').first('resource_id');
    const times: number[] = [];
    const began = performance.now();
    for (let index = 0; index < 300; index += 1) {
      await database.db('calendars').where({ resource_id: resource }).increment('version', 1);
      times.push((await fire(url, 1, 1, () => ask(serviceIds[index % 20], today + 1, days))).p50);
    }
    print(`availability of ${name}, after each change`, 1, {
      requests: 300,
      perSecond: (300 / (performance.now() - began)) * 1000,
      ...quantiles(times),
      statuses: { 200: 300 },
    });
  }
}

/** Single-row commits on the same server: the floor of every booking. */
async function benchCommits(): Promise<void> {
  await database.db.raw('CREATE TABLE bench_commits (id BIGINT AUTO_INCREMENT PRIMARY KEY, value INT)');
  for (const connections of [1, 16]) {
    const db = database.connect(connections);
    const times: number[] = [];
    let left = connections === 1 ? 1000 : 8000;
    const began = performance.now();
    const total = left;
    const worker = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        const at = performance.now();
        await db.raw('INSERT INTO bench_commits (value) VALUES (1)');
        times.push(performance.now() - at);
      }
    };
    await Promise.all(Array.from({ length: connections }, worker));
    print('raw single-row commit', connections, {
      requests: total,
      perSecond: (total / (performance.now() - began)) * 1000,
      ...quantiles(times),
      statuses: {},
    });
  }
}

async function benchBookings(url: string, { serviceIds, providerIds, locationId }: Seeded): Promise<void> {
  const site = (await (await fetch(`${url}/api/v1/site`)).json()) as { termsVersion: string };
  const free = await freeStarts(url, serviceIds[1]!, providerIds);
  let used = 0;
  for (const [connections, count] of [
    [1, 500],
    [16, 3000],
  ] as const) {
    const shot = (): Parameters<typeof fire>[3] extends (index: number) => infer Shot ? Shot : never => {
      const { start, provider } = free[used]!;
      used += 1;
      const contact = { firstName: 'Guest', lastName: `No ${used}`, email: `guest${used}@example.com` };
      const body = {
        services: [serviceIds[1]],
        start,
        location: locationId,
        provider,
        quotedMinor: 3500,
        contact,
        acceptedTerms: site.termsVersion,
        timezone: 'Europe/Lisbon',
        language: 'en',
      };
      return {
        method: 'POST',
        path: '/api/v1/bookings',
        body: JSON.stringify(body),
        headers: { 'idempotency-key': randomUUID() },
      };
    };
    await fire(url, connections, 100, shot);
    print('booking with all its rows', connections, await fire(url, connections, count, shot));
  }
}

/** Starts that don't overlap one another: every second hour of every provider, months ahead, in a mixed order. */
async function freeStarts(
  url: string,
  service: number,
  providerIds: number[],
): Promise<{ start: string; provider: number }[]> {
  const today = Math.floor(systemClock.now() / DAY);
  const free: { start: string; provider: number; order: number }[] = [];
  for (const provider of providerIds) {
    for (let from = today + 2; from < today + 340; from += 60) {
      const answer = await fetch(
        `${url}/api/v1/availability?service=${service}&provider=${provider}&from=${formatDay(from)}&to=${formatDay(from + 59)}`,
      );
      const { days } = (await answer.json()) as { days: Record<string, { start: string }[]> };
      let last = 0;
      for (const { start } of Object.values(days).flat()) {
        if (Date.parse(start) < last + 3_600_000) continue;
        last = Date.parse(start);
        free.push({ start, provider, order: (free.length * 7919) % 10_007 });
      }
    }
  }
  return free.sort((left, right) => left.order - right.order);
}
