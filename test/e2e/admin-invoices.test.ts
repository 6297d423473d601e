import { expect } from 'chai';
import type { Till } from '../invoices/a-till.js';
import { aTill } from '../invoices/a-till.js';
import { isClean } from '../support/accessible.js';
import { becomes } from '../support/becomes.js';
import { drawn, inBrowser } from '../support/browser.js';
import type { TestDatabase } from '../support/databases.js';
import { openDatabase } from '../support/databases.js';

describe('invoices in a browser', () => {
  let database: TestDatabase & { remove(): Promise<void> };
  let till: Till;
  before(async () => {
    database = await openDatabase('sqlite');
    till = await aTill(database);
    await till.set({ invoiceTaxRates: [2300], invoiceTaxName: 'IVA', invoiceSellerAddress: 'Rua Augusta 12\nLisboa' });
  });
  after(async () => {
    await till?.app.stop();
    await database?.remove();
  });

  inBrowser('writes one from a booking, with live sums, issues it and takes the money (A123)', async (open) => {
    const { reference } = await till.book('2026-12-01T10:00:00Z');
    const { id } = await till.done('POST', `/bookings/${reference}/invoices`, {});
    const { page } = await open(`${till.app.url}/admin/invoices`, { cookie: till.cookie });
    await page.getByText('1 invoice', { exact: true }).waitFor();
    await isClean(page, 'the list');
    await page.getByRole('link', { name: 'Draft' }).click();
    const sums = page.locator('.draft-sums dl');
    await sums.getByText('€35.00').waitFor();
    await page.getByRole('button', { name: 'Add a line' }).click();
    const second = page.getByRole('listitem', { name: 'Line 2' });
    await second.getByLabel('Description').fill('Shampoo');
    await second.getByLabel('Quantity').fill('2');
    await second.getByLabel('Price').fill('5,50');
    await second.getByLabel('Discount').fill('10%');
    // 35.00 + 9.90, while one types.
    await sums.getByText('€44.90').waitFor();
    await isClean(page, 'a draft');
    await second.getByLabel('Price').fill('much');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await second.getByText('Enter an amount such as 35.00.').waitFor();
    await second.getByLabel('Price').fill('5.50');

    await page.getByRole('button', { name: 'Issue' }).click();
    const asked = page.getByRole('dialog', { name: 'Issue this invoice?' });
    await asked.getByText('It gets the number INV-2026-0001 and comes to €44.90.').waitFor();
    await asked.getByRole('button', { name: 'Issue' }).click();
    const paper = page.getByRole('article');
    await paper.getByText('Shampoo').waitFor();
    await page.getByRole('heading', { name: 'INV-2026-0001' }).waitFor();
    await isClean(page, 'the paper');
    expect(await paper.innerText())
      .to.contain('Ben Miller')
      .and.contain('Rua Augusta 12')
      .and.contain('€44.90');

    await page.getByRole('button', { name: 'Mark as paid' }).click();
    const payment = page.getByRole('dialog', { name: 'Mark as paid' });
    await payment.getByRole('button', { name: 'Cash' }).click();
    await payment.getByRole('button', { name: 'Mark as paid' }).click();
    await paper.getByText('Paid on 24 November 2026, in cash').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Mark as paid' }).waitFor();

    // What is printed is the paper alone.
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').first().isVisible()).to.equal(false);
    expect(await page.locator('.page-head').isVisible()).to.equal(false);
    expect(await paper.isVisible()).to.equal(true);
    expect((await till.done('GET', `/invoices/${id}`)).status).to.equal('issued');
  });

  inBrowser(
    'begins one for a customer and voids it with the keyboard alone; Summaries lists all (A067)',
    async (open) => {
      const contact = { firstName: 'Zelda', lastName: 'Quint', email: 'zelda@example.com', phone: '+351 912 345 678' };
      const { reference, customer } = await till.book('2026-12-01T12:00:00Z', { contact });
      const { id } = await till.done('POST', `/bookings/${reference}/invoices`, {});
      const { number } = await till.done('POST', `/invoices/${id}/issue`, { version: 1 });
      const { page } = await open(`${till.app.url}/admin/invoices/${id}`, { cookie: till.cookie });
      const press = async (...keys: string[]) => {
        for (const key of keys) {
          await page.keyboard.press(key);
          await drawn(page);
        }
      };
      await page.getByRole('button', { name: 'More' }).focus();
      await press('Enter');
      await page.getByRole('button', { name: 'Void' }).waitFor();
      await press('End', 'Enter');
      await page.getByRole('dialog', { name: `Void invoice ${number}?` }).waitFor();
      await page.getByLabel('Reason').focus();
      await page.keyboard.type('Wrong day');
      await press('Tab', 'Tab', 'Enter');
      await page.getByRole('article').getByText('Credit note').waitFor();
      await page.getByText('Voids').waitFor();

      await page.goto(`${till.app.url}/admin/customers/${customer}?tab=summaries`);
      const section = page.locator('.summary', { hasText: 'Invoices' });
      await section.getByRole('link', { name: 'CN-2026-0001' }).waitFor();
      const names = () => section.locator('.invoice-number').allInnerTexts();
      await becomes(names, ['CN-2026-0001', number]);
      await isClean(page, 'the summaries');
      await section.getByRole('button', { name: 'New invoice' }).focus();
      await press('Enter');
      await page.getByText('There is nothing on this invoice yet.').waitFor();
      await page.goto(`${till.app.url}/admin/customers/${customer}?tab=summaries`);
      await becomes(names, ['Draft', 'CN-2026-0001', number]);
    },
  );
});
