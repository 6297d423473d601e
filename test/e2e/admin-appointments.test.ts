import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { DAY, formatInstant } from '../../server/lib/time-zone.js';
import { isClean } from '../support/accessible.js';
import type { TestApp } from '../support/app.js';
import { manager, startApp } from '../support/app.js';
import { becomes } from '../support/becomes.js';
import { inBrowser } from '../support/browser.js';
import { aMorning, clockAt } from '../support/clock.js';
import type { TestDatabase } from '../support/databases.js';
import { openDatabase } from '../support/databases.js';
import { aShop, bookOver } from '../support/shop.js';

describe('the admin in a browser', () => {
  let database: TestDatabase & { remove(): Promise<void> };
  let app: TestApp;
  let reference: string;
  let cookie: string;
  const clock = clockAt(aMorning);
  /** Asking who is signed in answers 401 until somebody is. */
  const expected = [/401/];

  before(async () => {
    database = await openDatabase('sqlite');
    app = await startApp({ db: database.db, folder: database.folder, clock });
    cookie = await app.signIn();
    const shop = await aShop(database.db, clock, { needsApproval: true, name: 'Colour' });
    const tomorrow = formatInstant(clock.now() + DAY).slice(0, 10);
    const booked = await bookOver(app.call, shop, { start: `${tomorrow}T12:00:00Z` });
    expect(booked.status, booked.text).to.equal(201);
    reference = booked.body.booking.reference;
  });
  after(async () => {
    await app?.stop();
    await database?.remove();
  });

  async function signIn(page: Page, password = manager.password): Promise<void> {
    await page.getByLabel('E-mail').fill(manager.email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
  }

  const row = (page: Page) => page.getByRole('link', { name: /Colour/ });

  inBrowser('refuses a wrong password kindly, keeps the e-mail, and asks again', async (open) => {
    const { page } = await open(`${app.url}/admin/appointments`, { expected });
    await page.locator('[name=email]:focus').waitFor();
    await signIn(page, 'not the password');
    await page.getByRole('alert').getByText('do not go together').waitFor();
    expect(await page.getByLabel('E-mail').inputValue()).to.equal(manager.email);
    await page.locator('[name=password]:focus').waitFor();
  });

  inBrowser('shows the manager what was booked, and lets them approve it (A122)', async (open) => {
    const { page, context } = await open(`${app.url}/admin/appointments`, { expected, timezoneId: 'Europe/Lisbon' });
    await signIn(page);
    await row(page).getByText('To approve').waitFor();
    expect(await row(page).textContent())
      .to.include('Ben Miller')
      .and.include('12:00');

    const [kept] = await context.cookies();
    expect(kept).to.include({ name: 'bookpane', httpOnly: true, sameSite: 'Strict' });

    await row(page).click();
    const drawer = page.getByRole('dialog', { name: 'Colour' });
    await drawer.getByText(reference, { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('open')).to.match(/^\d+$/);
    expect(await drawer.getByRole('link', { name: 'ben@example.com' }).getAttribute('href')).to.equal(
      'mailto:ben@example.com',
    );
    await drawer.getByRole('button', { name: 'Approve' }).click();
    const question = page.getByRole('dialog', { name: 'Approve this booking?' });
    await question.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('The booking of Ben Miller is confirmed.').waitFor();
    await drawer.getByText('Confirmed', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await row(page).getByText('Confirmed').waitFor();
    await becomes(async () => new URL(page.url()).searchParams.get('open'), null);
  });

  inBrowser('shows the new customer, found by part of the name (A001, A006, A008)', async (open) => {
    const { page } = await open(`${app.url}/admin/customers`, { cookie });
    await page.getByLabel('Search').fill('mill');
    await page.getByText('1 found').waitFor();
    const found = page.getByRole('row', { name: /Ben Miller/ });
    expect(await found.textContent())
      .to.include('ben@example.com')
      .and.include('None yet');
    await page.getByLabel('Search').fill('nobody like this');
    await page.getByText('Nobody found').waitFor();
    await page.getByRole('button', { name: 'Clear search' }).click();
    await found.waitFor();
  });

  inBrowser('shows a mail as its recipient sees it, under the strict policy of the page', async (open) => {
    const now = clock.now();
    const [outboxId] = await database
      .db('outbox')
      .insert({ event: 'test', payload: '{}', created_at: now, relayed_at: now });
    await database.db('messages').insert({
      outbox_id: outboxId,
      template: 'test',
      audience: 'customer',
      recipient: 'ben@example.com',
      recipient_name: 'Ben Miller',
      message_id: '<test@example.com>',
      subject: 'You are booked',
      text: 'Plain words',
      html: '<style>p{color:rgb(1,2,3)}</style><p style="font-size:31px" onclick="x()">Hello</p><script>document.title="run"</script>',
      state: 'sent',
      due_at: now,
      created_at: now,
      sent_at: now,
    });
    const { page } = await open(`${app.url}/admin/messages`, { cookie });
    await page.getByRole('link', { name: 'You are booked' }).click();
    const hello = page.frameLocator('iframe').getByText('Hello');
    await hello.waitFor();
    await page.waitForFunction(
      () => document.querySelector('iframe')?.contentDocument?.querySelector('p')?.style.fontSize,
    );
    const look = await hello.evaluate((element) => {
      const { color, fontSize } = getComputedStyle(element);
      return { color, fontSize };
    });
    expect(look).to.deep.equal({ color: 'rgb(1, 2, 3)', fontSize: '31px' });
    await page.getByRole('button', { name: 'As text' }).click();
    await page.getByText('Plain words').waitFor();
    expect(await page.title()).to.include('Messages');
  });

  inBrowser('goes back to the same address when a session ended, and out when signed out (S80)', async (open) => {
    const { page } = await open(`${app.url}/admin/customers?sort=-number`, { expected });
    await signIn(page);
    await page.getByRole('table').waitFor();
    await database.db('sessions').delete();
    await page.getByRole('button', { name: 'Name' }).click();
    await page.getByText('Your session has ended').waitFor();
    await signIn(page);
    await page.getByRole('table').waitFor();
    expect(new URL(page.url()).pathname).to.equal('/admin/customers');
    await page.getByRole('button', { name: 'Account of Manager' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Password', { exact: true }).waitFor();
    await page.reload();
    await page.getByLabel('Password', { exact: true }).waitFor();
    cookie = await app.signIn();
  });

  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [360, 1280])
      inBrowser(`has nothing for axe to find at ${width} px, ${colorScheme}, in English and German`, async (open) => {
        const { page } = await open(`${app.url}/admin/appointments`, {
          expected,
          colorScheme,
          viewport: { width, height: 800 },
        });
        await page.getByLabel('E-mail').waitFor();
        await isClean(page, 'sign-in');
        await signIn(page);
        await row(page).waitFor();
        await isClean(page, 'appointments');
        await row(page).click();
        await page.getByRole('dialog').waitFor();
        await isClean(page, 'one appointment');
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Account of Manager' }).click();
        await page.getByLabel('Language').selectOption('de');
        await page.getByRole('heading', { name: 'Termine' }).waitFor();
        await isClean(page, 'the account, in German');
        await page.keyboard.press('Escape');
        await page.getByRole('link', { name: 'Kunden' }).click();
        await page.getByRole('table').waitFor();
        await isClean(page, 'customers');
        // On telephones the places that don't fit are behind a button.
        if (width < 720) await page.getByRole('button', { name: 'Mehr', exact: true }).click();
        await page.getByRole('link', { name: 'Nachrichten' }).click();
        await page.getByRole('heading', { name: 'Nachrichten' }).waitFor();
        await isClean(page, 'messages');
        await page.goto(`${app.url}/admin`);
        await page.getByRole('heading', { name: 'Stärkste Stunden' }).waitFor();
        await isClean(page, 'the dashboard');
      });
});
