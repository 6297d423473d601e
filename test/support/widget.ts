import type { Locator, Page } from 'playwright-core';
import { drawn } from './browser.js';

/** The first booking widget of a page. */
export const widgetOf = (page: Page): Locator => page.locator('bookpane-booking').first();

export const ana = {
  firstName: 'Ana',
  lastName: 'Ferreira',
  email: 'ana.ferreira@example.com',
  phone: '+351 912 345 678',
};

/** Waits for a step and answers its element. */
export async function step(page: Page, name: string): Promise<Locator> {
  const found = widgetOf(page).locator(`[data-step=${name}]`);
  await found.waitFor();
  return found;
}

const current = (page: Page): Promise<string | null> => widgetOf(page).locator('[data-step]').getAttribute('data-step');

/** Presses through service, place and provider to the times; `pick` presses one thing. */
export async function toTimes(
  page: Page,
  service: string,
  pick = (thing: Locator) => thing.click(),
  provider = 0,
): Promise<void> {
  await step(page, 'service');
  await pick(widgetOf(page).locator('.row', { hasText: service }).first());
  for (let asked = await leave(page, 'service'); asked !== 'time'; asked = await leave(page, asked)) {
    await pick(
      widgetOf(page)
        .locator('.row')
        .nth(asked === 'provider' ? provider : 0),
    );
  }
  await widgetOf(page).locator('.slot').first().waitFor();
}

/** Waits until a step is over and answers the one that follows. */
async function leave(page: Page, name: string): Promise<string> {
  await widgetOf(page).locator(`[data-step]:not([data-step=${name}])`).waitFor();
  return (await current(page)) ?? '';
}

/** From the times to the review, as Ana. */
export async function toReview(page: Page, pick = (thing: Locator) => thing.click(), slot = 0): Promise<Locator> {
  await pick(widgetOf(page).locator('.slot').nth(slot));
  const details = await step(page, 'details');
  for (const [name, value] of Object.entries(ana)) await details.locator(`[name=${name}]`).fill(value);
  await pick(details.getByRole('button', { name: 'Continue' }));
  return step(page, 'review');
}

/** Ticks the terms and presses the button. */
export async function book(page: Page, pick = (thing: Locator) => thing.click()): Promise<void> {
  const review = await step(page, 'review');
  await review.getByRole('checkbox').check();
  await pick(review.getByRole('button', { name: /^(?:Book now|Request booking)$/ }));
}

/** Presses the key until what has the focus matches; first, a step that has just come takes the focus to its title. */
export async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  await drawn(page);
  for (let presses = 0; presses < 60; presses += 1) {
    const there = await page.evaluate((wanted) => {
      const inner = document.activeElement?.shadowRoot?.activeElement;
      return inner?.matches(wanted) ?? false;
    }, selector);
    if (there) return;
    await page.keyboard.press(key);
  }
  throw new Error(`The keyboard does not reach ${selector}.`);
}

/** The reference that the confirmation shows. */
export async function reference(page: Page): Promise<string> {
  await step(page, 'done');
  return (await widgetOf(page).locator('.reference').textContent()) ?? '';
}
