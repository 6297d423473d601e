import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportColumns } from '../../server/customers/export/columns.js';
import { systemClock } from '../../server/lib/clock.js';
import { signedIn } from '../customers/staff.js';
import { openDatabase } from '../support/databases.js';
import { startProcess } from '../support/processes.js';
import { seedCustomers } from './customers-seed.js';

/*
 * The export of 200,000 customers beside the database client's own dump of the same columns, in turns (issue 3: at least a fifth
 * of its rows per second, below 200 MB). `node test/bench/run.mjs export`; BOOKPANE_TEST_ROWS=1000000 for a million, which take minutes to be made.
 */

const rows = Number(process.env['BOOKPANE_TEST_ROWS'] ?? 200_000);
const rounds = 3;
const columns = Object.keys(exportColumns).filter((name) => name !== 'appointments');
const sqlColumns = Object.values(exportColumns)
  .map(({ from }) => from)
  .filter((name) => name !== null);

const median = (values: number[]): number => values.sort((left, right) => left - right)[values.length >> 1] ?? 0;
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

const database = await openDatabase('mysql');
const ended: (() => Promise<void>)[] = [() => database.remove()];
try {
  await seedCustomers(database.db, rows);
  const server = await startProcess({
    DATABASE_URL: database.url ?? '',
    BOOKPANE_DATA_DIR: join(database.folder, 'data'),
    NODE_ENV: 'production',
  });
  ended.unshift(() => server.end());
  const { cookie } = await signedIn(database.db, systemClock.now(), { role: 'owner' });
  const dumps: number[] = [];
  const exports: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const seconds = await dumpByClient();
    const file = await exportByServer(server.url, cookie);
    dumps.push(file.rows / seconds);
    exports.push(file.rows / file.seconds);
    console.log(
      `mariadb --batch --quick ${Math.round(file.rows / seconds)} rows/s; export ${Math.round(file.rows / file.seconds)} rows/s (${file.rows} rows, ${megabytes(file.bytes)})`,
    );
  }
  console.log(
    `${columns.length} columns of ${rows} customers: ratio ${(median(exports) / median(dumps)).toFixed(2)} (wanted: 0.20), most memory of the server ${peakMemory(server.child.pid)} (wanted: 200 MB)`,
  );
} finally {
  for (const end of ended) await end();
}

/** Seconds that the client takes to write the same rows to nowhere. */
async function dumpByClient(): Promise<number> {
  const { hostname, port, username, pathname } = new URL(database.url ?? '');
  const sql = `SELECT ${sqlColumns.join(', ')} FROM customers WHERE status = 'active' ORDER BY id`;
  const where = ['-h', hostname, '-P', port || '3306', '-u', username, '--batch', '--quick', '-e', sql];
  const began = performance.now();
  const child = spawn('mariadb', [...where, pathname.slice(1)], { stdio: ['ignore', 'ignore', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the client ended with ${code}`))));
  });
  return (performance.now() - began) / 1000;
}

async function exportByServer(url: string, cookie: string): Promise<{ seconds: number; rows: number; bytes: number }> {
  const prepared = await fetch(`${url}/api/v1/admin/customer-exports`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ selection: { matching: {} }, columns, delimiter: 'comma', bom: true }),
  });
  const { id, count } = (await prepared.json()) as { id: string; count: number };
  const began = performance.now();
  const answer = await fetch(`${url}/api/v1/admin/customer-exports/${id}`, { headers: { cookie } });
  let bytes = 0;
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) bytes += chunk.length;
  return { seconds: (performance.now() - began) / 1000, rows: count, bytes };
}

/** The high-water mark of a process, where the system tells. */
function peakMemory(pid: number | undefined): string {
  try {
    const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return megabytes(Number(kilobytes) * 1024);
  } catch {
    return 'unknown';
  }
}
