import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { aCustomer } from '../customers/a-customer.js';
import { isClean } from '../support/accessible.js';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { becomes } from '../support/becomes.js';
import { inBrowser } from '../support/browser.js';
import { aBusiness } from '../support/business.js';
import { aMorning, clockAt } from '../support/clock.js';
import type { TestDatabase } from '../support/databases.js';
import { openDatabase } from '../support/databases.js';
import { aShop, bookOver } from '../support/shop.js';

describe('create appointment and customer in a browser', function () {
  // Eight pages of it: slow machines need their time.
  this.timeout(60_000);
  let database: TestDatabase & { remove(): Promise<void> };
  let app: TestApp;
  let shop: Awaited<ReturnType<typeof aShop>>;
  let olga: number;
  let cookie: string;
  const clock = clockAt(aMorning);

  before(async () => {
    database = await openDatabase('sqlite');
    app = await startApp({ db: database.db, folder: database.folder, clock });
    cookie = await app.signIn();
    shop = await aShop(database.db, clock);
    const colour = { categoryId: shop.category.id, name: 'Colour', durationMinutes: 60, leadMinutes: 0 };
    await shop.hire('Cleo', [shop.haircut.id, (await shop.service(colour)).id]);
    await aBusiness(database.db, clock).category({ name: 'Nails' });
    olga = await aCustomer(database.db, { firstName: 'Olga', lastName: 'There', email: 'olga@example.com' });
  });
  after(async () => {
    await app?.stop();
    await database?.remove();
  });

  async function begin(page: Page): Promise<void> {
    await page.getByRole('link', { name: 'Create appointment' }).click();
  }
  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name }).waitFor();
  const stepIn = (page: Page) => new URL(page.url()).searchParams.get('step');
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

  /** From the choice of who it is for to the step of who comes; answers the start that was chosen. */
  async function toCustomer(page: Page, provider: string, slot: number): Promise<void> {
    await press(page, 'Continue');
    await page.getByRole('radio', { name: 'Hair' }).check();
    await press(page, 'Select and proceed');
    await page.getByRole('checkbox', { name: /Haircut/ }).check();
    await press(page, 'Continue');
    await page.getByRole('radio', { name: 'Baixa' }).check();
    await press(page, 'Continue');
    await page.getByRole('radio', { name: provider }).check();
    await press(page, 'Continue');
    await page.getByRole('button', { name: 'Next month' }).click();
    await page
      .getByRole('gridcell', { name: /\d free times/ })
      .nth(4)
      .click();
    await page.locator('.create-slot').nth(slot).click();
    await press(page, 'Continue');
  }
  async function fillIn(page: Page, fullName: string, email: string, phone: string): Promise<void> {
    await page.getByLabel('Nationality').fill('Portugal');
    await page.keyboard.press('Enter');
    await page.getByLabel('Full name').fill(fullName);
    await page.getByLabel('Gender').selectOption('female');
    await page.getByLabel('Date of birth').fill('1990-05-04');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Mobile').fill(phone);
    await page.getByLabel('Postal code').fill('1100-048');
  }
  const customersCalled = (email: string) => database.db('customers').where({ email }).select('id', 'source');

  inBrowser('goes through every step with the keyboard alone (A003, A035, A036, A037, A038, A040)', async (open) => {
    const { page } = await open(`${app.url}/admin/appointments`, { cookie });
    await begin(page);
    await heading(page, 'Who is it for?');
    const { keyboard } = page;
    /** Until the step is there and has the focus, where a screen reader begins. */
    const comes = (name: string) => page.locator('h2:focus', { hasText: name }).waitFor();
    const on = (name: string) => page.locator(`[name=${name}]:focus`).waitFor();
    const focusInto = async (name: string) => {
      for (let tabs = 0; tabs < 30; tabs += 1) {
        if (await page.evaluate((wanted) => document.activeElement?.getAttribute('name') === wanted, name)) return;
        await keyboard.press('Tab');
      }
      throw new Error(`the keyboard never reached ${name}`);
    };
    await focusInto('who');
    await keyboard.press('Enter');
    await comes('Category');
    await keyboard.press('Tab');
    await on('category');
    await keyboard.press('Enter');
    await page.getByText('Choose a category first.').waitFor();
    // A category without services is no dead end (A036).
    await page.getByRole('radio', { name: 'Nails' }).focus();
    await keyboard.press('Space');
    await keyboard.press('Enter');
    await page.getByText('Try another category').waitFor();
    await page.getByRole('button', { name: 'Choose another category' }).press('Enter');
    await page.getByRole('radio', { name: 'Nails' }).focus();
    await keyboard.press('ArrowUp');
    await keyboard.press('Enter');
    await comes('Services');
    await focusInto('service');
    await keyboard.press('Space');
    await keyboard.press('Tab');
    await keyboard.press('Space');
    await keyboard.press('Enter');
    await comes('Location');
    await focusInto('location');
    await keyboard.press('Space');
    await keyboard.press('Enter');
    await comes('Provider');
    // Cleo alone performs both; nobody else is offered beside any provider.
    await becomes(() => page.getByRole('radio').count(), 2);
    await focusInto('provider');
    await keyboard.press('ArrowDown');
    await page.getByRole('radio', { name: 'Cleo', checked: true }).waitFor();
    await keyboard.press('Enter');
    await page.locator('.create-slot').first().waitFor();
    await page.locator('.create-slot').first().press('Enter');
    await page.getByRole('button', { name: 'Continue' }).press('Enter');
    await comes('New customer');
    expect(stepIn(page)).to.equal('customer');
    await focusInto('nationality');
    await page.getByRole('button', { name: 'Continue' }).press('Enter');
    await becomes(() => page.getByText('This is required.').count(), 7, 'A038');
    await on('nationality');
    await fillIn(page, 'Maria Clara Sousa', 'maria@example.com', '+351 912 000 111');
    await page.getByLabel('Postal code').press('Enter');
    await comes('Review');
    await page.getByRole('button', { name: 'Create booking' }).press('Enter');
    await page.getByText('Tick this first.').waitFor();
    await on('terms');
    expect(await customersCalled('maria@example.com'), 'A040').to.deep.equal([]);
    await keyboard.press('Space');
    await keyboard.press('Enter');
    await page.getByText('Maria Clara Sousa is now a customer.').waitFor();
    expect(await customersCalled('maria@example.com')).to.have.length(1);
  });

  inBrowser('shows all that was entered, lets it be corrected, and both are found (A039, A041)', async (open) => {
    const { page } = await open(`${app.url}/admin/appointments`, { cookie });
    await begin(page);
    await toCustomer(page, 'Ada', 0);
    await fillIn(page, 'Rosa Lima', 'rosa@example.com', '+351 912 000 222');
    await page.getByLabel('Note for the appointment').fill('Rings twice');
    await press(page, 'Continue');
    await heading(page, 'Review');
    const main = page.locator('.create-main');
    for (const text of ['Haircut', '€35', 'Hair', 'Baixa', 'Ada', 'Portugal', 'Rosa Lima', 'Female', '4 May 1990'])
      await main.filter({ hasText: text }).waitFor();
    for (const text of ['rosa@example.com', '+351 912 000 222', '1100-048', 'Rings twice'])
      await main.filter({ hasText: text }).waitFor();
    // Back by the browser and by the part's own way: nothing typed is lost.
    await page.goBack();
    await becomes(() => page.getByLabel('Full name').inputValue(), 'Rosa Lima');
    await press(page, 'Continue');
    await press(page, 'Edit: Customer');
    await page.getByLabel('Postal code').fill('1200-001');
    await press(page, 'Continue');
    await page.getByText('1200-001').waitFor();
    await page.getByText('Read the terms and conditions').click();
    await page.getByLabel(/read and accept/).check();
    await press(page, 'Create booking');
    await page.getByText('Rosa Lima is now a customer.').waitFor();
    await page.getByRole('link', { name: 'Open the appointment' }).click();
    await page.getByRole('dialog', { name: 'Haircut' }).getByText('Rosa Lima').waitFor();
    await page.goto(`${app.url}/admin/customers?q=rosa`);
    await page.getByRole('row', { name: /Rosa Lima/ }).waitFor();
  });

  inBrowser('keeps everything when the time is lost or somebody looks the same, and offers ways on', async (open) => {
    const { page } = await open(`${app.url}/admin/appointments`, { cookie, expected: [/409/] });
    await begin(page);
    await toCustomer(page, 'Bea', 2);
    await fillIn(page, 'Olga Again', 'olga@example.com', '+351 912 000 333');
    await press(page, 'Continue');
    await page.getByLabel(/read and accept/).check();
    // Somebody is faster.
    const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/bookings'));
    let start = '';
    await page.route('**/admin/bookings', async (route) => {
      if (start === '') {
        start = (route.request().postDataJSON() as { start: string }).start;
        const booked = await bookOver(app.call, shop, { start, provider: shop.bea.id });
        expect(booked.status, booked.text).to.equal(201);
      }
      await route.continue();
    });
    await press(page, 'Create booking');
    await sent;
    const notice = page.getByRole('alert').filter({ hasText: 'Somebody else just took this time' });
    await notice.locator('.create-slot').nth(5).waitFor();
    expect(await customersCalled('olga@example.com'), 'no orphan').to.have.length(1);
    await notice.locator('.create-slot').nth(0).click();
    await press(page, 'Create booking');
    await page.getByText('Somebody looks like the same person').waitFor();
    await press(page, 'Use this customer');
    await page.getByText(`Olga There · #${olga}`).waitFor();
    await press(page, 'Create booking');
    await page.getByText('Olga There has a new appointment.').waitFor();
    expect(await customersCalled('olga@example.com')).to.deep.equal([{ id: olga, source: 'staff' }]);
  });

  inBrowser('books for a customer who is found by typing', async (open) => {
    const { page } = await open(`${app.url}/admin/appointments`, { cookie });
    await begin(page);
    await page.getByRole('radio', { name: 'For an existing customer' }).check();
    await toCustomer(page, 'Any provider', 4);
    await page.getByLabel('Search customers').fill('olga');
    await page.getByRole('radio', { name: /Olga There/ }).check();
    await press(page, 'Continue');
    await page.getByLabel(/read and accept/).check();
    await press(page, 'Create booking');
    await page.getByText('Olga There has a new appointment.').waitFor();
  });

  inBrowser('repeats the last visit with one press, at a time outside the hours, knowingly', async (open) => {
    const { page } = await open(`${app.url}/admin/appointments/new`, { cookie });
    await page.getByRole('radio', { name: 'For an existing customer' }).check();
    await page.getByLabel('Search customers').fill('olga');
    await page.getByRole('radio', { name: /Olga There/ }).check();
    await page.getByText('Haircut with').waitFor();
    await press(page, 'Book the same again');
    await heading(page, 'Date and time');
    await page.getByText('Another time, outside hours').click();
    await page.getByLabel('Day', { exact: true }).fill('2026-12-16');
    await page.getByLabel('Start', { exact: true }).fill('19:30');
    await press(page, 'Look at this time');
    await page.getByText('It is outside the working hours.').waitFor();
    await press(page, 'Book it all the same');
    await page.getByText('Taken over.').waitFor();
    await press(page, 'Continue');
    await press(page, 'Continue');
    await page.getByLabel(/read and accept/).check();
    await press(page, 'Create booking');
    await page.getByText('Olga There has a new appointment.').waitFor();
    const made = await database.db('appointments').orderBy('id', 'desc').first('starts_at');
    expect(made.starts_at).to.equal(Date.parse('2026-12-16T19:30:00Z'));
  });

  for (const [width, colorScheme] of [
    [360, 'dark'],
    [1280, 'light'],
  ] as const)
    inBrowser(`has nothing for axe to find at ${width} px, in English and German`, async (open) => {
      const { page } = await open(`${app.url}/admin/appointments`, {
        cookie,
        colorScheme,
        viewport: { width, height: 800 },
      });
      await begin(page);
      await heading(page, 'Who is it for?');
      await isClean(page, 'who');
      await toCustomer(page, 'Ada', 5);
      await press(page, 'Continue');
      await page.getByText('This is required.').first().waitFor();
      await isClean(page, 'customer');
      for (const part of [/^Category/, /^Services/, /^Provider/, /^Date and time/]) {
        await page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: part }).click();
        await isClean(page, String(part));
      }
      await press(page, 'Continue');
      await fillIn(page, 'Eva Dark', 'eva@example.com', '+351 912 000 444');
      await press(page, 'Continue');
      await press(page, 'Create booking');
      await isClean(page, 'review');
      await page.getByRole('button', { name: 'Account of Manager' }).click();
      await page.getByLabel('Language').selectOption('de');
      await page.keyboard.press('Escape');
      await heading(page, 'Prüfen');
      await isClean(page, 'review, in German');
    });
});
