import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const startsWithin = 60_000;
const guard = fileURLToPath(new URL('mariadb-guard.mjs', import.meta.url));

/**
 * Starts a MariaDB (or MySQL) server of our own: a new data folder, a free port on 127.0.0.1, no settings from /etc, root without a
 * password. Answers its `url` and `stop()`, which ends it and deletes the folder. Any server that already runs is left alone.
 */
export async function startMariadb({ server, installer }) {
  const folder = mkdtempSync(join(temporaryFolder(), 'bookpane-mariadb-'));
  try {
    mkdirSync(join(folder, 'tmp'));
    initialise(server, installer, folder);
    return await start(server, folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** The usual temporary folder, unless it lies in memory: a commit should cost there what it costs on a disk. */
function temporaryFolder() {
  const tmpfs = 0x01021994;
  try {
    if (process.platform === 'linux' && statfsSync(tmpdir()).type === tmpfs && statfsSync('/var/tmp').type !== tmpfs)
      return '/var/tmp';
  } catch {
    // No statfs there: any folder will do.
  }
  return tmpdir();
}

/** MariaDB refuses to run as root unless it is told to in so many words. */
const asRoot = () => (process.getuid?.() === 0 ? ['--user=root'] : []);

function initialise(server, installer, folder) {
  const data = `--datadir=${join(folder, 'data')}`;
  const { status, stdout, stderr, error } = installer
    ? spawnSync(
        installer,
        [
          '--no-defaults',
          data,
          '--auth-root-authentication-method=normal',
          '--skip-test-db',
          '--skip-name-resolve',
          ...asRoot(),
        ],
        { encoding: 'utf8' },
      )
    : spawnSync(server, ['--no-defaults', '--initialize-insecure', data, ...asRoot()], { encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`The private database could not be made.\n${stdout}${stderr}`);
}

async function start(server, folder) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const options = [
      '--no-defaults',
      `--datadir=${join(folder, 'data')}`,
      `--socket=${join(folder, 'mariadb.sock')}`,
      `--pid-file=${join(folder, 'mariadb.pid')}`,
      `--log-error=${join(folder, 'error.log')}`,
      `--tmpdir=${join(folder, 'tmp')}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--character-set-server=utf8mb4',
      '--max-connections=400',
      '--innodb-buffer-pool-size=256M',
      '--skip-log-bin',
      ...asRoot(),
    ];
    // Detached, so that Ctrl-C reaches the runner alone, which ends the suites first and this last.
    const child = spawn(process.execPath, [guard, folder, server, ...options], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    });
    const ended = new Promise((resolve) => {
      child.once('error', resolve);
      child.once('exit', resolve);
    });
    const stop = async () => {
      child.stdin.end();
      await ended;
    };
    const url = `mysql://root@127.0.0.1:${port}/`;
    const isUp = await answers(url, ended);
    if (isUp) return { url, folder, stop };
    // Somebody else may have taken the port between our look and the server's; one that only hangs won't do better.
    if (attempt === 3 || child.exitCode === null) {
      const complaint = new Error(`The private database server did not start.${lastWords(folder)}`);
      await stop();
      throw complaint;
    }
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function answers(url, ended) {
  const { createConnection } = await import('mysql2/promise');
  const deadline = performance.now() + startsWithin;
  let gone = false;
  ended.then(() => {
    gone = true;
  });
  while (!gone && performance.now() < deadline) {
    try {
      const connection = await createConnection(url);
      await connection.query('SELECT 1');
      await connection.end();
      return true;
    } catch {
      await sleep(50);
    }
  }
  return false;
}

function lastWords(folder) {
  try {
    return `\n${readFileSync(join(folder, 'error.log'), 'utf8').split('\n').slice(-15).join('\n')}`;
  } catch {
    return '';
  }
}
