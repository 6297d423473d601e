import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { aCustomer } from '../customers/a-customer.js';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { drawn, inBrowser } from '../support/browser.js';
import { aMorning, clockAt } from '../support/clock.js';
import type { TestDatabase } from '../support/databases.js';
import { openDatabase } from '../support/databases.js';
import type { Shop } from '../support/shop.js';
import { aShop, bookOver } from '../support/shop.js';
import { aMember } from '../support/team.js';

const today = '2026-11-24';

/*
 * Rita's Tuesday at the front desk. Olga walks in; Maria, who is new, rings; then she rings again, twice; Ben, who had booked, doesn't
 * come; Olga pays and goes; and a sheet of the day is printed for the wall.
 */
describe('a receptionist’s day', function () {
  this.timeout(90_000);
  let database: TestDatabase & { remove(): Promise<void> };
  let app: TestApp;
  let shop: Shop;
  let cookie: string;
  const clock = clockAt(`2026-11-23T09:00:00Z`);
  const viewport = { width: 1280, height: 2300 };

  before(async () => {
    database = await openDatabase('sqlite');
    app = await startApp({ db: database.db, folder: database.folder, clock });
    shop = await aShop(database.db, clock);
    const ben = await bookOver(app.call, shop, { start: `${today}T09:00:00Z`, provider: shop.bea.id });
    expect(ben.status, ben.text).to.equal(201);
    await aCustomer(database.db, { firstName: 'Olga', lastName: 'There', email: 'olga@example.com' });
    clock.set(aMorning);
    cookie = (await aMember(database.db, clock, { name: 'Rita', role: 'receptionist' })).cookie;
  });
  after(async () => {
    await app?.stop();
    await database?.remove();
  });

  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const startOf = async (lastName: string): Promise<string> => {
    const row = await database
      .db('appointments')
      .join('booking_items', 'booking_items.appointment_id', 'appointments.id')
      .join('bookings', 'bookings.id', 'booking_items.booking_id')
      .where({ last_name: lastName })
      .first('appointments.starts_at', 'appointments.provider_id');
    const who = row.provider_id === shop.ada.id ? 'Ada' : 'Bea';
    return `${new Date(row.starts_at).toISOString().slice(11, 16)} ${who}`;
  };

  /** The steps from what is wanted to with whom. */
  async function chooseHaircut(page: Page, provider: string): Promise<void> {
    await press(page, 'Continue');
    await page.getByRole('radio', { name: 'Hair' }).check();
    await press(page, 'Select and proceed');
    await page.getByRole('checkbox', { name: /Haircut/ }).check();
    await press(page, 'Continue');
    const location = page.getByRole('radio', { name: 'Baixa' });
    await location
      .or(page.getByRole('radio', { name: provider }))
      .first()
      .waitFor();
    if (await location.count()) {
      await location.check();
      await press(page, 'Continue');
    }
    await page.getByRole('radio', { name: provider }).check();
    await press(page, 'Continue');
    await page.getByRole('heading', { level: 2, name: 'Date and time' }).waitFor();
  }

  async function finish(page: Page, said: string): Promise<void> {
    await page.getByLabel(/read and accept/).check();
    await press(page, 'Create booking');
    await page.getByText(said).waitFor();
  }

  inBrowser('books a walk-in at once, and a new customer by telephone (A003, A035 to A041)', async (open) => {
    const { page } = await open(`${app.url}/admin/appointments/new`, { cookie });
    await page.getByRole('radio', { name: 'For an existing customer' }).check();
    await page.getByLabel('Search customers').fill('olga');
    await page.getByRole('radio', { name: /Olga There/ }).check();
    await chooseHaircut(page, 'Ada');
    await page.getByText('Another time, outside hours').click();
    await page.getByLabel('Day', { exact: true }).fill(today);
    await page.getByLabel('Start', { exact: true }).fill('09:00');
    await press(page, 'Look at this time');
    await press(page, 'Book it all the same');
    await press(page, 'Continue');
    await press(page, 'Continue');
    await finish(page, 'Olga There has a new appointment.');
    expect(await startOf('There')).to.equal('09:00 Ada');

    await page.goto(`${app.url}/admin/appointments/new`);
    await page.getByRole('radio', { name: 'Create appointment and customer' }).check();
    await chooseHaircut(page, 'Bea');
    await page.getByRole('button', { name: /^2:00 pm|^14:00/ }).click();
    await press(page, 'Continue');
    await page.getByLabel('Nationality').fill('Portugal');
    await page.keyboard.press('Enter');
    await page.getByLabel('Full name').fill('Maria Sousa');
    await page.getByLabel('Gender').selectOption('female');
    await page.getByLabel('Date of birth').fill('1990-05-04');
    await page.getByLabel('E-mail').fill('maria@example.com');
    await page.getByLabel('Mobile').fill('+351 912 000 111');
    await page.getByLabel('Postal code').fill('1100-048');
    await press(page, 'Continue');
    await finish(page, 'Maria Sousa is now a customer.');
    expect(await startOf('Sousa')).to.equal('14:00 Bea');
  });

  inBrowser('moves her by a drag, and again by the keyboard alone (A124)', async (open) => {
    const { page } = await open(`${app.url}/admin/calendar?view=providers&day=${today}`, { cookie, viewport });
    const card = page.getByRole('link', { name: /Maria Sousa/ });
    await card.waitFor();
    const from = (await card.boundingBox())!;
    const ada = (await page.getByRole('region', { name: /^Ada,/ }).boundingBox())!;
    await page.mouse.move(from.x + 30, from.y + 6);
    await page.mouse.down();
    const asked = page.waitForResponse((response) => response.url().includes('/availability/day'));
    await page.mouse.move(from.x + 40, from.y + 20, { steps: 2 });
    await asked;
    await page.mouse.move(ada.x + 30, from.y + 6 + 80, { steps: 4 });
    await page.locator('.held').waitFor();
    await drawn(page);
    await page.mouse.up();
    await page
      .getByRole('dialog', { name: /with Ada\?/ })
      .getByRole('button', { name: 'Move', exact: true })
      .click();
    await page.getByText(/Maria Sousa was moved to .*15:00/).waitFor();
    expect(await startOf('Sousa')).to.equal('15:00 Ada');

    await card.focus();
    await page.keyboard.press('m');
    const dialog = page.getByRole('dialog', { name: 'Move the appointment of Maria Sousa' });
    await dialog.getByRole('radio', { checked: true }).focus();
    await page.keyboard.press('ArrowDown');
    await dialog.getByRole('radio', { name: /15:15/, checked: true }).waitFor();
    await dialog.getByRole('button', { name: 'Move', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(/Maria Sousa was moved to .*15:15/).waitFor();
    expect(await startOf('Sousa')).to.equal('15:15 Ada');
  });

  inBrowser('notes who didn’t come, and takes it back and again (A122)', async (open) => {
    const { page } = await open(`${app.url}/admin`, { cookie });
    await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search pages, customers and appointments' }).fill('ben miller');
    await page.getByRole('option', { name: /Ben Miller · Haircut/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog', { name: 'Haircut' });
    await drawer.getByRole('button', { name: 'Did not come' }).click();
    await page.getByText('Ben Miller is noted as not having come.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await drawer.getByText('Confirmed').first().waitFor();
    await drawer.getByRole('button', { name: 'Did not come' }).click();
    await drawer.getByText('Did not come', { exact: true }).first().waitFor();
    await page.getByText('Ben Miller is noted as not having come.').first().waitFor();
    const row = await database.db('booking_items').where({ status: 'no_show' });
    expect(row).to.have.length(1);
  });

  inBrowser('takes the money of who came, and prints the day (A123)', async (open) => {
    const { page } = await open(`${app.url}/admin/appointments?q=olga`, { cookie });
    await page.getByRole('link', { name: /Olga There/ }).click();
    const drawer = page.getByRole('dialog', { name: 'Haircut' });
    await drawer.getByRole('button', { name: 'Mark completed' }).click();
    await drawer.getByText('Completed').first().waitFor();
    await drawer.getByRole('button', { name: 'Make invoice' }).click();
    await press(page, 'Issue');
    await page.getByRole('dialog').getByRole('button', { name: 'Issue' }).click();
    await press(page, 'Mark as paid');
    const payment = page.getByRole('dialog', { name: 'Mark as paid' });
    await payment.getByRole('button', { name: 'Cash' }).click();
    await payment.getByRole('button', { name: 'Mark as paid' }).click();
    await page.getByRole('article').getByText('in cash').waitFor();

    await page.goto(`${app.url}/admin/calendar?view=providers&day=${today}`);
    await page.getByRole('link', { name: /Maria Sousa/ }).waitFor();
    await page.emulateMedia({ media: 'print' });
    const sheet = page.locator('.day-sheets section').filter({ hasText: 'Ada' });
    await sheet.getByRole('row', { name: /Olga There/, includeHidden: true }).waitFor();
    await sheet.getByRole('row', { name: /15:15–16:15 Maria Sousa/, includeHidden: true }).waitFor();
  });
});
