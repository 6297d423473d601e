import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { addPerson } from '../customers/list/people.js';
import { isAccessible } from '../support/accessible.js';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { becomes } from '../support/becomes.js';
import { drawn, inBrowser } from '../support/browser.js';
import { aMorning, clockAt } from '../support/clock.js';
import type { TestDatabase } from '../support/databases.js';
import { openDatabase } from '../support/databases.js';

describe('the customer list in a browser', () => {
  let database: TestDatabase & { remove(): Promise<void> };
  let app: TestApp;
  let cookie: string;

  before(async () => {
    database = await openDatabase('sqlite');
    app = await startApp({ db: database.db, folder: database.folder, clock: clockAt(aMorning) });
    cookie = await app.signIn();
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

  /** Until the rows are there, and the keys that go through them. */
  async function ready(page: Page): Promise<void> {
    await page.locator('tr[data-number]').first().waitFor();
    await drawn(page);
  }
  const names = (page: Page) => page.locator('tr[data-number] .at-name a').allTextContents();
  const search = (page: Page) => page.getByRole('searchbox', { name: 'Search' });
  const settled = (page: Page, text: string) => page.locator('.page-head [role=status]', { hasText: text }).waitFor();

  inBrowser(
    'filters while typing, and clearing restores the list; the address keeps it all (A042, A046, A056)',
    async (open) => {
      const { page } = await open(`${app.url}/admin/customers`, { cookie });
      await ready(page);
      await settled(page, '61 customers');
      await page.keyboard.press('/');
      await page.keyboard.type('zim');
      await settled(page, '1 found');
      await becomes(() => names(page), ['Zoë Zimmermann']);
      await becomes(async () => new URL(page.url()).searchParams.get('q'), 'zim');
      await page.reload();
      await settled(page, '1 found');
      await becomes(() => search(page).inputValue(), 'zim');
      await search(page).fill('');
      await settled(page, '61 customers');
      await search(page).fill('nobody at all');
      await page.getByText('Nobody found').waitFor();
      await page.getByRole('button', { name: 'Export' }).press('Enter');
      await page.getByText('The list shows nobody to export.').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Clear search and filters' }).click();
      await page.getByRole('button', { name: 'Name' }).click();
      await page.locator('th[aria-sort=descending]').waitFor();
      await becomes(async () => (await names(page))[0], 'Zoë Zimmermann');
      await page.goBack();
      await page.locator('th[aria-sort=ascending]').waitFor();
      await isAccessible(page, 'the list');
    },
  );

  inBrowser('shows the best matches of a search first, until a heading is pressed (A052, A057)', async (open) => {
    const added = [
      await addPerson(database.db, { firstName: 'Marta', lastName: 'Abel' }),
      await addPerson(database.db, { firstName: 'Rita', lastName: 'Martins' }),
    ];
    const { page } = await open(`${app.url}/admin/customers?q=mart`, { cookie });
    await ready(page);
    await settled(page, '2 found · best matches first');
    await becomes(() => names(page), ['Rita Martins', 'Marta Abel']);
    const sorted = async () => new URL(page.url()).searchParams.get('sort');
    for (const [sort, first] of [
      ['name', 'Marta Abel'],
      ['-name', 'Rita Martins'],
      [null, 'Rita Martins'],
    ] as const) {
      await page.getByRole('button', { name: 'Name', exact: true }).click();
      await becomes(sorted, sort);
      await becomes(async () => (await names(page))[0], first);
    }
    await database.db('customer_words').whereIn('customer_id', added).delete();
    await database.db('customers').whereIn('id', added).delete();
  });

  inBrowser('goes by the keyboard from row to row, ticks and opens (A045, A047, A048)', async (open) => {
    const { page } = await open(`${app.url}/admin/customers?q=ana`, { cookie });
    await ready(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('x');
    await page.getByText('1 selected').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^More for Ana Silva 11/ }).click();
    await page.getByRole('link', { name: 'Information' }).waitFor();
    expect(await page.getByRole('button', { name: 'Edit', exact: true }).count()).to.equal(1);
    await page.keyboard.press('Escape');
    await page.locator('tr[data-number] .at-name a').nth(1).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/admin\/customers\/\d+$/);
    await page.getByRole('tab', { name: 'Information' }).waitFor();
    await page.goBack();
    const focused = page.locator(':focus');
    await becomes(() => focused.textContent(), 'Ana Silva 13', 'back on the row');
    await page.getByRole('button', { name: /^More for Ana Silva 13/ }).press('Enter');
    await page.getByRole('button', { name: 'Delete', exact: true }).press('Enter');
    await page.getByRole('dialog', { name: /to the trash/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('dialog[open]'));
    // A dialog gives the focus back.
    await page.locator('[aria-label^="More for Ana Silva 13"]:focus').waitFor();
  });

  inBrowser('edits and deletes from the row, each a press away (A049, A050)', async (open) => {
    const { page } = await open(`${app.url}/admin/customers?q=silva%2065`, { cookie });
    await ready(page);
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
    const { page } = await open(`${app.url}/admin/customers`, { cookie });
    await ready(page);
    await settled(page, '61 customers');
    const ticks = page.locator('[name=tick]');
    await ticks.nth(1).click();
    await ticks.nth(4).click({ modifiers: ['Shift'] });
    await page.getByText('4 selected').waitFor();
    await page.locator('[name=tick-page]').click();
    await page.getByRole('button', { name: 'Select all 61 matching' }).click();
    await ticks.nth(0).click();
    await page.getByText('60 selected').waitFor();
    await isAccessible(page, 'the list');
    await page.getByLabel('Action', { exact: true }).selectOption('newsletter_on');
    await page.getByRole('button', { name: 'Apply' }).click();
    const question = page.getByRole('dialog', { name: 'Add 60 customers to the newsletter?' });
    await question.getByRole('button', { name: 'Add to newsletter' }).click();
    await question.getByText('left out').waitFor();
    expect(await database.db('customers').where({ newsletter: 1 })).to.have.length(60);
    await question.locator('footer').getByRole('button', { name: 'Undo' }).click();
    await becomes(async () => (await database.db('customers').where({ newsletter: 1 })).length, 20);
  });

  inBrowser('remembers its columns, and fits a telephone (A043, A044, A051)', async (open) => {
    const { page } = await open(`${app.url}/admin/customers`, { cookie });
    await ready(page);
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
    await isAccessible(page, 'the list');
  });

  inBrowser(
    'leads to duplicates and to the search by national ID, and undoes a bulk action of hours ago (A024, A087, A088)',
    async (open) => {
      const { page } = await open(`${app.url}/admin/customers?q=silva%201&status=all`, { cookie });
      await ready(page);
      await page.locator('[name=tick-page]').click();
      await page.getByLabel('Action', { exact: true }).selectOption('newsletter_off');
      await page.getByRole('button', { name: 'Apply' }).click();
      await page.getByRole('button', { name: 'Remove from newsletter' }).click();
      await page.getByText('left out').waitFor();
      await page.reload();
      const more = page.getByRole('button', { name: 'More actions' });
      const choose = async (name: string) => {
        await more.focus();
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name, exact: true }).press('Enter');
      };
      await choose('Recent bulk actions');
      const dialog = page.getByRole('dialog', { name: 'Recent bulk actions' });
      const line = dialog.getByRole('listitem').filter({ hasText: /\d+ customers? removed from the newsletter/ });
      await line.getByText(/Manager|Test/).waitFor();
      await isAccessible(page, 'the list');
      await line.getByRole('button', { name: /^Undo/ }).click();
      await line.getByText('Undone').waitFor();
      await page.keyboard.press('Escape');
      await becomes(() => more.evaluate((button) => button === document.activeElement), true, 'the focus is back');
      await choose('Find by national ID number');
      const search = page.getByRole('dialog', { name: 'Find by national ID number' });
      await search.getByLabel('Number').fill('111.444.777-35');
      await page.keyboard.press('Enter');
      await search.getByText('Nobody has this number.').waitFor();
      await page.keyboard.press('Escape');
      await more.click();
      await page.getByRole('link', { name: 'Possible duplicates' }).click();
      await page.getByRole('heading', { name: 'Possible duplicates' }).waitFor();
    },
  );

  inBrowser('sorts by everything on a telephone, and names the import that it shows (A043, A046)', async (open) => {
    const { page } = await open(`${app.url}/admin/customers`, { cookie, viewport: { width: 360, height: 740 } });
    await ready(page);
    await page.getByLabel('Sort by').selectOption({ label: 'Number, highest first' });
    await page.locator('tr[data-number]', { hasText: 'Zimmermann' }).waitFor();
    expect((await names(page))[0]).to.equal('Zoë Zimmermann');
    const { id } = await page.evaluate(async () => {
      const body = 'Name,E-mail\nEva,eva@example.com\n';
      const headers = { 'content-type': 'text/csv' };
      const answer = await fetch('/api/v1/admin/customers/imports?name=kunden.csv', { method: 'POST', body, headers });
      return answer.json();
    });
    await page.goto(`${app.url}/admin/customers?import=${id}`);
    const chip = page.getByRole('button', { name: /^Remove: Import of .*: kunden\.csv$/ });
    await chip.waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(360);
    await isAccessible(page, 'the list');
    await chip.click();
    await settled(page, '61 customers');
  });
});
