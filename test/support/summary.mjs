/**
 * Prints what the suites came to: a table, what failed, what could not run and why, and as the last line of all
 * `N passed, N failed, N skipped`. Answers the exit code. `missing` lists programs that were not found, as `{ name, line }`;
 * `isStrict` fails the run for them.
 */
export function summarise(outcomes, missing, isStrict) {
  const total = { passed: sum(outcomes, 'passed'), failed: 0, skipped: 0 };
  const troubled = outcomes.filter(({ trouble }) => trouble);
  const failed = outcomes.flatMap((outcome) =>
    outcome.failed.map((test) => `${outcome.name}: ${test.title} (${test.file})`),
  );
  const pending = outcomes.flatMap((outcome) => outcome.pending.map((test) => ({ ...test, suite: outcome.name })));
  total.failed = failed.length + troubled.length;
  total.skipped = pending.length;

  printTable(outcomes);
  print('Failed:', [...failed, ...troubled.map(({ name, trouble }) => `${name}: ${trouble}`)]);
  print('Could not run:', couldNotRun(outcomes, pending));
  print(
    'Skipped by the tests themselves:',
    pending.filter((test) => !isMissing(test)).map(({ suite, title }) => `${suite}: ${title}`),
  );
  print(
    'To run them all, type:',
    missing.map(({ line }) => line),
  );
  const isGreen = total.failed === 0 && (total.passed > 0 || total.skipped > 0);
  if (isStrict && missing.length > 0)
    print(
      'Nothing may be missing here (BOOKPANE_TEST_STRICT=1), so this run fails for:',
      missing.map(({ name }) => name),
    );
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return isGreen && !(isStrict && missing.length > 0) ? 0 : 1;
}

const sum = (outcomes, key) => outcomes.reduce((before, outcome) => before + outcome[key], 0);
const isMissing = ({ title, isOnlyListed }) => isOnlyListed === true || /needs MariaDB/.test(title);

function couldNotRun(outcomes, pending) {
  const whole = outcomes
    .filter(({ reason }) => reason)
    .map(({ name, reason, pending: tests }) => `${name}: ${reason} (${tests.length} tests)`);
  return [
    ...whole,
    ...pending.filter((test) => isMissing(test) && !test.isOnlyListed).map(({ suite, title }) => `${suite}: ${title}`),
  ];
}

function print(heading, lines) {
  if (lines.length > 0) console.log(`\n${heading}\n${lines.map((line) => `  - ${line}`).join('\n')}`);
}

function printTable(outcomes) {
  const width = Math.max(...outcomes.map(({ name }) => name.length), 5);
  const row = (name, ...cells) =>
    console.log(`${name.padEnd(width)}${cells.map((cell) => String(cell).padStart(9)).join('')}`);
  console.log('');
  row('suite', 'passed', 'failed', 'skipped', 'seconds');
  for (const { name, passed, failed, trouble, pending, seconds } of outcomes) {
    row(name, passed, failed.length + (trouble ? 1 : 0), pending.length, seconds.toFixed(1));
  }
}
