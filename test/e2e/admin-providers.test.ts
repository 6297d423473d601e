import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { DAY, formatInstant } from '../../server/lib/time-zone.js';
import { isClean } from '../support/accessible.js';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { becomes } from '../support/becomes.js';
import { inBrowser } from '../support/browser.js';
import { aMorning, clockAt } from '../support/clock.js';
import type { TestDatabase } from '../support/databases.js';
import { openDatabase } from '../support/databases.js';
import type { Shop } from '../support/shop.js';
import { aShop, bookOver } from '../support/shop.js';

describe('providers in a browser', () => {
  let database: TestDatabase & { remove(): Promise<void> };
  let app: TestApp;
  let cookie: string;
  let shop: Shop;
  const clock = clockAt(aMorning);
  const tomorrow = formatInstant(clock.now() + DAY).slice(0, 10);

  before(async () => {
    database = await openDatabase('sqlite');
    app = await startApp({ db: database.db, folder: database.folder, clock });
    cookie = await app.signIn();
    shop = await aShop(database.db, clock);
    const booked = await bookOver(app.call, shop, { start: `${tomorrow}T12:00:00Z`, provider: shop.ada.id });
    expect(booked.status, booked.text).to.equal(201);
  });
  after(async () => {
    await app?.stop();
    await database?.remove();
  });

  const hoursOf = async (id: number): Promise<string[]> =>
    (await app.call('GET', `/api/v1/admin/providers/${id}/hours`, { cookie })).body.periods.flatMap(
      (period: { windows: { week: number; weekday: number; start: string; end: string }[] }) =>
        period.windows.map(({ week, weekday, start, end }) => `${week}/${weekday} ${start}-${end}`),
    );
  const saved = (page: Page) => page.getByText('are saved.').waitFor();

  inBrowser(
    'lets a manager add one, with services, hours and a link, by the keyboard where it counts (A121)',
    async (open) => {
      const { page } = await open(`${app.url}/admin/providers`, { cookie });
      await page.getByText('2 providers').waitFor();
      await isClean(page, 'the list of providers');
      await page.getByRole('button', { name: 'Add provider' }).click();
      const drawer = page.getByRole('dialog', { name: 'Add provider' });
      await drawer.getByLabel('Name').fill('Cleo');
      await page.keyboard.press('Enter');
      await page.getByText('Cleo is added.').waitFor();
      await page.getByRole('checkbox', { name: /Haircut/ }).check();
      await page.getByLabel('Own price in EUR').fill('4o');
      await page.getByText('Enter an amount such as 45.50.').waitFor();
      await isClean(page, 'the services of a provider');
      await page.getByLabel('Own price in EUR').fill('40,50');
      await page.keyboard.press('Enter');
      await page.getByText('Cleo is saved.').waitFor();
      const id = Number(/providers\/(\d+)/.exec(page.url())?.[1]);
      const { body } = await app.call('GET', `/api/v1/admin/providers/${id}`, { cookie });
      expect(body.services).to.deep.equal([{ serviceId: shop.haircut.id, priceMinor: 4050, durationMinutes: null }]);

      await page.getByRole('tab', { name: 'Hours' }).click();
      await page.getByRole('button', { name: 'Add hours on Monday' }).press('Enter');
      await page.locator('[aria-label="Monday, from, 1"]:focus').waitFor();
      await page.keyboard.type('930');
      await page.keyboard.press('Tab');
      await page.keyboard.type('5pm');
      await page.getByRole('button', { name: 'Add a break on Monday, 1' }).press('Enter');
      await page.getByRole('button', { name: 'More for Monday' }).press('Enter');
      await page.getByRole('button', { name: 'Copy to Monday–Friday' }).press('Enter');
      await page.getByText(/^32 hrs? 30 mins? in the week$/).waitFor();
      await page.getByLabel('Friday, to, 2').fill('noon');
      await page.keyboard.press('Tab');
      await page.getByText('Enter a time such as 17 or 17:30.').waitFor();
      await page.getByLabel('Friday, to, 2').fill('2');
      await page.keyboard.press('Tab');
      await page.getByText(/^until 0?2:00.* next day$/).waitFor();
      await isClean(page, 'the hours of a provider');
      await page.getByLabel('Thursday, to, 2').fill('1615');
      await page.keyboard.press('Enter');
      await saved(page);
      const usual = [1, 2, 3, 4].flatMap((day) => [
        `0/${day} 09:30-12:00`,
        `0/${day} 13:00-${day === 4 ? '16:15' : '17:00'}`,
      ]);
      await becomes(() => hoursOf(id), [...usual, '0/5 09:30-12:00', '0/5 13:00-02:00']);
      await page.getByRole('button', { name: 'Undo' }).last().click();
      await becomes(() => hoursOf(id), []);
      await page.getByRole('button', { name: 'More for Cleo' }).press('Enter');
      await page.getByRole('button', { name: 'Delete' }).press('Enter');
      await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
      await page.getByText('Cleo is deleted.').waitFor();
    },
  );

  inBrowser('rotates hours over two weeks, and asks before changes are lost', async (open) => {
    const { page } = await open(`${app.url}/admin/providers/${shop.bea.id}?tab=hours`, { cookie });
    await page.getByLabel('Repeats').selectOption('2');
    await page.getByRole('button', { name: 'Week B' }).click();
    await page.getByRole('button', { name: 'Remove hours on Monday, 1' }).click();
    await page.getByRole('link', { name: 'Customers' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Keep editing' }).click();
    await page.getByRole('button', { name: 'Save changes' }).click();
    await saved(page);
    await becomes(async () => (await hoursOf(shop.bea.id)).length, 13);
  });

  inBrowser('shows whom an absence would strand, and gives them to who is free', async (open) => {
    const { page } = await open(`${app.url}/admin/providers/${shop.ada.id}?tab=timeOff`, { cookie });
    await page.getByRole('button', { name: 'Add absence' }).click();
    const form = page.getByRole('dialog', { name: 'Add absence' });
    await form.getByLabel('First day').fill(tomorrow);
    await form.getByRole('button', { name: 'Add absence' }).click();
    const list = page.getByRole('dialog', { name: '1 appointment would no longer fit' });
    await list.getByText('Ben Miller').first().waitFor();
    await isClean(page, 'the list of stranded appointments');
    const before = await database.db('appointments').first();
    expect(before.provider_id, 'nothing is moved by looking').to.equal(shop.ada.id);
    await list.getByLabel('What happens with Ben Miller').selectOption({ label: 'Give to Bea' });
    await list.getByRole('button', { name: 'Save and do it' }).click();
    await page.getByText('1 appointment is changed.').waitFor();
    const after = await database.db('appointments').first();
    expect(after).to.deep.include({ provider_id: shop.bea.id, starts_at: before.starts_at, status: 'confirmed' });
    await page.getByRole('button', { name: /^Remove / }).waitFor();
    await isClean(page, 'the time off of a provider');
  });

  inBrowser('keeps to the width of a telephone, and makes a calendar link that works (S105)', async (open) => {
    const viewport = { width: 360, height: 760 };
    const { page } = await open(`${app.url}/admin/providers/${shop.ada.id}?tab=hours`, { cookie, viewport });
    await page.getByRole('heading', { name: 'Sunday' }).waitFor();
    await isClean(page, 'the hours on a telephone');
    await page.getByRole('tab', { name: 'Calendar link' }).click();
    await page.getByRole('button', { name: 'Make a link' }).click();
    const address = await page.getByLabel('Address of the calendar').inputValue();
    await isClean(page, 'the calendar link');
    const answer = await app.call('GET', new URL(address).pathname);
    expect(answer.text).to.include('BEGIN:VCALENDAR');
  });
});
