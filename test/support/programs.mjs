import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where servers and browsers lie that are not on everybody's PATH. */
const elsewhere = ['/usr/sbin', '/usr/local/sbin', '/usr/libexec', '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];

/** The path of the first of these programs that there is, or null. */
export function findProgram(...names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...elsewhere];
  for (const name of names) {
    for (const folder of folders) if (isExecutable(join(folder, name))) return join(folder, name);
  }
  return null;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export const findMariadb = () => {
  const server = findProgram('mariadbd', 'mysqld');
  const installer = findProgram('mariadb-install-db', 'mysql_install_db');
  // Oracle's MySQL fills a data folder by itself; MariaDB needs its installer.
  return server && (installer || !isMariadb(server))
    ? { server, installer: isMariadb(server) ? installer : null }
    : null;
};

const isMariadb = (server) =>
  /MariaDB/i.test(spawnSync(server, ['--no-defaults', '--version'], { encoding: 'utf8' }).stdout ?? '');

export const findChromium = () =>
  process.env.CHROMIUM_PATH || findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');

/** What a program needs from apt. The core packages hold the server alone: no service that starts by itself, no settings in /etc. */
const packages = {
  MariaDB: { find: findMariadb, choices: [['mariadb-server-core', 'mariadb-client-core'], ['mariadb-server']] },
  Chromium: { find: findChromium, choices: [['chromium'], ['chromium-browser']] },
};

/**
 * Finds MariaDB and Chromium, and as root on Debian and its kin installs what is missing. Answers what is still missing:
 * its name and the one line that would install it.
 */
export function findOrInstall(names) {
  const missing = names.filter((name) => !packages[name].find());
  if (missing.length > 0 && process.getuid?.() === 0 && findProgram('apt-get')) install(missing);
  return missing.filter((name) => !packages[name].find()).map((name) => ({ name, line: lineFor(name) }));
}

function install(names) {
  console.log(`Installing ${names.join(' and ')} with apt; this happens once …`);
  apt('update');
  for (const name of names) {
    for (const choice of packages[name].choices) {
      if (apt('install', '-y', '--no-install-recommends', ...choice) === 0) break;
    }
  }
}

function apt(...argumentList) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stderr } = spawnSync('apt-get', ['-q', ...argumentList], {
    env: environment,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) console.error(`apt-get ${argumentList.join(' ')} failed:\n${stderr}`);
  return status;
}

/** The one line that installs a program on this kind of machine. */
function lineFor(name) {
  const [onMac, usualName] =
    name === 'MariaDB' ? ['brew install mariadb', 'mariadb'] : ['brew install --cask chromium', 'chromium'];
  if (process.platform === 'darwin') return onMac;
  if (findProgram('dnf')) return `sudo dnf install ${name === 'MariaDB' ? 'mariadb-server' : 'chromium'}`;
  if (findProgram('pacman')) return `sudo pacman -S ${usualName}`;
  if (findProgram('apk')) return `sudo apk add ${usualName}`;
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages[name].choices[0].join(' ')}`;
}
