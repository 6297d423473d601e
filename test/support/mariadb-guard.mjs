import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

/*
 * Runs the private database server: node mariadb-guard.mjs FOLDER SERVER ARGUMENT… When standard input ends, which it does however
 * the runner came to its end (kill -9 too), the server is stopped and its folder deleted.
 */
const [folder, server, ...argumentList] = process.argv.slice(2);
const stopsWithin = 20_000;

let isStopping = false;
const child = spawn(server, argumentList, { stdio: 'ignore' });
child.once('error', () => process.exit(1));
child.once('exit', () => {
  // One that ended by itself leaves its error.log for the runner to read.
  if (isStopping) rmSync(folder, { recursive: true, force: true });
  process.exit(isStopping ? 0 : 1);
});

process.stdin.resume().once('end', () => {
  isStopping = true;
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), stopsWithin);
});
