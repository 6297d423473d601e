import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { ensureBuilt } from '../server/setup/build.mjs';
import { ensureInstalled } from '../server/setup/install.mjs';

/* npm run check: what can be said of the code without running it. One line each; details only of what fails. */

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node = (...argumentList) => run(process.execPath, argumentList);

const checks = [
  ['build', built],
  ['types', () => node('node_modules/typescript/bin/tsc', '--noEmit')],
  [
    'lint and format',
    () => node('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--colors=off'),
  ],
  [
    'architecture',
    () => node('--import', 'tsx', 'node_modules/mocha/bin/mocha.js', '--reporter=dot', 'test/architecture.test.ts'),
  ],
  ['bundle sizes', bundleSizes],
];

try {
  await ensureInstalled(root);
  for (const [name, check] of checks) {
    const complaint = await check();
    console.log(`${complaint ? '✘' : '✔'} ${name}`);
    if (complaint) {
      console.log(complaint.trimEnd().replace(/^/gm, '    '));
      process.exitCode = 1;
    }
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function built() {
  try {
    await ensureBuilt(root);
    return null;
  } catch (error) {
    return error.message;
  }
}

/** What the command said when it failed, or null. */
function run(command, argumentList) {
  const { status, stdout, stderr, error } = spawnSync(command, argumentList, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (error) return error.message;
  return status === 0 ? null : `${stdout}${stderr}` || `ended with ${status}`;
}

/** Each file of dist/browser against its budget in bundle-sizes.json, in bytes after gzip -9. */
function bundleSizes() {
  const budgets = JSON.parse(readFileSync(join(root, 'test/bundle-sizes.json'), 'utf8'));
  const complaints = [];
  for (const [name, budget] of Object.entries(budgets)) {
    const file = join(root, 'dist/browser', name);
    if (!existsSync(file)) {
      complaints.push(`${name} was not built`);
      continue;
    }
    const size = gzipSync(readFileSync(file), { level: 9 }).length;
    const said = `${name} ${size.toLocaleString('en')} of ${budget.toLocaleString('en')} bytes`;
    if (size > budget) complaints.push(said);
    else console.log(`  ${said}`);
  }
  return complaints.join('\n') || null;
}
