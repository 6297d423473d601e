import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../server/lib/clock.js';
import { manager, request } from '../support/app.js';
import type { TestDatabase } from '../support/databases.js';
import { startProcess } from '../support/processes.js';
import { fire, quantiles } from './load.js';

/* What the benches of the admin share: the built server over a database, questions one at a time, and a line for each kind. */

/** The built server in production mode over a filled database, signed in. */
export async function startServerOver(database: TestDatabase) {
  // Where a server looks for its file.
  if (database.file) symlinkSync(database.file, join(database.folder, 'bookpane.db'));
  const server = await startProcess({
    ...(database.url ? { DATABASE_URL: database.url } : {}),
    BOOKPANE_DATA_DIR: database.file ? database.folder : join(database.folder, 'data'),
    BOOKPANE_ADMIN_EMAIL: manager.email,
    BOOKPANE_ADMIN_PASSWORD: manager.password,
    NODE_ENV: 'production',
  });
  const { headers } = await request(server.url, 'POST', '/api/v1/admin/session', { body: manager });
  return { server, cookie: (headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
}

/** Asks paths of the admin API one after another; prints p50, p99 and the dearest beside the floor `bare`, and answers all times. */
export function asking(url: string, cookie: string, bare: number) {
  return async function measure(name: string, paths: readonly string[], rounds: number): Promise<number[]> {
    const times: { path: string; time: number }[] = [];
    // The first round warms the database up and is not counted.
    for (let round = 0; round <= rounds; round += 1)
      for (const path of paths) {
        const { p50: time, statuses } = await fire(url, 1, 1, () => ({
          method: 'GET',
          path: `/api/v1/admin${path}`,
          headers: { cookie },
        }));
        if (!statuses[200]) throw new Error(`${path}: ${JSON.stringify(statuses)}`);
        if (round > 0) times.push({ path, time });
      }
    const worst = times.reduce((left, right) => (right.time > left.time ? right : left));
    const all = times.map(({ time }) => time);
    const figures = quantiles(all);
    const asked = decodeURIComponent(worst.path.replace(/^[^?]*\?/, ''));
    line(name, figures, `${asked} ${worst.time.toFixed(0)}  (${(figures.p50 / bare).toFixed(1)} × bare)`);
    return all;
  };
}

export function line(name: string, { p50, p99 }: { p50: number; p99: number }, more: string): void {
  console.log(`${name.padEnd(46)}${p50.toFixed(1).padStart(8)} ${p99.toFixed(1).padStart(8)}   ${more}`);
}

/** The most memory that the server ever had. */
export function memoryLine(pid: number | undefined): void {
  let said = 'not told by this system';
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    said = `${Math.round(Number(kilobytes) / 1024)} MB at ${new Date(systemClock.now()).toISOString().slice(0, 10)}`;
  } catch {
    // Only Linux tells.
  }
  console.log(`${'memory of the server, most'.padEnd(46)}${said}`);
}
