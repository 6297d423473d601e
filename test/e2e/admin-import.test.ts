import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { messyFile } from '../customers/import/messy-file.js';
import { isAccessible } from '../support/accessible.js';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { inBrowser } from '../support/browser.js';
import { aMorning, clockAt } from '../support/clock.js';
import type { TestDatabase } from '../support/databases.js';
import { openDatabase } from '../support/databases.js';

describe('importing customers in a browser (A091, A092, A093)', () => {
  let database: TestDatabase & { remove(): Promise<void> };
  let app: TestApp;
  let cookie: string;

  before(async () => {
    database = await openDatabase('sqlite');
    app = await startApp({ db: database.db, folder: database.folder, clock: clockAt(aMorning) });
    cookie = await app.signIn();
  });
  after(async () => {
    await app?.stop();
    await database?.remove();
  });

  const count = async (): Promise<number> => Number((await database.db('customers').count({ n: '*' }))[0]?.['n']);
  /** A button that takes presses: one that waits for an answer does nothing. */
  const idle = (page: Page, name: string) => page.locator('button:not([aria-busy])', { hasText: name });
  const heading = (page: Page, name: string) =>
    page.getByRole('heading', { name, exact: true }).waitFor({ timeout: 60_000 });

  inBrowser('5,000 messy rows: five corrected in place, imported, and undone as a whole', async (open) => {
    const file = messyFile();
    const { page } = await open(`${app.url}/admin/customers/import`, { cookie });
    await heading(page, 'Bring a file');
    await isAccessible(page, 'upload');
    await page.setInputFiles('input[type=file]', { name: 'kunden.csv', mimeType: 'text/csv', buffer: file.bytes });
    await heading(page, 'This is how we understood the file');
    expect(await page.getByLabel('Encoding').inputValue()).to.equal('windows-1252');
    expect(await page.getByLabel('Cells are separated by').inputValue()).to.equal(';');
    expect(await page.getByRole('cell', { name: 'Müller 2', exact: true }).count()).to.equal(1);
    await isAccessible(page, 'format');
    await idle(page, 'Next').click();
    await heading(page, 'Which column is what?');
    await page.getByText('2 columns are ignored').waitFor();
    expect(await page.getByLabel('What is Geburtsdatum?').inputValue()).to.equal('birthDate');
    await isAccessible(page, 'columns');
    await page.getByLabel('Country of phone numbers').selectOption('DE');
    await idle(page, 'Check the rows').click();
    await page.getByRole('tab', { name: 'Errors 40' }).waitFor({ timeout: 60_000 });
    await isAccessible(page, 'check');
    // By the keyboard: Enter checks the row again and goes on to the next field at fault.
    const first = page.locator('.import-fix input').first();
    await first.focus();
    for (const { right } of file.bad.slice(0, 5)) {
      const left = Number(await page.locator('.import-fix input').count());
      await page.keyboard.press('Control+A');
      await page.keyboard.type(right);
      await page.keyboard.press('Enter');
      await page.waitForFunction(
        (before) => document.querySelectorAll('.import-fix input').length === before - 1,
        left,
      );
      await page.waitForFunction(() => document.activeElement?.matches('.import-fix input'));
    }
    await page.getByRole('tab', { name: 'Errors 35' }).waitFor();
    await idle(page, 'Next').click();
    await page.getByText('Nobody gets an e-mail because of an import.').waitFor();
    await isAccessible(page, 'confirm');
    expect(await count()).to.equal(0);
    await idle(page, 'Import 4,965 rows').click({ timeout: 60_000 });
    await page.getByRole('link', { name: 'Download the 35 refused rows' }).waitFor({ timeout: 90_000 });
    expect(await count()).to.equal(4965);
    await isAccessible(page, 'result');
    await page.reload();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByRole('button', { name: 'Undo the import' }).click();
    await page.getByText('The import was undone.').waitFor({ timeout: 90_000 });
    expect(await count()).to.equal(0);
    await page.getByRole('link', { name: 'Customers' }).first().click();
    await page.goto(`${app.url}/admin/customers/import`);
    await page.getByRole('cell', { name: 'Undone' }).waitFor();
  }).timeout(240_000);

  inBrowser('says why a file can’t be used, and takes pasted text on a phone', async (open) => {
    const { page } = await open(`${app.url}/admin/customers/import`, {
      cookie,
      expected: [/422/],
      viewport: { width: 360, height: 740 },
      colorScheme: 'dark',
    });
    await heading(page, 'Bring a file');
    await page.setInputFiles('input[type=file]', {
      name: 'a.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('a,b\n1,"open\n'),
    });
    await page.getByText('A quotation mark is opened and never closed.').waitFor();
    await page.getByRole('button', { name: 'Paste text' }).click();
    await page.getByLabel('Rows with customers').fill('First name\tLast name\tE-mail\nAna\tSilva\tana@example.com');
    await page.getByRole('button', { name: 'Use this text' }).click();
    await heading(page, 'This is how we understood the file');
    await idle(page, 'Next').click();
    await idle(page, 'Check the rows').click();
    await page.getByRole('cell', { name: 'Ana Silva · ana@example.com' }).waitFor({ timeout: 60_000 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, 'wider than the screen').to.be.at.most(0);
  }).timeout(90_000);
});
