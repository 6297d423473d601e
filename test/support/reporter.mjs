import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { reporters } from 'mocha';

/** How long a suite may take to let go of its servers and connections after its last test, in milliseconds. */
const patience = 10_000;

/** The exit code of a suite that keeps something open after its last test. */
export const leftOpen = 70;

/**
 * Mocha's spec reporter, which also writes what it counted as JSON to the file that BOOKPANE_TEST_RESULT names. Titles are whole:
 * `a connection SQLite knows its dialect`.
 */
export class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const result = { passed: 0, failed: [], pending: [], titles: [] };
    const named = (test) => ({ title: test.fullTitle(), file: test.file ? relative('.', test.file) : '' });
    runner.on('pass', (test) => {
      result.passed += 1;
      // A dry run says what there is to run: it passes every test without running it.
      if (options.dryRun) result.titles.push(named(test));
    });
    runner.on('fail', (test) => result.failed.push(named(test)));
    runner.on('pending', (test) => result.pending.push(named(test)));
    runner.once('end', () => {
      const file = process.env.BOOKPANE_TEST_RESULT;
      if (file) writeFileSync(file, JSON.stringify(result));
      setTimeout(leave, patience).unref();
    });
  }
}

/** Runs only when something keeps the process alive; without it a forgotten connection would hang the run. */
function leave() {
  console.error(`The suite left something open: ${process.getActiveResourcesInfo().join(', ')}`);
  process.exit(leftOpen);
}

// biome-ignore lint/style/noDefaultExport: mocha takes a reporter by its default export
export default CountingReporter;
