import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testSecret } from './app.js';

/** A real server process of its own, on a free port. */
export interface ServerProcess {
  url: string;
  child: ChildProcess;
  /** Ends it by SIGTERM and waits; SIGKILL to fell it. */
  end(signal?: NodeJS.Signals): Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = join(root, 'dist/server/main.js');
let building: Promise<unknown> | null = null;

/** The built program, as it runs in production; built anew when the sources have changed since. (Node starts it in a tenth of the time.) */
export async function builtProgram(): Promise<string> {
  building ??= import(new URL('../../server/setup/build.mjs', import.meta.url).href).then(
    ({ ensureBuilt }: { ensureBuilt(root: string): Promise<boolean> }) => ensureBuilt(root),
  );
  await building;
  return built;
}

/**
 * Starts the server with this environment and waits until it says where it listens. `preload` are modules (plain scripts) to
 * load into it first.
 */
export async function startProcess(
  environment: Record<string, string>,
  preload: readonly string[] = [],
): Promise<ServerProcess> {
  const imports = preload.flatMap((module) => ['--import', module]);
  return launch([...imports, await builtProgram()], environment);
}

function launch(program: readonly string[], environment: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...program, 'start'], {
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: '0',
      NODE_ENV: 'test',
      BOOKPANE_LOG_LEVEL: 'error',
      BOOKPANE_DEMO: 'off',
      BOOKPANE_RATE_LIMITS: 'off',
      BOOKPANE_SECRET: testSecret,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const port = /Booking page\s+http:\/\/localhost:(\d+)\//.exec(output)?.[1];
      if (port && output.includes('is ready')) resolve({ url: `http://127.0.0.1:${port}`, child, end });
    };
    const end = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
      child.kill(signal);
      await ended;
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready:\n${output}`)));
  });
}
