import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';

const watched = ['server', 'widget', 'admin', 'migrations'];

/** Editors save a file in several steps, and git changes many at once: this long after the last of them, in milliseconds. */
const calm = 120;

/** Builds and starts the server, and does so again after every change, until it is told to stop. */
export async function develop(root, argumentList) {
  let server = null;
  let timer = null;
  let busy = null;
  let stale = false;

  const again = async () => {
    const began = performance.now();
    try {
      await build(root);
      console.log(`Built in ${Math.round(performance.now() - began)} ms.`);
    } catch (error) {
      console.error(error.message);
      return;
    }
    await stop(server);
    server = start(root, argumentList);
  };
  const rebuild = () => {
    if (busy) {
      stale = true;
      return;
    }
    busy = again().finally(() => {
      busy = null;
      if (!stale) return;
      stale = false;
      rebuild();
    });
  };

  const watchers = watched
    .filter((folder) => existsSync(join(root, folder)))
    .map((folder) =>
      watch(join(root, folder), { recursive: true }, () => {
        clearTimeout(timer);
        timer = setTimeout(rebuild, calm);
      }),
    );
  rebuild();
  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, resolve);
  });
  for (const watcher of watchers) watcher.close();
  clearTimeout(timer);
  await busy;
  await stop(server);
}

function start(root, argumentList) {
  return spawn(
    process.execPath,
    ['--enable-source-maps', join(root, 'dist', 'server', 'main.js'), 'start', ...argumentList],
    {
      stdio: 'inherit',
      env: { NODE_ENV: 'development', ...process.env },
    },
  );
}

function stop(server) {
  if (!server || server.exitCode !== null || server.signalCode !== null) return;
  return new Promise((resolve) => {
    server.once('exit', resolve);
    server.kill('SIGTERM');
  });
}
