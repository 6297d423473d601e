import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let launched: Promise<Browser> | null = null;

/** The one Chromium of this run, started when it is first asked for. */
export function theBrowser(): Promise<Browser> {
  launched ??= chromium.launch({ executablePath: findChromium(), args: flags, headless: true });
  return launched;
}

function findChromium(): string {
  const given = process.env['CHROMIUM_PATH'];
  if (given) return given;
  const paths = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const found = paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (!found) throw new Error('There is no Chromium on the PATH; install it, or set CHROMIUM_PATH.');
  return found;
}

export interface PageOptions extends BrowserContextOptions {
  /** Console errors and failed requests that belong to this test, as patterns of their texts (such as /409/). */
  expected?: RegExp[];
  /** Origins beside the page's own that it may talk to, such as the server that the widget of a host page comes from. */
  origins?: string[];
}

/** A page in a context of its own: no cookies, nothing stored. */
export interface WatchedPage {
  page: Page;
  context: BrowserContext;
  /** What went wrong so far: console errors, uncaught errors, requests to other hosts. */
  problems: string[];
  /** From now on, a problem whose text matches belongs to the test. */
  expect(pattern: RegExp): void;
}

/** Opens an address in a context of its own. All are closed when the test ends. */
export type Open = (address: string, options?: PageOptions) => Promise<WatchedPage>;

/**
 * Declares a test with pages of the one browser. Every console error, uncaught error and request to another host fails it, unless
 * it was expected. (The check is part of the test: a hook that failed would leave out the tests after it.)
 */
export function inBrowser(title: string, test: (open: Open) => Promise<void>): Mocha.Test {
  return it(title, async () => {
    const opened: WatchedPage[] = [];
    const problems = (): string =>
      opened.flatMap((watched) => watched.problems.map((problem) => `\n  - ${problem}`)).join('');
    try {
      await test(async (address, options = {}) => {
        const watched = await openWatched(options, address);
        opened.push(watched);
        await watched.page.goto(address);
        return watched;
      });
    } catch (error) {
      if (error instanceof Error && problems()) error.message += `\nThe page also had problems:${problems()}`;
      throw error;
    } finally {
      await Promise.all(opened.map(({ context }) => context.close()));
    }
    if (problems()) throw new Error(`The page had problems:${problems()}`);
  });
}

async function openWatched(
  { expected = [], origins = [], ...contextOptions }: PageOptions,
  address: string,
): Promise<WatchedPage> {
  const browser = await theBrowser();
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB', ...contextOptions });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const patterns = [...expected];
  const allowed = new Set([address, ...origins].map((known) => new URL(known).origin));
  const watched: WatchedPage = { page, context, problems: [], expect: (pattern) => void patterns.push(pattern) };
  const report = (text: string): void => {
    if (!patterns.some((pattern) => pattern.test(text))) watched.problems.push(text);
  };
  page.on('console', (message) => {
    if (message.type() === 'error') report(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => report(`uncaught: ${error.stack ?? error.message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:|^wss?:/.test(url.protocol) && !allowed.has(url.origin))
      report(`request to another host: ${url.href}`);
  });
  return watched;
}

// At the root of every run that imports this file.
after('close the browser', async () => {
  const browser = await launched?.catch(() => null);
  await browser?.close();
});
