import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { isAccessible } from '../support/accessible.js';
import { inBrowser } from '../support/browser.js';
import type { DemoServer } from '../support/server.js';
import { startServer } from '../support/server.js';
import { ana, book, step, toReview, toTimes, widgetOf } from '../support/widget.js';

describe('the embed', () => {
  let server: DemoServer;
  before(async () => {
    server = await startServer();
  });
  after(() => server?.stop());

  /** How everything in the widget looks, with the font and the accent that a page may give set alike. */
  const look = async (page: Page): Promise<string[]> => {
    await step(page, 'service');
    return widgetOf(page).evaluate(async (element) => {
      (element as HTMLElement).style.cssText =
        '--bookpane-font: monospace; --bookpane-accent: #663399; display: block; width: 700px';
      await new Promise(requestAnimationFrame);
      const properties = [
        'font-family font-size font-weight line-height letter-spacing word-spacing text-transform text-align text-shadow color',
        'background-color border-top-width border-top-style border-top-color border-radius padding margin box-sizing display',
        'width height list-style-type text-decoration-line white-space',
      ].flatMap((names) => names.split(' '));
      return [...(element.shadowRoot?.querySelectorAll('.bookpane, .bookpane *') ?? [])].map((inner) => {
        const style = getComputedStyle(inner);
        const values = properties.map((name) => `${name}: ${style.getPropertyValue(name)}`);
        return `${inner.tagName}.${inner.getAttribute('class')} ${values.join('; ')}`;
      });
    });
  };

  inBrowser(
    "looks the same on a page with an unruly style as on a plain one: a host's CSS leaves it alone",
    async (open) => {
      const plain = await open(`${server.url}/`);
      const unruly = await open(`${server.url}/demo`);
      const [one, other] = [await look(plain.page), await look(unruly.page)];
      expect(one).to.have.length.of.at.least(50);
      expect(other).to.deep.equal(one);
    },
  );

  inBrowser(
    "books on another site under a strict policy, in the visitor's language, and goes where the site says",
    async (open) => {
      const host = await aHost(`
      <script async src="${server.url}/embed/v1.js"></script>
      <bookpane-booking success-url="/thanks"><a href="${server.url}/">Book online</a></bookpane-booking>`);
      try {
        const { page, context } = await open(host.url, { origins: [server.url], locale: 'de-AT' });
        await page.getByRole('heading', { name: 'Leistung wählen' }).waitFor();
        await toTimes(page, (await widgetOf(page).locator('.row-name').first().textContent()) ?? '');
        await widgetOf(page).locator('.slot').first().click();
        const details = await step(page, 'details');
        for (const [name, value] of Object.entries(ana)) await details.locator(`[name=${name}]`).fill(value);
        await details.getByRole('button', { name: 'Weiter' }).click();
        const review = await step(page, 'review');
        await review.getByRole('checkbox').check();
        await review.getByRole('button', { name: 'Jetzt buchen' }).click();
        await page.waitForURL(`${host.url}/thanks`);
        expect(await context.cookies()).to.deep.equal([]);
      } finally {
        await host.stop();
      }
    },
  );

  inBrowser(
    'shows one widget for each element when its script is pasted twice, and none is drawn twice',
    async (open) => {
      const { page } = await open(`${server.url}/demo`);
      await step(page, 'service');
      await page.evaluate(async () => {
        const again = document.createElement('script');
        again.src = '/embed/v1.js';
        document.body.append(again);
        await new Promise((loaded) => again.addEventListener('load', loaded));
        document.querySelector('main')?.append(document.createElement('bookpane-booking'));
      });
      await page.locator('bookpane-booking').nth(1).locator('[data-step=service]').waitFor();
      expect(await page.locator('bookpane-booking [data-step]').count()).to.equal(2);
    },
  );

  inBrowser('keeps what was chosen when a page moves it, and begins anew when it was taken out', async (open) => {
    const { page } = await open(`${server.url}/`);
    await step(page, 'service');
    await widgetOf(page).locator('.row').first().click();
    await widgetOf(page).locator('[data-step]:not([data-step=service])').waitFor();
    await page.evaluate(() => document.body.prepend(document.querySelector('bookpane-booking') as Element));
    expect(await widgetOf(page).locator('[data-step=service]').count()).to.equal(0);
    await page.evaluate(async () => {
      const widget = document.querySelector('bookpane-booking') as Element;
      widget.remove();
      await Promise.resolve();
      await new Promise((later) => setTimeout(later));
      document.body.append(widget);
    });
    await step(page, 'service');
  });

  inBrowser(
    'speaks two languages on one page, each in its element, and reads from right to left where asked',
    async (open) => {
      const { page } = await open(`${server.url}/`);
      await step(page, 'service');
      await page.evaluate(() => {
        const german = document.createElement('bookpane-booking');
        german.setAttribute('lang', 'de');
        german.setAttribute('dir', 'rtl');
        document.querySelector('main')?.append(german);
      });
      await page.getByRole('heading', { name: 'Leistung wählen' }).waitFor();
      await page.getByRole('heading', { name: 'Choose a service' }).waitFor();
      const direction = await page
        .locator('bookpane-booking')
        .nth(1)
        .locator('.row')
        .first()
        .evaluate((row) => getComputedStyle(row).direction);
      expect(direction).to.equal('rtl');
      await isAccessible(page, 'right to left', 'bookpane-booking:nth-of-type(2)');
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).to.be.at.most(0);
    },
  );

  inBrowser(
    'tells its page what happens, without anything about the visitor, and lets it stop a booking',
    async (open) => {
      const { page } = await open(`${server.url}/`);
      const names = await page.evaluate(async () => {
        const heard: string[] = [];
        for (const name of ['ready', 'step', 'slot']) {
          document.addEventListener(`bookpane:${name}`, (event) =>
            heard.push(`${name} ${JSON.stringify((event as CustomEvent).detail)}`),
          );
        }
        const fresh = document.createElement('bookpane-booking');
        document.querySelector('main')?.append(fresh);
        await new Promise((ready) => fresh.addEventListener('bookpane:ready', ready));
        return heard;
      });
      expect(names.join('\n')).to.include('ready {}').and.include('step {"step":"service"}');
      const told = page.evaluate(
        () =>
          new Promise<string>((resolve) => {
            document.addEventListener('bookpane:submit', (event) => {
              event.preventDefault();
              resolve(JSON.stringify((event as CustomEvent).detail));
            });
          }),
      );
      const posts: string[] = [];
      page.on('request', (request) => {
        if (request.method() === 'POST') posts.push(request.url());
      });
      await page.evaluate(() => document.querySelectorAll('bookpane-booking')[1]?.remove());
      await toTimes(page, (await widgetOf(page).locator('.row-name').first().textContent()) ?? '');
      await toReview(page);
      await book(page);
      for (const secret of Object.values(ana)) expect(await told).not.to.include(secret);
      expect(posts).to.deep.equal([]);
      expect(await widgetOf(page).locator('[data-step=review]').count()).to.equal(1);
    },
  );

  inBrowser('sends nothing elsewhere, whatever a page writes on it (S46, S90)', async (open) => {
    const { page } = await open(`${server.url}/`);
    await step(page, 'service');
    await page.evaluate(() => {
      const widget = document.createElement('bookpane-booking');
      for (const name of ['api', 'data-api', 'base', 'src', 'origin'])
        widget.setAttribute(name, 'https://evil.example/');
      widget.setAttribute('label', '<img src=x onerror=alert(1)>');
      widget.setAttribute('prefill-first-name', '<script>alert(1)</script>');
      widget.setAttribute('success-url', 'javascript:alert(1)');
      document.querySelector('main')?.append(widget);
    });
    await page.locator('bookpane-booking').nth(1).locator('[data-step=service]').waitFor();
    expect(await page.locator('bookpane-booking').nth(1).locator('img[src=x], script').count()).to.equal(0);
  });
});

/** Another site: a page that allows scripts and calls of Bookpane's server alone, and no style of any kind. */
async function aHost(body: string): Promise<{ url: string; stop(): Promise<unknown> }> {
  const origin = /src="(https?:\/\/[^/]+)/.exec(body)?.[1];
  const server: Server = createServer((_request, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; script-src ${origin}; connect-src ${origin}`,
    });
    response.end(`<!doctype html><html lang="en"><title>A host</title><body>${body}</body></html>`);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const stop = () => {
    server.closeAllConnections();
    return new Promise((stopped) => server.close(stopped));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}
