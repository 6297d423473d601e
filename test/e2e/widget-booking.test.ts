import { expect } from 'chai';
import { isAccessible } from '../support/accessible.js';
import { inBrowser } from '../support/browser.js';
import type { DemoServer } from '../support/server.js';
import { startServer } from '../support/server.js';
import { ana, book, reference, step, tabTo, toReview, toTimes, widgetOf } from '../support/widget.js';

describe('a booking in the widget', () => {
  let server: DemoServer;
  /** A service that several providers perform, in one of the demo's houses or both. */
  let service: string;
  before(async () => {
    server = await startServer();
    const { body } = await server.app.call('GET', '/api/v1/catalog');
    service = body.services.find(({ providers, capacity }: Service) => providers.length > 1 && capacity === 1).name;
  });
  after(() => server?.stop());

  const bookings = async (): Promise<number> =>
    Number((await server.database.db('bookings').count({ n: '*' }))[0]?.['n']);

  inBrowser('is made with the keyboard alone, on a page with an unruly style and a strict policy', async (open) => {
    const { page, context } = await open(`${server.url}/demo`);
    await step(page, 'service');
    await tabTo(page, '.row');
    for (let asked = 'service'; asked !== 'time'; ) {
      await tabTo(page, '.row');
      await page.keyboard.press('Enter');
      await widgetOf(page).locator(`[data-step]:not([data-step=${asked}])`).waitFor();
      asked = (await widgetOf(page).locator('[data-step]').getAttribute('data-step')) ?? '';
      // The title has the focus, so that a screen reader begins there.
      await widgetOf(page).locator('h2:focus').waitFor();
    }
    await widgetOf(page).locator('.slot').first().waitFor();
    await tabTo(page, '[role=gridcell]');
    const day = widgetOf(page).locator('[role=gridcell][tabindex="0"]');
    const first = await day.getAttribute('data-day');
    await page.keyboard.press('PageDown');
    await widgetOf(page).locator(`[role=gridcell]:focus:not([data-day="${first}"])`).waitFor();
    await widgetOf(page).locator('.date-grid [aria-busy]').waitFor({ state: 'detached' });
    await page.keyboard.press('PageUp');
    await widgetOf(page).locator(`[data-day="${first}"]:focus`).waitFor();
    await page.keyboard.press('Enter');
    await tabTo(page, '.slot');
    await page.keyboard.press('Enter');
    await step(page, 'details');
    for (const [name, value] of Object.entries(ana)) {
      await tabTo(page, `[name=${name}]`);
      await page.keyboard.type(value);
    }
    await page.keyboard.press('Enter');
    await step(page, 'review');
    await tabTo(page, '[name=terms]');
    await page.keyboard.press('Space');
    await tabTo(page, '.actions .button');
    await page.keyboard.press('Enter');
    expect(await reference(page)).to.match(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await widgetOf(page).locator('h2:focus', { hasText: 'Ana' }).waitFor();
    expect(await context.cookies()).to.deep.equal([]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).to.deep.equal([0, 0]);
  });

  inBrowser(
    'is made by touch at 360 px, with every target a finger wide and nothing beside the screen',
    async (open) => {
      const { page } = await open(`${server.url}/demo`, {
        viewport: { width: 360, height: 740 },
        hasTouch: true,
        isMobile: true,
      });
      const fits = async (where: string) => {
        const low = await widgetOf(page).evaluate(
          (element) =>
            [...(element.shadowRoot?.querySelectorAll('button, [role=gridcell], input') ?? [])]
              .filter((target) => target.getBoundingClientRect().height > 0)
              .map((target) => (target.closest('label') ?? target).getBoundingClientRect())
              .filter(({ height }) => height < 43.5).length,
        );
        expect(low, `${where}: targets lower than 44 px`).to.equal(0);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), where).to.be.at.most(360);
      };
      await step(page, 'service');
      await fits('service');
      await toTimes(page, service, (thing) => thing.tap());
      await fits('time');
      await toReview(page, (thing) => thing.tap());
      await fits('review');
      await book(page, (thing) => thing.tap());
      expect(await reference(page)).not.to.equal('');
      await fits('done');
    },
  );

  for (const colorScheme of ['light', 'dark'] as const) {
    inBrowser(`has no accessibility fault in any step, ${colorScheme}`, async (open) => {
      const { page } = await open(`${server.url}/demo`, { colorScheme, timezoneId: 'America/New_York' });
      await step(page, 'service');
      await isAccessible(page, 'service', 'bookpane-booking');
      await widgetOf(page).locator('.row', { hasText: service }).first().click();
      const seen = new Set<string>(['service']);
      for (let asked = 'service'; asked !== 'time'; ) {
        await widgetOf(page).locator(`[data-step]:not([data-step=${asked}])`).waitFor();
        asked = (await widgetOf(page).locator('[data-step]').getAttribute('data-step')) ?? '';
        if (asked === 'time') break;
        seen.add(asked);
        await isAccessible(page, asked, 'bookpane-booking');
        await widgetOf(page).locator('.row').first().click();
      }
      await widgetOf(page).locator('.slot').first().waitFor();
      await isAccessible(page, 'time', 'bookpane-booking');
      await widgetOf(page).locator('.slot').first().click();
      const details = await step(page, 'details');
      await details.locator('[name=email]').fill('ana@');
      await details.getByRole('button', { name: 'Continue' }).click();
      await details.getByText('Please enter your first name.').waitFor();
      await isAccessible(page, 'details with faults', 'bookpane-booking');
      for (const [name, value] of Object.entries(ana)) await details.locator(`[name=${name}]`).fill(value);
      await details.getByRole('button', { name: 'Continue' }).click();
      const review = await step(page, 'review');
      await review.getByRole('button', { name: 'Book now' }).click();
      await review.getByText('Please tick this box to book.').waitFor();
      await isAccessible(page, 'review with a fault', 'bookpane-booking');
      await book(page);
      await step(page, 'done');
      await isAccessible(page, 'done', 'bookpane-booking');
      expect(seen.size).to.be.greaterThan(1);
    });
  }

  inBrowser('keeps everything when somebody was faster, and offers the nearest free times', async (open) => {
    const { page, expect: expected } = await open(`${server.url}/`);
    await toTimes(page, service, (thing) => thing.click(), 1);
    const review = await toReview(page);
    let sent: Record<string, unknown> = {};
    await page.route('**/api/v1/bookings', async (route) => {
      if (Object.keys(sent).length === 0) {
        sent = route.request().postDataJSON();
        const contact = { firstName: 'Ben', lastName: 'Miller', email: 'ben@example.com' };
        const faster = await server.app.call('POST', '/api/v1/bookings', {
          body: { ...sent, contact },
          headers: { 'idempotency-key': 'somebody-who-was-faster' },
        });
        if (faster.status !== 201) throw new Error(faster.text);
      }
      await route.continue();
    });
    expected(/409/);
    await book(page);
    await review.getByRole('alert').getByText('Someone was a moment faster').waitFor();
    await isAccessible(page, 'slot taken', 'bookpane-booking');
    for (const text of ['Ana Ferreira', ana.email]) await review.filter({ hasText: text }).waitFor();
    await review.getByRole('alert').locator('.slot').first().click();
    await book(page);
    expect(await reference(page)).not.to.equal('');
  });

  inBrowser('is made once, however often the connection breaks', async (open) => {
    const { page, context, expect: expected } = await open(`${server.url}/`);
    await toTimes(page, service);
    const review = await toReview(page, undefined, 1);
    expected(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
    const before = await bookings();
    await context.setOffline(true);
    await book(page);
    await review.getByText('No connection').waitFor();
    await context.setOffline(false);
    // The server books, and its answer is lost on the way.
    const keys: string[] = [];
    await page.route('**/api/v1/bookings', async (route) => {
      keys.push((await route.request().headerValue('idempotency-key')) ?? '');
      if (keys.length > 1) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await review.getByRole('button', { name: 'Try again' }).click();
    await review.getByText('No connection').waitFor();
    expect(await bookings()).to.equal(before + 1);
    await review.getByRole('button', { name: 'Try again' }).click();
    await reference(page);
    expect(await bookings()).to.equal(before + 1);
    expect(new Set(keys).size).to.equal(1);
  });

  inBrowser('can be seen and cancelled by its link', async (open) => {
    const { page, expect: expected } = await open(`${server.url}/`);
    await toTimes(page, service);
    // The last day that is shown lies far enough ahead to be cancelled.
    await widgetOf(page).getByRole('button', { name: 'Next month' }).click();
    await widgetOf(page).locator('.slot').first().waitFor();
    await toReview(page);
    await book(page);
    const code = await reference(page);
    const link = await widgetOf(page).getByRole('link', { name: 'View or cancel' }).getAttribute('href');
    const { pathname, hash } = new URL(link ?? '');
    await page.goto(`${server.url}${pathname}${hash}`);
    await page.getByText(code).waitFor();
    await isAccessible(page, 'manage page', 'body');
    await page.getByRole('button', { name: 'Cancel this booking' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel booking' }).click();
    await page.getByText('This booking is cancelled.').waitFor();
    expected(/404/);
    await page.goto('about:blank');
    await page.goto(`${server.url}${pathname}#another-token-than-the-one-of-this-booking`);
    await page.getByText('This link doesn’t open a booking').waitFor();
    await isAccessible(page, 'wrong link', 'body');
  });
});

interface Service {
  name: string;
  capacity: number;
  providers: unknown[];
}
