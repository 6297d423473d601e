import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { aMorning } from './clock.js';

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
  /** `name=value` of a session, as a test server's `signIn()` answers it: the page opens signed in. */
  cookie?: string;
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
      if (error instanceof Error) add(error, (await Promise.all(opened.map(lookOf))).join(''));
      throw error;
    } finally {
      await Promise.all(opened.map(({ context }) => context.close()));
    }
    if (problems()) throw new Error(`The page had problems:${problems()}`);
  });
}

/** Adds to what is said about an error. (Mocha shows the message as it stands in the stack.) */
function add(error: Error, more: string): void {
  const { message, stack = '' } = error;
  error.message = message + more;
  error.stack = stack.includes(message) ? stack.replace(message, () => error.message) : stack;
}

/** Pictures of failed tests outlive the run, whose own temporary folder goes with it. */
const pictures = process.env['BOOKPANE_TEST_PICTURES'] ?? tmpdir();
let pictureCount = 0;

/** What somebody needs to understand why a test failed: where its page was, what it showed, and what went wrong in it. */
async function lookOf({ page, problems }: WatchedPage): Promise<string> {
  pictureCount += 1;
  const path = join(pictures, `bookpane-failed-${process.pid}-${pictureCount}.png`);
  const picture = await page.screenshot({ path, timeout: 5000 }).then(
    () => path,
    () => 'none could be taken',
  );
  const shown = await page
    .locator('body')
    .ariaSnapshot({ timeout: 5000 })
    .catch(() => '');
  const lines = [
    `The page was at ${page.url()} (picture: ${picture}).`,
    ...problems.map((problem) => `It had a problem: ${problem}`),
    ...shown.split('\n').slice(0, 80),
  ];
  return lines.map((line) => `\n  ${line}`).join('');
}

async function openWatched(
  { expected = [], origins = [], cookie, ...contextOptions }: PageOptions,
  address: string,
): Promise<WatchedPage> {
  const browser = await theBrowser();
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Lisbon',
    ...contextOptions,
  });
  await context.addInitScript(moveDate(Date.parse(aMorning) - Date.now()));
  if (cookie) {
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: new URL(address).origin, httpOnly: true, sameSite: 'Strict' }]);
  }
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

/** Waits until what a page drew has come to life: listeners to keys are added after the frame that shows it. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1)
      await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
  });
}

/** Runs in the page, as text since tsx adds calls to functions: its dates are as many milliseconds `later` as the tests' servers. */
const moveDate = (later: number): string => `{
  const Real = Date;
  globalThis.Date = new Proxy(Real, {
    construct: (_, given, target) => Reflect.construct(Real, given.length ? given : [Real.now() + ${later}], target),
    apply: () => new Real(Real.now() + ${later}).toString(),
    get: (_, name) => (name === 'now' ? () => Real.now() + ${later} : Reflect.get(Real, name)),
  });
}`;

// At the root of every run that imports this file.
after('close the browser', async () => {
  const browser = await launched?.catch(() => null);
  await browser?.close();
});
