import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../../server/setup/build.mjs';
import { ensureInstalled } from '../../server/setup/install.mjs';
import { startMariadb } from '../support/private-mariadb.mjs';
import { findOrInstall } from '../support/programs.mjs';

/*
 * npm run bench: the figures of test/bench/README.md, on a MariaDB of its own. `node test/bench/run.mjs customers` runs one alone.
 */
const benches = ['main', 'customers', 'office', 'import', 'export'];
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
await ensureInstalled(root);
await ensureBuilt(root);
const missing = findOrInstall(['MariaDB']);
if (missing.length > 0) {
  console.error('The benchmarks need MariaDB.', missing);
  process.exit(1);
}
const { findMariadb } = await import('../support/programs.mjs');
const mariadb = await startMariadb(findMariadb());
try {
  for (const bench of benches.filter((name) => process.argv.length < 3 || process.argv.includes(name))) {
    const { status } = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'test', 'bench', `${bench}.ts`)], {
      stdio: 'inherit',
      cwd: root,
      env: { ...process.env, BOOKPANE_TEST_MYSQL_URL: mariadb.url },
    });
    process.exitCode ||= status ?? 1;
  }
} finally {
  await mariadb.stop();
}
