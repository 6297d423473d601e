import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../server/setup/build.mjs';
import { ensureInstalled } from '../server/setup/install.mjs';
import { complaintAboutNode } from '../server/setup/node-version.mjs';
import { startMariadb } from './support/private-mariadb.mjs';
import { findChromium, findMariadb, findOrInstall } from './support/programs.mjs';
import { endSuites, runSuite } from './support/run-suite.mjs';
import { suitesIn } from './support/suites.mjs';
import { summarise } from './support/summary.mjs';

/*
 * npm test                        everything, on both databases
 * npm test -- availability        only files whose path contains it
 * npm test -- --grep "calendar"   only tests whose title matches
 * npm test -- --no-browser        without Chromium
 *
 * With BOOKPANE_TEST_MYSQL_URL set, that server is used and none is started.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const wish = parse(process.argv.slice(2));
const isStrict = process.env.BOOKPANE_TEST_STRICT === '1';
/** Suites that run at once. */
const lanes = Math.min(2, availableParallelism());
const nothing = { passed: 0, failed: [], pending: [], seconds: 0, trouble: null };
let mariadb = null;
let isBreakingOff = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void breakOff(signal));

const complaint = complaintAboutNode(process.versions.node);
if (complaint) {
  console.error(complaint);
  process.exitCode = 1;
} else {
  try {
    process.exitCode = await run();
  } catch (error) {
    console.error(error);
    console.log('\n0 passed, 1 failed, 0 skipped');
    process.exitCode = 1;
  } finally {
    await mariadb?.stop();
  }
}

async function run() {
  await ensureInstalled(root);
  const suites = suitesIn(root, wish.parts).filter(({ needs }) => !(wish.noBrowser && needs === 'Chromium'));
  const chosen = suites.filter(({ files }) => files.length > 0);
  if (chosen.length === 0) throw new Error('No test file has such a path.');
  const outcomes = await built();

  const ownServer = process.env.BOOKPANE_TEST_MYSQL_URL;
  const wanted = [
    ...(ownServer ? [] : ['MariaDB']),
    ...(chosen.some(({ needs }) => needs === 'Chromium') ? ['Chromium'] : []),
  ];
  const missing = findOrInstall(wanted);
  const lacks = (name) => missing.some((program) => program.name === name);
  const environment = { CHROMIUM_PATH: findChromium() ?? '' };
  if (!ownServer && !lacks('MariaDB')) {
    mariadb = await startMariadb(findMariadb());
    environment.BOOKPANE_TEST_MYSQL_URL = mariadb.url;
  }

  outcomes.push(...(await inLanes(chosen, (suite) => outcomeOf(suite, environment, lacks))));
  // A filter may well leave a suite empty; a whole run must not.
  if (isStrict && !wish.isFiltered) {
    for (const { name } of suites.filter(({ files }) => files.length === 0))
      outcomes.push({ ...nothing, name, trouble: 'has no test files' });
  }
  await mariadb?.stop();
  mariadb = null;
  return summarise(outcomes, missing, isStrict);
}

/** A build that fails is a failure like any other: the suites that don't need it can still say more. */
async function built() {
  try {
    await ensureBuilt(root);
    return [];
  } catch (error) {
    console.error(error.message);
    return [{ ...nothing, name: 'build', trouble: 'failed; what it said stands at the top' }];
  }
}

/** Works through a list in two lanes, in one where there is one processor; answers in the order of the list. */
async function inLanes(list, work) {
  const answers = [];
  let next = 0;
  const lane = async () => {
    while (next < list.length) {
      const at = next++;
      answers[at] = await work(list[at]);
      // breakOff() ends the process; nothing may begin behind its back.
      if (isBreakingOff) await new Promise(() => {});
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, list.length) }, lane));
  return answers;
}

async function outcomeOf(suite, environment, lacks) {
  const options = { root, environment, mochaOptions: wish.mochaOptions, isAside: lanes > 1 };
  if (suite.needs && lacks(suite.needs)) {
    const listed = await runSuite(suite, { ...options, isListing: true });
    return {
      ...nothing,
      name: suite.name,
      reason: `needs ${suite.needs}`,
      pending: listed.titles.map((test) => ({ ...test, isOnlyListed: true })),
    };
  }
  const outcome = await runSuite(suite, options);
  console.log(
    `\n■ ${suite.name}${suite.environment.TZ && suite.environment.TZ !== 'UTC' ? ` (TZ=${suite.environment.TZ})` : ''}`,
  );
  process.stdout.write(outcome.said ?? '');
  const isEmpty = !outcome.trouble && outcome.passed + outcome.failed.length + outcome.pending.length === 0;
  return { ...outcome, name: suite.name, trouble: isEmpty && !wish.isFiltered ? 'ran no test' : outcome.trouble };
}

async function breakOff(signal) {
  isBreakingOff = true;
  console.error(`\n${signal}: ending the suites and the private database …`);
  await endSuites();
  await mariadb?.stop();
  process.exit(signal === 'SIGINT' ? 130 : 143);
}

function parse(words) {
  const wish = { parts: [], mochaOptions: [], noBrowser: false, isFiltered: false };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === '--no-browser') wish.noBrowser = true;
    else if (/^(?:--grep|--fgrep|-g|-f|--timeout)$/.test(word)) wish.mochaOptions.push(word, words[++at] ?? '');
    else if (word.startsWith('-')) wish.mochaOptions.push(word);
    else wish.parts.push(word.replace(/^\.\//, ''));
  }
  wish.isFiltered = wish.parts.length > 0 || wish.mochaOptions.length > 0;
  return wish;
}
