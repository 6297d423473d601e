import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Why the packages in `root` must be installed, in a few words, or null when node_modules holds what package-lock.json asks for.
 * npm leaves a copy of what it installed in node_modules/.package-lock.json. The two are compared by what they say and not by their
 * age, because git gives a fresh checkout's files whatever age it likes.
 */
export function reasonToInstall(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  if (!wanted) return null;
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!installed) return 'nothing is installed yet';
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue;
    const found = installed[path];
    // Packages for other machines are listed, but not installed here.
    if (!found && entry.optional) continue;
    const name = path.replace(/^.*node_modules\//, '');
    if (!found) return `${name} is missing`;
    if (found.version !== entry.version) return `${name} is ${found.version} and should be ${entry.version}`;
  }
  return null;
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}

/** Installs what package-lock.json lists, unless it is there. Throws an error that says what to do when npm fails. */
export async function ensureInstalled(root) {
  const reason = reasonToInstall(root);
  if (!reason) return;
  console.log(`Installing packages (${reason}); this takes a minute, and happens once …`);
  // The tools that build are development packages: a NODE_ENV of production must not leave them out.
  const failure = await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], root);
  if (failure) {
    throw new Error(
      `The packages could not be installed (${failure}). What npm said stands above.\nCheck that this machine reaches the registry (npm ping), run "npm ci" here until it works, and start again.`,
    );
  }
}

function npm(argumentList, root) {
  // Started by npm, its own path is known; started by hand, npm is on the PATH (a .cmd on Windows, which only a shell runs).
  const path = process.env.npm_execpath;
  const [command, before] = path && /\.c?js$/.test(path) ? [process.execPath, [path]] : ['npm', []];
  const child = spawn(command, [...before, ...argumentList], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: command === 'npm' && process.platform === 'win32',
  });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.code === 'ENOENT' ? 'npm is not on the PATH' : error.message));
    child.once('exit', (code, signal) => resolve(code === 0 ? null : `npm ended with ${signal ?? code}`));
  });
}
