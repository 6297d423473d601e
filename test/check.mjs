import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
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
    () =>
      node(
        '--import',
        'tsx',
        'node_modules/mocha/bin/mocha.js',
        '--reporter=dot',
        '--timeout=60000',
        'test/architecture.test.ts',
      ),
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

/** Each file of dist/browser that a budget of bundle-sizes.json names or whose pattern it fits, in bytes after gzip -9. */
function bundleSizes() {
  const budgets = JSON.parse(readFileSync(join(root, 'test/bundle-sizes.json'), 'utf8'));
  const complaints = [];
  const built = readdirSync(join(root, 'dist/browser'));
  for (const [name, budget] of Object.entries(budgets)) {
    const [start, end = ''] = name.split('*');
    const sizes = built
      .filter((file) => file === name || (name.includes('*') && file.startsWith(start) && file.endsWith(end)))
      .map((file) => [gzipSync(readFileSync(join(root, 'dist/browser', file)), { level: 9 }).length, file])
      .sort(([left], [right]) => right - left);
    if (sizes.length === 0) complaints.push(`${name} was not built`);
    for (const [index, [size, file]] of sizes.entries()) {
      const said = `${file} ${size.toLocaleString('en')} of ${budget.toLocaleString('en')} bytes`;
      if (size > budget) complaints.push(said);
      // Of a pattern the largest is enough to know.
      else if (index === 0) console.log(`  ${said}`);
    }
  }
  return complaints.join('\n') || null;
}
