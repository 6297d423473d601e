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
  const options = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  let { failure, said } = await npm(['ci', ...options], root);
  // npm ci refuses a lock file that lacks a package for some other machine, as one written behind a partial registry does;
  // npm install takes the same versions from it and leaves the file alone.
  if (failure && said.includes('EUSAGE')) ({ failure, said } = await npm(['install', '--no-save', ...options], root));
  if (failure) {
    throw new Error(
      `${said}\nThe packages could not be installed (${failure}). What npm said stands above.\nCheck that this machine reaches the registry (npm ping), run "npm install" here until it works, and start again.`,
    );
  }
}

/** Runs npm and answers what was wrong with it (null when nothing) and what it said. */
function npm(argumentList, root) {
  // Started by npm, its own path is known; started by hand, npm is on the PATH (a .cmd on Windows, which only a shell runs).
  const path = process.env.npm_execpath;
  const [command, before] = path && /\.c?js$/.test(path) ? [process.execPath, [path]] : ['npm', []];
  const child = spawn(command, [...before, ...argumentList], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: command === 'npm' && process.platform === 'win32',
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  return new Promise((resolve) => {
    child.once('error', (error) => {
      resolve({ failure: error.code === 'ENOENT' ? 'npm is not on the PATH' : error.message, said });
    });
    child.once('close', (code, signal) =>
      resolve({ failure: code === 0 ? null : `npm ended with ${signal ?? code}`, said }),
    );
  });
}
