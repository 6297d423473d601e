import axe from 'axe-core';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { addPerson } from '../customers/list/people.js';
import type { TestApp } from '../support/app.js';
import { manager, startApp } from '../support/app.js';
import { inBrowser } from '../support/browser.js';
import type { TestDatabase } from '../support/databases.js';
import { openDatabase } from '../support/databases.js';

describe('the customer list in a browser', () => {
  let database: TestDatabase & { remove(): Promise<void> };
  let app: TestApp;
  const expected = [/401/];

  before(async () => {
    database = await openDatabase('sqlite');
    app = await startApp({ db: database.db, folder: database.folder });
    await app.signIn();
    for (let index = 10; index < 70; index += 1)
      await addPerson(database.db, {
        firstName: index % 2 ? 'Ana' : 'Tom',
        lastName: `Silva ${index}`,
        email: `p${index}@example.com`,
        newsletter: index % 3 ? 0 : 1,
      });
    await addPerson(database.db, { firstName: 'Zoë', lastName: 'Zimmermann', phone: '912 345 678' });
  });
  after(async () => {
    await app?.stop();
    await database?.remove();
  });

  async function signIn(page: Page): Promise<void> {
    await page.getByLabel('E-mail').fill(manager.email);
    await page.getByLabel('Password', { exact: true }).fill(manager.password);
    await page.keyboard.press('Enter');
    await page.locator('tr[data-number]').first().waitFor();
  }
  const names = (page: Page) => page.locator('tr[data-number] .at-name a').allTextContents();
  const search = (page: Page) => page.getByRole('searchbox', { name: 'Search' });
  const settled = (page: Page, text: string) => page.locator('.page-head [role=status]', { hasText: text }).waitFor();
  async function hasNoAxeFindings(page: Page): Promise<void> {
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => (window as never as { axe: typeof axe }).axe.run());
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).to.deep.equal([]);
  }

  inBrowser(
    'filters while typing, and clearing restores the list; the address keeps it all (A042, A046, A056)',
    async (open) => {
      const { page } = await open(`${app.url}/admin/customers`, { expected });
      await signIn(page);
      await settled(page, '61 customers');
      await page.keyboard.press('/');
      await page.keyboard.type('zim');
      await settled(page, '1 found');
      expect(await names(page)).to.deep.equal(['Zoë Zimmermann']);
      expect(new URL(page.url()).searchParams.get('q')).to.equal('zim');
      await page.reload();
      await settled(page, '1 found');
      expect(await search(page).inputValue()).to.equal('zim');
      await search(page).fill('');
      await settled(page, '61 customers');
      await search(page).fill('nobody at all');
      await page.getByText('Nobody found').waitFor();
      await page.getByRole('button', { name: 'Clear search and filters' }).click();
      await page.getByRole('button', { name: 'Name' }).click();
      await page.locator('th[aria-sort=descending]').waitFor();
      expect((await names(page))[0]).to.equal('Zoë Zimmermann');
      await page.goBack();
      await page.locator('th[aria-sort=ascending]').waitFor();
      await hasNoAxeFindings(page);
    },
  );

  inBrowser('goes by the keyboard from row to row, ticks and opens (A045, A047, A048)', async (open) => {
    const { page } = await open(`${app.url}/admin/customers?q=ana`, { expected });
    await signIn(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('x');
    await page.getByText('1 selected').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^More for Ana Silva 11/ }).click();
    await page.getByRole('link', { name: 'Information' }).waitFor();
    expect(await page.getByRole('button', { name: 'Edit', exact: true }).count()).to.equal(1);
    await page.keyboard.press('Escape');
    await page.locator('tr[data-number] .at-name a').nth(1).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/admin\/customers\/\d+$/);
  });

  inBrowser('edits and deletes from the row, each a press away (A049, A050)', async (open) => {
    const { page } = await open(`${app.url}/admin/customers?q=silva%2065`, { expected });
    await signIn(page);
    await page.getByRole('button', { name: /^More for Ana Silva 65/ }).click();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const drawer = page.getByRole('dialog', { name: 'Edit customer' });
    expect(await drawer.getByLabel('Last name').inputValue()).to.equal('Silva 65');
    await drawer.getByLabel('Occupation').fill('Baker');
    await drawer.getByRole('button', { name: 'Update customer' }).click();
    await drawer.waitFor({ state: 'hidden' });
    expect(await database.db('customers').where({ last_name: 'Silva 65' }).first('occupation')).to.include({
      occupation: 'Baker',
    });
    await page.getByRole('button', { name: /^More for Ana Silva 65/ }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    const question = page.getByRole('dialog', { name: 'Move Ana Silva 65 to the trash?' });
    await question.getByRole('button', { name: 'Keep customer' }).click();
    expect(await database.db('customers').where({ status: 'trashed' }), 'nothing without a yes').to.have.length(0);
    await page.getByRole('button', { name: /^More for Ana Silva 65/ }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await question.getByRole('button', { name: 'Move to trash' }).click();
    await page.getByText('Nobody found').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.locator('tr[data-number]').first().waitFor();
  });

  inBrowser('chooses among a page and all that match, and changes them at once (A086, A088, A089)', async (open) => {
    const { page } = await open(`${app.url}/admin/customers`, { expected });
    await signIn(page);
    await settled(page, '61 customers');
    const ticks = page.locator('[name=tick]');
    await ticks.nth(1).click();
    await ticks.nth(4).click({ modifiers: ['Shift'] });
    await page.getByText('4 selected').waitFor();
    await page.locator('[name=tick-page]').click();
    await page.getByRole('button', { name: 'Select all 61 matching' }).click();
    await ticks.nth(0).click();
    await page.getByText('60 selected').waitFor();
    await hasNoAxeFindings(page);
    await page.getByLabel('Action', { exact: true }).selectOption('newsletter_on');
    await page.getByRole('button', { name: 'Apply' }).click();
    const question = page.getByRole('dialog', { name: 'Put 60 customers on the newsletter?' });
    await question.getByRole('button', { name: 'Apply' }).click();
    await question.getByText('left out').waitFor();
    expect(await database.db('customers').where({ newsletter: 1 })).to.have.length(60);
    await question.getByRole('button', { name: 'Undo' }).click();
    await page
      .getByText(/taken back|undone|back/i)
      .first()
      .waitFor();
    expect(await database.db('customers').where({ newsletter: 1 })).to.have.length(20);
  });

  inBrowser('remembers its columns, and fits a telephone (A043, A044, A051)', async (open) => {
    const { page } = await open(`${app.url}/admin/customers`, { expected });
    await signIn(page);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Newsletter' }).check();
    await page.locator('th.at-newsletter').waitFor();
    await page.reload();
    await page.locator('th.at-newsletter').waitFor();
    await page.getByLabel('Per page').selectOption('10');
    await page.getByRole('button', { name: 'Page 7' }).click();
    await page.locator('tr[data-number]', { hasText: 'Zimmermann' }).waitFor();
    expect(await names(page)).to.have.length(1);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(360);
    await hasNoAxeFindings(page);
  });
});
