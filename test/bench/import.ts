import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { deriveRecord } from '../../server/customers/record/derived.js';
import type { Dialect } from '../../server/db/connect.js';
import { openSqlite } from '../../server/db/connect.js';
import { manager } from '../support/app.js';
import { openDatabase } from '../support/databases.js';
import { startProcess } from '../support/processes.js';

/*
 * Rows a second of an import, step by step, on the built server over HTTP, beside multi-row inserts of the same columns and words
 * alone. `BOOKPANE_BENCH_ROWS` says how many, `BOOKPANE_BENCH_DATABASE=sqlite` (or `mysql`) takes one of the databases.
 */

const rows = Number(process.env['BOOKPANE_BENCH_ROWS'] ?? 100_000);
const batch = 500;
const steps = [
  ['check', 'checked', 'dry run'],
  ['run', 'done', 'import'],
  ['undo', 'undone', 'undo'],
] as const;

const person = (at: number): [string, string, string, string] => {
  // Scattered over the alphabet, as a list is that nobody sorted.
  const scattered = (at * 7919) % 1_000_003;
  return [
    `Ana${scattered % 977}`,
    `Silva-Reis${scattered}`,
    `c${scattered}@example.com`,
    `+351 91${1_000_000 + scattered}`,
  ];
};

async function bench(dialect: Dialect): Promise<void> {
  const database = await openDatabase(dialect);
  const data = join(database.folder, 'data');
  const server = await startProcess({
    BOOKPANE_DATA_DIR: data,
    BOOKPANE_ADMIN_EMAIL: manager.email,
    BOOKPANE_ADMIN_PASSWORD: manager.password,
    NODE_ENV: 'production',
    ...(database.url ? { DATABASE_URL: database.url } : {}),
  });
  try {
    console.log(`\n${dialect === 'sqlite' ? 'SQLite' : 'MariaDB'}: ${rows.toLocaleString('en')} new customers`);
    // On a machine that others use too, the second figure says more: rows in a second of the server's own processor time.
    console.log('step                               rows/s   rows/s of its CPU   most memory');
    const cookie = await signIn(server.url);
    const call = async (method: string, path: string): Promise<Record<string, unknown>> =>
      (await fetch(server.url + path, { method, headers: { cookie, origin: server.url } })).json() as never;
    let cpu = cpuOf(server.child.pid);
    const figure = (seconds: number): string => Math.round(rows / seconds).toLocaleString('en');
    const say = (step: string, began: number): void => {
      const used = cpuOf(server.child.pid) - cpu;
      cpu += used;
      const perSecond = figure((performance.now() - began) / 1000);
      console.log(
        `${step.padEnd(30)}${perSecond.padStart(11)}${figure(used).padStart(20)}   ${rssOf(server.child.pid)} MB`,
      );
    };
    let began = performance.now();
    const { id } = await upload(`${server.url}/api/v1/admin/customers/imports?name=bench.csv`, cookie);
    say('upload', began);
    const path = `/api/v1/admin/customers/imports/${id}`;
    let imported = 0;
    for (const [step, end, name] of steps) {
      began = performance.now();
      await call('POST', `${path}/${step}`);
      while ((await call('GET', path))['status'] !== end) await new Promise((resolve) => setTimeout(resolve, 20));
      if (step === 'run') imported = (rows / (performance.now() - began)) * 1000;
      say(name, began);
    }
    await server.end();
    const alone = await benchRaw(dialect, dialect === 'sqlite' ? openSqlite(join(data, 'bookpane.db')) : database.db);
    console.log(`${'import beside these'.padEnd(30)}${(imported / alone).toFixed(2).padStart(11)}`);
  } finally {
    await server.end();
    await database.remove();
  }
}

/** The floor: the same rows as prepared beforehand, in statements of 500, each batch a transaction. */
async function benchRaw(dialect: Dialect, db: Awaited<ReturnType<typeof openDatabase>>['db']): Promise<number> {
  const made = Array.from({ length: Math.min(rows, 50_000) }, (_, at) => {
    const [firstName, lastName, email, phone] = person(at);
    const derived = deriveRecord({ firstName, lastName, displayName: null, email, phone }, 'PT');
    const common = { identity_key: derived.identityKey, status: 'active', source: 'raw', created_at: 1, updated_at: 1 };
    const rest = { birth_date: '1980-12-31', gender: 'female', newsletter: 1, city: 'Lisboa', country: 'PT' };
    return { row: { ...derived.columns, ...common, ...rest }, words: derived.words };
  });
  const began = performance.now();
  for (let at = 0; at < made.length; at += batch) {
    const some = made.slice(at, at + batch);
    await db.transaction(async (tx) => {
      const [id] = await tx('customers').insert(some.map(({ row }) => row));
      // MySQL answers the first number of a statement, SQLite the last.
      const first = dialect === 'mysql' ? Number(id) : Number(id) - some.length + 1;
      const words = some.flatMap((one, index) => one.words.map((word) => ({ word, customer_id: first + index })));
      // SQLite puts at most 500 rows into what Knex makes of them.
      for (let from = 0; from < words.length; from += 400)
        await tx('customer_words').insert(words.slice(from, from + 400));
    });
  }
  const perSecond = Math.round((made.length / (performance.now() - began)) * 1000);
  console.log(`${'multi-row inserts alone'.padEnd(30)}${perSecond.toLocaleString('en').padStart(11)}`);
  if (dialect === 'sqlite') await db.destroy();
  return perSecond;
}

/** The file is made while it is sent. */
function upload(url: string, cookie: string): Promise<{ id: number }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers: { cookie, 'content-type': 'text/csv' } }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk;
      });
      response.on('end', () => (response.statusCode === 201 ? resolve(JSON.parse(text)) : reject(new Error(text))));
    });
    sent.on('error', reject);
    const write = async (): Promise<void> => {
      sent.write('First name,Last name,E-mail,Phone,Birth date,Gender,Newsletter,City,Country\n');
      for (let at = 0; at < rows; at += 1000) {
        const lines = Array.from(
          { length: Math.min(1000, rows - at) },
          (_, index) => `${person(at + index).join(',')},31.12.1980,female,yes,Lisboa,Portugal\n`,
        );
        if (!sent.write(lines.join(''))) await new Promise((drained) => sent.once('drain', drained));
      }
      sent.end();
    };
    void write();
  });
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/admin/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(manager),
  });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

/** The most memory that a process has had, in megabytes (Linux). */
const rssOf = (pid: number | undefined): string => /VmHWM:\s+(\d+)\d{3} kB/.exec(readProc(pid, 'status'))?.[1] ?? '?';

/** Seconds of processor time that a process has used (Linux: hundredths). */
function cpuOf(pid: number | undefined): number {
  const fields = readProc(pid, 'stat').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function readProc(pid: number | undefined, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

const only = process.env['BOOKPANE_BENCH_DATABASE'];
for (const dialect of ['sqlite', 'mysql'] as const) if (!only || only === dialect) await bench(dialect);
