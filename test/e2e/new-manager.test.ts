import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { aCustomer } from '../customers/a-customer.js';
import type { TestApp } from '../support/app.js';
import { manager, startApp } from '../support/app.js';
import { becomes } from '../support/becomes.js';
import { inBrowser } from '../support/browser.js';
import { aMorning, clockAt } from '../support/clock.js';
import type { TestDatabase } from '../support/databases.js';
import { openDatabase } from '../support/databases.js';

/*
 * The customers of a business as somebody meets them on the first day in charge, in one piece: what each page does by itself has
 * tests of its own.
 */
describe('a new manager and the customers', () => {
  let database: TestDatabase & { remove(): Promise<void> };
  let app: TestApp;
  /** Those whom the manager found there. */
  const known = 30;

  before(async () => {
    database = await openDatabase('sqlite');
    app = await startApp({ db: database.db, folder: database.folder, clock: clockAt(aMorning) });
    await app.signIn();
    for (let count = 1; count <= known; count += 1)
      await aCustomer(database.db, { firstName: `Old${count}`, lastName: 'Friend', email: `old${count}@example.com` });
  });
  after(async () => {
    await app?.stop();
    await database?.remove();
  });

  const inUse = async (): Promise<number> => (await database.db('customers').where({ status: 'active' })).length;

  inBrowser(
    'adds, finds, changes and notes one, trashes and restores, alone and thirty at once, and takes all of them out and in again (A002, A042, A063, A072, A074, A085, A087, A091, A094)',
    async (open) => {
      const { page } = await open(`${app.url}/admin/customers`, { expected: [/401/] });
      await signIn(page);

      // One is added by the form, and found by typing a part of the name.
      await page.getByRole('button', { name: 'Add customer' }).click();
      const form = page.getByRole('dialog', { name: 'New customer' });
      await form.getByLabel('Full name').fill('Inês Carvalho');
      await form.getByLabel('E-mail').fill('ines@example.com');
      await form.getByLabel('Nationality').fill('Portugal');
      await page.keyboard.press('Enter');
      await form.getByRole('button', { name: 'Create customer' }).click();
      await page.getByText('Inês Carvalho is now a customer.').waitFor();
      await page.getByRole('searchbox', { name: 'Search' }).fill('carv');
      await page.getByText('1 found').waitFor();
      await page.getByRole('link', { name: 'Inês Carvalho', exact: true }).click();

      // The record is changed in place.
      await page.getByLabel('Occupation').fill('Potter');
      await page.getByRole('button', { name: 'Update customer' }).click();
      await page.getByText('The changes of Inês Carvalho are saved.').waitFor();

      // Two notes are taken, and the older one goes up.
      await page.getByRole('tab', { name: 'Notes' }).click();
      for (const text of ['Likes green tea', 'Comes by bicycle']) {
        await page.getByRole('button', { name: 'Add note' }).click();
        await page.getByLabel('Note', { exact: true }).fill(text);
        await page.getByRole('button', { name: 'Save note' }).click();
        await page.locator('.note-text', { hasText: text }).first().waitFor();
      }
      const notes = () => page.locator('.note-text').allTextContents();
      await becomes(notes, ['Comes by bicycle', 'Likes green tea']);
      await page.getByRole('button', { name: 'Move up: Likes green tea' }).click();
      await becomes(notes, ['Likes green tea', 'Comes by bicycle']);

      // To the trash, found there, and back.
      await page.getByRole('button', { name: 'More options' }).click();
      await page.getByRole('button', { name: 'Delete customer' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Move to trash' }).click();
      await page.getByText('In the trash since').waitFor();
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Customers' }).click();
      await page.getByRole('group', { name: 'Which customers' }).getByText('Only trashed').click();
      await page.getByRole('link', { name: 'Inês Carvalho', exact: true }).click();
      await page.getByRole('button', { name: 'Restore', exact: true }).click();
      await page.getByText('Inês Carvalho is back among the customers.').waitFor();

      // Thirty at once, and back.
      await page.goto(`${app.url}/admin/customers?q=friend&size=50`);
      await page.getByText('30 found').waitFor();
      await page.getByRole('checkbox', { name: 'Select everybody on this page' }).check();
      await page.getByText('30 selected').waitFor();
      await page.getByLabel('Action', { exact: true }).selectOption({ label: 'Move to trash' });
      await page.getByRole('button', { name: 'Apply' }).click();
      const question = page.getByRole('dialog', { name: 'Move 30 customers to the trash?' });
      await question.getByRole('button', { name: 'Move to trash' }).click();
      await page.getByText('30 customers are in the trash.').first().waitFor();
      expect(await inUse()).to.equal(1);
      await page.getByRole('button', { name: 'Undo', exact: true }).click();
      await page.getByText('Undone for 30 customers.').first().waitFor();
      expect(await inUse()).to.equal(known + 1);

      // All of them into a file, and the file in again: nothing is different.
      const file = await exported(page);
      expect(file.toString()).to.include('ines@example.com').and.include('Potter');
      const rows = await database.db('customers').orderBy('id');
      await page.goto(`${app.url}/admin/customers/import`);
      await page.getByRole('heading', { name: 'Bring a file' }).waitFor();
      await page.setInputFiles('input[type=file]', { name: 'customers.csv', mimeType: 'text/csv', buffer: file });
      await page.getByRole('heading', { name: 'This is how we understood the file' }).waitFor();
      await idle(page, 'Next').click();
      await page.getByLabel('Replace with what the file says').check();
      await idle(page, 'Check the rows').click();
      await page.getByRole('tab', { name: `Skipped ${known + 1}` }).click();
      await becomes(() => page.getByText('Known, and nothing is different.').count(), known + 1);
      for (const name of ['Errors', 'New', 'Changed']) await page.getByRole('tab', { name, exact: true }).waitFor();
      expect(await database.db('customers').orderBy('id')).to.deep.equal(rows);
    },
  );

  /** A button that takes presses: one that waits for an answer does nothing. */
  const idle = (page: Page, name: string) => page.locator('button:not([aria-busy])', { hasText: name });

  async function signIn(page: Page): Promise<void> {
    await page.getByLabel('E-mail').fill(manager.email);
    await page.getByLabel('Password', { exact: true }).fill(manager.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Customers', level: 1 }).waitFor();
  }

  /** The file of everybody with every column, as the browser saves it. */
  async function exported(page: Page): Promise<Buffer> {
    await page.goto(`${app.url}/admin/customers`);
    await page.getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export customers' });
    await dialog.getByText(`All ${known + 1} customers`).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Download' }).click(),
    ]);
    return readFile(await download.path());
  }
});
