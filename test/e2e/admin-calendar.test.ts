import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { isClean } from '../support/accessible.js';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { becomes } from '../support/becomes.js';
import { drawn, inBrowser } from '../support/browser.js';
import { aMorning, clockAt } from '../support/clock.js';
import type { TestDatabase } from '../support/databases.js';
import { openDatabase } from '../support/databases.js';
import type { Shop } from '../support/shop.js';
import { aShop, bookOver } from '../support/shop.js';

describe('the calendar in a browser (A124)', () => {
  let database: TestDatabase & { remove(): Promise<void> };
  let app: TestApp;
  let shop: Shop;
  let cookie: string;
  const clock = clockAt(aMorning);
  const tomorrow = '2026-11-25';
  /** All of a day at once, so that nothing scrolls beneath the pointer. */
  const viewport = { width: 1280, height: 2300 };
  const providers = `/admin/calendar?view=providers&day=${tomorrow}`;

  before(async () => {
    database = await openDatabase('sqlite');
    app = await startApp({ db: database.db, folder: database.folder, clock });
    cookie = await app.signIn();
    shop = await aShop(database.db, clock, { bufferAfterMinutes: 15 });
  });
  after(async () => {
    await app?.stop();
    await database?.remove();
  });

  async function book(hour: string, provider: number, firstName = 'Ben'): Promise<number> {
    const contact = { firstName, lastName: 'Miller', email: `${firstName}@example.com`, phone: '+351 912 345 678' };
    const booked = await bookOver(app.call, shop, { start: `${tomorrow}T${hour}:00Z`, provider, contact });
    expect(booked.status, booked.text).to.equal(201);
    return (await database.db('appointments').orderBy('id', 'desc').first('id')).id;
  }
  const where = async (id: number): Promise<string> => {
    const row = await database.db('appointments').where({ id }).first();
    return `${new Date(row.starts_at).toISOString().slice(11, 16)} ${row.provider_id === shop.ada.id ? 'Ada' : 'Bea'}`;
  };
  const card = (page: Page, name: string): Locator => page.getByRole('link', { name: new RegExp(name) });
  const column = (page: Page, name: string): Locator => page.getByRole('region', { name: new RegExp(`^${name},`) });

  /** Drags a card by so many hours, onto the column of a provider, and lets go. */
  async function drag(page: Page, name: string, provider: string, hours: number): Promise<void> {
    await card(page, name).scrollIntoViewIfNeeded();
    const from = (await card(page, name).boundingBox())!;
    const to = (await column(page, provider).boundingBox())!;
    const y = from.y + 6 + hours * 80;
    await page.mouse.move(from.x + 30, from.y + 6);
    await page.mouse.down();
    const asked = page.waitForResponse((response) => response.url().includes('/availability/day'));
    await page.mouse.move(from.x + 40, from.y + 20, { steps: 2 });
    await asked;
    await page.mouse.move(to.x + 30, y, { steps: 4 });
    await page.locator('.held').waitFor();
    await drawn(page);
  }

  inBrowser('shows what is booked without a reload, and moves it by a drag that asks, with undo', async (open) => {
    const { page } = await open(app.url + providers, { cookie, viewport });
    await page.getByRole('heading', { name: 'Bea' }).waitFor();
    const id = await book('10:00', shop.ada.id);
    await card(page, '10:00–11:00, Ben Miller, Haircut, Ada, Confirmed').waitFor();

    await drag(page, 'Ben Miller', 'Bea', 2);
    await page.mouse.up();
    const question = page.getByRole('dialog', { name: /Move to .*12:00–13:00, with Bea\?/ });
    await question.getByRole('button', { name: 'Move', exact: true }).click();
    await page.getByText(/Ben Miller was moved to .*12:00/).waitFor();
    expect(await where(id)).to.equal('12:00 Bea');
    await column(page, 'Bea')
      .getByRole('link', { name: /12:00–13:00, Ben Miller/ })
      .waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('It is back where it was.').waitFor();
    expect(await where(id)).to.equal('10:00 Ada');
  });

  inBrowser('makes an appointment longer by its lower edge', async (open) => {
    const id = await book('10:00', shop.bea.id, 'Ines');
    const { page } = await open(app.url + providers, { cookie, viewport });
    const { x, y, height } = (await card(page, 'Ines Miller').boundingBox())!;
    await page.mouse.move(x + 30, y + height - 3);
    await page.mouse.down();
    await page.mouse.move(x + 30, y + height + 37, { steps: 4 });
    await page.locator('.held').getByText('10:00–11:30').waitFor();
    await page.mouse.up();
    await page
      .getByRole('dialog', { name: /10:00–11:30, with Bea/ })
      .getByRole('button', { name: 'Move', exact: true })
      .click();
    await card(page, '10:00–11:30, Ines Miller').waitFor();
    const row = await database.db('appointments').where({ id }).first('ends_at', 'busy_to');
    expect([row.ends_at, row.busy_to].map((at) => new Date(at).toISOString().slice(11, 16))).to.deep.equal([
      '11:30',
      '11:45',
    ]);
  });

  inBrowser('marks times that can’t be with their reason, and snaps back from them', async (open) => {
    const id = await book('14:00', shop.ada.id, 'Cara');
    const { page } = await open(app.url + providers, { cookie, viewport });
    await card(page, 'Cara Miller').waitFor();
    await drag(page, 'Cara Miller', 'Ada', -4);
    await page.locator('.refused').getByText('Busy').first().waitFor();
    await page.locator('.refused').getByText('Outside hours').first().waitFor();
    await page.locator('.held').getByText('Busy').waitFor();
    await page.mouse.up();
    await page.getByText('Not moved. The provider has another appointment.').waitFor();
    expect(await page.locator('.held').count()).to.equal(0);
    expect(await where(id)).to.equal('14:00 Ada');

    // Escape lets go of what is held.
    await drag(page, 'Cara Miller', 'Bea', 1);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await page.locator('.held').count()).to.equal(0);
    expect(await where(id)).to.equal('14:00 Ada');
  });

  inBrowser('lets one of two win who drag the same appointment, and tells the other why', async (open) => {
    const id = await book('15:00', shop.bea.id, 'Dora');
    const first = (await open(app.url + providers, { cookie, viewport })).page;
    const second = (await open(app.url + providers, { cookie, viewport, expected: [/409/] })).page;
    for (const [page, hours] of [
      [first, -2],
      [second, -3],
    ] as const) {
      await card(page, 'Dora Miller').waitFor();
      await drag(page, 'Dora Miller', 'Bea', hours);
      await page.mouse.up();
      await page.getByRole('dialog', { name: /Move to/ }).waitFor();
    }
    await first.getByRole('button', { name: 'Move', exact: true }).click();
    await first.getByText(/Dora Miller was moved/).waitFor();
    await second.getByRole('button', { name: 'Move', exact: true }).click();
    await second.getByText('somebody else has just changed this appointment').waitFor();
    expect(await where(id)).to.equal('13:00 Bea');
    await card(second, '13:00–14:00, Dora Miller').waitFor();
    expect(await second.locator('.held').count()).to.equal(0);
  });

  inBrowser('moves an appointment with the keyboard alone, and says why a time can’t be', async (open) => {
    await book('12:00', shop.ada.id, 'Fay');
    const id = await book('16:00', shop.ada.id, 'Emil');
    const { page } = await open(app.url + providers, { cookie, viewport });
    // From its detail, or at once with M.
    await card(page, 'Emil Miller').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Haircut' }).getByRole('button', { name: 'Move …' }).press('Enter');
    await page
      .getByRole('dialog', { name: 'Move the appointment of Emil Miller' })
      .getByRole('button', { name: 'Cancel' })
      .press('Enter');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Haircut' }).waitFor({ state: 'hidden' });
    await card(page, 'Emil Miller').focus();
    await page.keyboard.press('m');
    const dialog = page.getByRole('dialog', { name: 'Move the appointment of Emil Miller' });
    await dialog.getByRole('radio', { checked: true }).waitFor();
    expect(await dialog.getByRole('radio', { name: /12:30/ }).isDisabled()).to.equal(true);
    expect(await dialog.getByText('Busy').count()).to.be.above(0);
    await isClean(page, 'the dialog that moves');
    await dialog.getByRole('radio', { checked: true }).focus();
    await page.keyboard.press('ArrowUp');
    await dialog.getByRole('radio', { name: /15:45/, checked: true }).waitFor();
    await dialog.getByRole('button', { name: 'Move', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(/Emil Miller was moved to .*15:45/).waitFor();
    expect(await where(id)).to.equal('15:45 Ada');
  });

  inBrowser('leads from free time to a new appointment, and remembers the view', async (open) => {
    const { page } = await open(`${app.url}/admin/calendar?day=${tomorrow}`, { cookie, viewport });
    await page.getByRole('button', { name: 'Providers' }).click();
    await becomes(async () => new URL(page.url()).searchParams.get('view'), 'providers');
    const bea = (await column(page, 'Bea').boundingBox())!;
    const nine = (await page.locator('.grid-axis').getByText('09:00').boundingBox())!;
    await page.mouse.move(bea.x + 30, nine.y + 12);
    await page.mouse.down();
    await page.mouse.move(bea.x + 30, nine.y + 60, { steps: 3 });
    await page.locator('.held').waitFor();
    await page.mouse.up();
    await page.getByRole('dialog', { name: /New appointment on .* at 09:00 with Bea/ }).waitFor();
    await page.locator('.drop-panel').getByRole('link', { name: 'Create appointment' }).click();
    await page.getByRole('heading', { name: 'Who is it for?' }).or(page.getByRole('radio').first()).first().waitFor();
    const { searchParams } = new URL(page.url());
    expect(Object.fromEntries(searchParams)).to.deep.equal({
      start: `${tomorrow}T09:00:00Z`,
      provider: String(shop.bea.id),
      location: String(shop.location.id),
    });
    await page.goto(`${app.url}/admin/calendar`);
    await page.getByRole('button', { name: 'Providers', pressed: true }).waitFor();
  });

  inBrowser('has 23 and 25 hours on the days on which the clock changes, with each card in its place', async (open) => {
    const [row] = await database.db('appointments').limit(1);
    const HOUR = 3_600_000;
    for (const [id, start] of [
      [9001, '2027-03-28T01:00:00Z'],
      [9002, '2026-10-25T00:30:00Z'],
      [9003, '2026-10-25T01:30:00Z'],
    ] as const) {
      const at = Date.parse(start);
      const time = { starts_at: at, ends_at: at + HOUR, busy_from: at, busy_to: at + HOUR };
      await database.db('appointments').insert({ ...row, id, ...time });
    }
    const { page } = await open(`${app.url}/admin/calendar?view=day&day=2027-03-28`, { cookie });
    const topOf = async (id: number) =>
      Number(
        await page
          .locator(`.event:has([data-appointment="${id}"])`)
          .evaluate((card) => getComputedStyle(card).getPropertyValue('--top')),
      );
    await page.locator('[data-appointment="9001"]').waitFor();
    expect(await page.locator('.grid-axis span').count()).to.equal(23);
    expect(await topOf(9001)).to.equal(60);
    await page.getByRole('link', { name: /^02:00–03:00/ }).waitFor();
    await page.goto(`${app.url}/admin/calendar?view=day&day=2026-10-25`);
    await page.locator('[data-appointment="9003"]').waitFor();
    expect(await page.locator('.grid-axis span').count()).to.equal(25);
    expect([await topOf(9002), await topOf(9003)]).to.deep.equal([90, 150]);
  });

  inBrowser('prints a day sheet for each provider, and nothing else', async (open) => {
    const { page } = await open(app.url + providers, { cookie, viewport });
    await card(page, 'Ben Miller').waitFor();
    await page.emulateMedia({ media: 'print' });
    const sheet = page.locator('.day-sheets section').filter({ hasText: 'Ada' });
    await sheet
      .getByRole('row', { name: /10:00–11:00 Ben Miller Haircut .* Confirmed/, includeHidden: true })
      .waitFor();
    expect(await page.locator('.grid-scroll').isVisible()).to.equal(false);
    expect(await page.getByRole('navigation').isVisible()).to.equal(false);
  });

  inBrowser('says why there are no times: bands, and the sentence for each refused start (T9)', async (open) => {
    const { page } = await open(`${app.url}/admin/calendar?day=${tomorrow}&provider=${shop.ada.id}`, { cookie });
    await page.getByRole('link', { name: 'Why are there no times?' }).click();
    await page.getByLabel('Service').selectOption('Haircut');
    await page.getByRole('heading', { name: /^Ada/ }).waitFor();
    const busy = page.getByRole('row', { name: /Busy/ }).first();
    expect(await busy.textContent()).to.include('The provider has another appointment.');
    await page
      .getByRole('row', { name: /Outside hours/ })
      .first()
      .waitFor();
    await page.getByRole('listitem').filter({ hasText: '10:00–11:00 Busy' }).waitFor();
    await isClean(page, 'why there are no times');
  });

  for (const [width, colorScheme] of [
    [360, 'light'],
    [1280, 'dark'],
  ] as const)
    inBrowser(`has nothing for axe to find at ${width} px, ${colorScheme}`, async (open) => {
      const { page } = await open(`${app.url}/admin/calendar?day=${tomorrow}`, {
        cookie,
        colorScheme,
        viewport: { width, height: 800 },
      });
      for (const view of ['agenda', 'day', 'providers', 'week', 'month']) {
        await page.goto(`${app.url}/admin/calendar?view=${view}&day=${tomorrow}`);
        await page.locator('[data-appointment]').first().waitFor({ state: 'attached' });
        await isClean(page, view);
      }
      await page.getByRole('button', { name: 'What the colours mean' }).click();
      await isClean(page, 'the legend');
    });
});
