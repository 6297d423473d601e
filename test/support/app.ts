import type { IncomingMessage, Server } from 'node:http';
import { Agent, request as beginRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createApp } from '../../server/app.js';
import type { Config } from '../../server/config.js';
import { readConfig } from '../../server/config.js';
import type { Context } from '../../server/context.js';
import { createContext } from '../../server/context.js';
import type { Db } from '../../server/db/connect.js';
import type { Clock } from '../../server/lib/clock.js';
import { systemClock } from '../../server/lib/clock.js';
import { systemRandom } from '../../server/lib/ids.js';
import { createLog } from '../../server/lib/log.js';

export const testSecret = 'a-secret-for-tests-that-is-long-enough';
export const manager = { email: 'manager@mare.example', password: 'correct horse battery 7' };

/** A server in this process, over a real socket, with its parts at hand. */
export interface TestApp {
  url: string;
  context: Context;
  /** One request. A body is sent as JSON unless it is text. */
  call(method: string, path: string, options?: CallOptions): Promise<TestAnswer>;
  /** Signs in as an owner and answers the cookie to send. */
  signIn(): Promise<string>;
  stop(): Promise<void>;
}

export interface CallOptions {
  body?: unknown;
  headers?: Record<string, string>;
  cookie?: string;
}

export interface TestAnswer {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  body: any;
}

export interface AppOptions {
  db: Db;
  folder: string;
  clock?: Clock;
  /** More variables of the environment. */
  environment?: Record<string, string>;
}

export async function startApp({ db, folder, clock = systemClock, environment = {} }: AppOptions): Promise<TestApp> {
  const config: Config = readConfig({
    PORT: '0',
    NODE_ENV: 'test',
    BOOKPANE_DATA_DIR: join(folder, 'data'),
    BOOKPANE_LOG_LEVEL: 'silent',
    BOOKPANE_RATE_LIMITS: 'off',
    ...environment,
  });
  const context = createContext({
    config,
    db,
    clock,
    random: systemRandom,
    log: createLog(config.logLevel),
    secret: testSecret,
  });
  const server: Server = await new Promise((resolve) => {
    const listening = createApp(context).listen(0, '127.0.0.1', () => resolve(listening));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const call = (method: string, path: string, options: CallOptions = {}): Promise<TestAnswer> =>
    request(url, method, path, options);
  return {
    url,
    context,
    call,
    async signIn() {
      await context.accounts.ensureFirstAccount(manager.email, manager.password, 'Manager');
      const answer = await call('POST', '/api/v1/admin/session', { body: manager });
      return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await context.imports.stop();
      await context.notifications.stop();
    },
  };
}

/** Connections are kept for a second, far shorter than any server keeps them: none is taken again that is being closed. */
const agent = new Agent({ keepAlive: true, timeout: 1000 });

/** One request to a server at `url`, by Node's own client: there are thousands, and `fetch` takes twice as long. */
export async function request(
  url: string,
  method: string,
  path: string,
  { body, headers = {}, cookie }: CallOptions = {},
): Promise<TestAnswer> {
  const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const all = {
    // Node would leave out the length with DELETE, and what follows is taken for the next request.
    ...(sent === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }),
    ...(cookie ? { cookie } : {}),
    ...headers,
  };
  const response: IncomingMessage = await new Promise((resolve, reject) => {
    const sending = beginRequest(url + path, { method, headers: all, agent }, resolve);
    sending.once('error', reject);
    sending.end(sent);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of response) {
    chunks.push(chunk as Buffer);
    // A stream of events has no end: what it says first is enough here.
    if (response.headers['content-type']?.startsWith('text/event-stream')) break;
  }
  const text = Buffer.concat(chunks).toString('utf8');
  const answered = new Headers();
  for (let at = 0; at < response.rawHeaders.length; at += 2)
    answered.append(response.rawHeaders[at]!, response.rawHeaders[at + 1]!);
  const isJson = (answered.get('content-type') ?? '').startsWith('application/json') && text !== '';
  return { status: response.statusCode ?? 0, headers: answered, text, body: isJson ? JSON.parse(text) : null };
}
