import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { expect } from 'chai';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** No violation of WCAG or of good practice in what `selector` holds, as axe-core sees it. */
export async function isAccessible(page: Page, where: string, selector = 'html'): Promise<void> {
  // Through the debugging protocol, so that the page's content security policy stays as strict as it is.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const faults = await page.evaluate(async (chosen) => {
    const checker = (window as unknown as { axe: typeof axe }).axe;
    // Lists of what is fine, and the style sheets for rules that don't run, would take as long as the violations.
    const options = { resultTypes: ['violations' as const], preload: false };
    const { violations } = await checker.run(document.querySelector(chosen) as Element, options);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
  }, selector);
  expect(faults, where).to.deep.equal([]);
}

/** The page is accessible, and no wider than the screen. */
export async function isClean(page: Page, where = ''): Promise<void> {
  await isAccessible(page, where);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over, `${where} is wider than the screen`).to.be.at.most(0);
}
