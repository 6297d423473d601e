import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Milliseconds between the request to end and the end by force. */
const grace = 5000;

const running = new Set();

/**
 * Runs one suite in a mocha process whose output passes through. Answers `{ passed, failed, pending, trouble, seconds }`: `failed` and
 * `pending` are lists of `{ title, file }`, as is `titles` when the suite is only listed; `said` is its output, where several run at once and so none can write as it goes; `trouble` says in words what was wrong with the process itself, or is null.
 */
export async function runSuite(suite, { root, environment, mochaOptions, isListing = false, isAside = false }) {
  const folder = mkdtempSync(join(quickFolder(), 'bookpane-suite-'));
  const resultFile = join(folder, 'result.json');
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      '--import',
      './test/support/suite-process.mjs',
      'node_modules/mocha/bin/mocha.js',
      `--timeout=${suite.needs ? 90000 : 60000}`,
      '--reporter=test/support/reporter.mjs',
      ...(process.env.CI ? ['--forbid-only'] : []),
      ...(process.stdout.isTTY ? [] : ['--no-color']),
      ...(isListing ? ['--dry-run'] : []),
      ...mochaOptions,
      ...suite.files,
    ],
    {
      cwd: root,
      // A group of its own, so that what a test started and left behind ends with it.
      detached: true,
      stdio: ['ignore', isListing ? 'ignore' : isAside ? 'pipe' : 'inherit', isAside ? 'pipe' : 'inherit'],
      env: {
        ...process.env,
        NODE_ENV: 'test',
        ...environment,
        ...suite.environment,
        BOOKPANE_TEST_RESULT: resultFile,
        // What a test that was broken off leaves behind goes with the folder; pictures of what failed stay.
        BOOKPANE_TEST_FOLDER: folder,
        BOOKPANE_TEST_PICTURES: tmpdir(),
      },
    },
  );
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    endGroup(child);
  }, suite.minutes * 60_000);
  const ending = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? code));
  });
  clearTimeout(timer);
  running.delete(child);
  killGroup(child, 'SIGKILL');
  const result = readResult(resultFile);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  return {
    said,
    ...(result ?? { passed: 0, failed: [], pending: [], titles: [] }),
    trouble: isLate ? `did not end within ${suite.minutes} minutes` : troubleOf(ending, result),
    seconds: (performance.now() - began) / 1000,
  };
}

/** Memory where there is plenty of it, for hundreds of small databases that nobody will miss; otherwise the usual temporary folder. */
function quickFolder() {
  const [memory, tmpfs, plenty] = ['/dev/shm', 0x01021994, 2 ** 31];
  try {
    const { type, bavail, bsize } = statfsSync(memory);
    if (type === tmpfs && bavail * bsize > plenty && freemem() > plenty) return memory;
  } catch {
    // There is no such folder on other systems.
  }
  return tmpdir();
}

/** Mocha ends with the number of failed tests; anything else that isn't 0 is trouble. */
function troubleOf(ending, result) {
  if (!result) return `broke off (${ending}) before it had run its tests`;
  if (ending === 0 || ending === Math.min(result.failed.length, 255)) return null;
  if (ending === 70) return 'left something open after its last test';
  return `ended with ${ending}`;
}

function readResult(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Ends every suite that runs: for Ctrl-C. */
export const endSuites = () => Promise.all([...running].map(endGroup));

async function endGroup(child) {
  killGroup(child, 'SIGTERM');
  const timer = setTimeout(() => killGroup(child, 'SIGKILL'), grace);
  if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.once('exit', resolve));
  clearTimeout(timer);
}

function killGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It is gone already.
  }
}
