import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Db } from '../../server/db/connect.js';
import { openSqlite } from '../../server/db/connect.js';
import { request, testSecret } from '../support/app.js';
import { eachDatabase } from '../support/databases.js';
import { builtProgram, startProcess } from '../support/processes.js';

/** Runs a command to its end. */
async function run(
  command: string,
  environment: Record<string, string>,
  ...more: string[]
): Promise<{ code: number; output: string }> {
  const program = await builtProgram();
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, command, ...more],
      { env: { PATH: process.env['PATH'] ?? '', ...environment } },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, output: stdout + stderr });
      },
    );
  });
}

describe('starting a server', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bookpane-start-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('sets everything up on an empty folder: a demo business, a sign-in that works, pages that answer', async () => {
    const server = await startProcess({ BOOKPANE_DATA_DIR: folder, BOOKPANE_DEMO: 'auto' });
    try {
      expect((await request(server.url, 'GET', '/api/v1/site')).body).to.include({ name: 'Maré', demo: true });
      expect((await request(server.url, 'GET', '/readyz')).status).to.equal(200);
      expect((await request(server.url, 'GET', '/livez')).status).to.equal(200);
      for (const path of ['/', '/demo', '/admin', '/admin/customers', '/embed/v1.js'])
        expect((await request(server.url, 'GET', path)).status, path).to.equal(200);
      const password = readFileSync(join(folder, 'first-password'), 'utf8').trim();
      const signIn = await request(server.url, 'POST', '/api/v1/admin/session', {
        body: { email: 'manager@mare.example', password },
      });
      expect(signIn.status).to.equal(201);
      for (const secret of ['first-password'])
        expect(statSync(join(folder, secret)).mode & 0o077, `${secret} is its owner’s alone`).to.equal(0);
    } finally {
      await server.end();
    }
    expect(server.child.exitCode, 'SIGTERM ends it in good order').to.equal(0);
  }).timeout(60_000);

  it('keeps what is there at the next start, and refuses another secret', async () => {
    const server = await startProcess({ BOOKPANE_DATA_DIR: folder, BOOKPANE_DEMO: 'auto' });
    const catalog = (await request(server.url, 'GET', '/api/v1/catalog')).body;
    await server.end();
    expect(catalog.categories.length).to.equal(4);
    const other = await run('start', {
      BOOKPANE_DATA_DIR: folder,
      PORT: '0',
      BOOKPANE_SECRET: 'another secret of more than 32 characters',
    });
    expect(other.code).to.equal(1);
    expect(other.output)
      .to.include('BOOKPANE_SECRET is not the one this database was set up with')
      .and.not.include('    at ');
  }).timeout(60_000);

  it('says every bad variable at once, and an occupied port with what to do', async () => {
    const bad = await run('start', {
      PORT: 'x',
      DATABASE_URL: 'postgres://nowhere',
      BOOKPANE_TYPO: '1',
      BOOKPANE_DATA_DIR: folder,
    });
    expect(bad.code).to.equal(1);
    for (const name of ['PORT', 'DATABASE_URL', 'BOOKPANE_TYPO']) expect(bad.output).to.include(name);
    const server = await startProcess({ BOOKPANE_DATA_DIR: folder });
    const port = new URL(server.url).port;
    const second = await run('start', {
      PORT: port,
      BOOKPANE_DATA_DIR: folder,
      BOOKPANE_SECRET: testSecret,
      BOOKPANE_LOG_LEVEL: 'silent',
    });
    await server.end();
    expect(second.output).to.include(`Port ${port} is in use`);
  }).timeout(60_000);

  it('names an unknown command and the ones there are', async () => {
    const { code, output } = await run('strat', {});
    expect([code, output.trim()]).to.deep.equal([
      1,
      'There is no command strat. Try: start, migrate, demo, setup, doctor',
    ]);
  });
});

eachDatabase('setting up without a person', (database) => {
  const environment = (): Record<string, string> => ({
    BOOKPANE_DATA_DIR: database.folder,
    BOOKPANE_LOG_LEVEL: 'silent',
    BOOKPANE_SECRET: testSecret,
    ...(database.url ? { DATABASE_URL: database.url } : {}),
  });
  // On SQLite a server has its file in the data folder.
  let db: Db;
  before(() => {
    db = database.url ? database.db : openSqlite(join(database.folder, 'bookpane.db'));
  });
  after(() => (database.url ? undefined : db.destroy()));
  const whole = [
    '--name',
    'Salon Aurora',
    '--kind',
    'yoga',
    '--email',
    'ana@aurora.example',
    '--zone',
    'Europe/Berlin',
  ];

  it('says what is missing or makes no sense, and writes nothing', async () => {
    const missing = await run('setup', environment(), '--name', 'Salon Aurora');
    expect(missing.output).to.include('Missing: --kind, --email');
    const kind = await run('setup', environment(), ...whole, '--kind', 'bakery');
    expect(kind.output).to.include('There is no kind bakery').and.include('physio');
    const hours = await run('setup', environment(), ...whole, '--hours', 'whenever');
    expect(hours.output).to.include('These hours can’t be read');
    expect([missing.code, kind.code, hours.code]).to.deep.equal([1, 1, 1]);
    expect(await db('accounts').select('id')).to.deep.equal([]);
  }).timeout(60_000);

  it('makes the business, once', async () => {
    const hours = 'mon-fri 09:00-12:00 13:00-18:00, sat 10:00-14:00';
    const made = await run(
      'setup',
      environment(),
      ...whole,
      '--language',
      'de',
      '--owner',
      'Ana Dias',
      '--hours',
      hours,
    );
    expect(made.code, made.output).to.equal(0);
    expect(made.output).to.match(/Sign in at http:\/\/localhost:3000\/admin as ana@aurora.example with [a-z-]+\d\d/);
    expect(await db('working_hours').select('id')).to.have.length(11);
    expect((await db('services').orderBy('id').first('name', 'capacity')).name).to.equal('Yoga');
    expect((await db('settings').where({ name: 'country' }).first('value')).value).to.equal('"DE"');
    const again = await run('setup', environment(), ...whole);
    expect([again.code, again.output.includes('set up already')]).to.deep.equal([1, true]);
  }).timeout(60_000);
});

eachDatabase('migrate, demo and doctor', (database) => {
  const environment = (): Record<string, string> => ({
    BOOKPANE_DATA_DIR: database.folder,
    BOOKPANE_LOG_LEVEL: 'silent',
    BOOKPANE_PUBLIC_URL: 'https://book.example.com',
    ...(database.url ? { DATABASE_URL: database.url } : {}),
  });

  it('bring a database up to date, fill it, and say that all is well', async () => {
    const migrated = await run('migrate', environment());
    expect(migrated.code, migrated.output).to.equal(0);
    const filled = await run('demo', environment());
    expect(filled.code, filled.output).to.equal(0);
    expect(filled.output).to.include('Filled the empty database');
    const doctor = await run('doctor', environment());
    expect(doctor.code, doctor.output).to.equal(0);
    expect(doctor.output).to.include('Commits reach the disk').and.not.include('BAD');
  }).timeout(60_000);

  it('doctor says that the database can’t be reached', async () => {
    const gone = await run('doctor', { ...environment(), DATABASE_URL: 'mysql://nobody@127.0.0.1:9/none' });
    expect(gone.code).to.equal(1);
    expect(gone.output).to.match(/BAD +Database/);
  }).timeout(60_000);
});
