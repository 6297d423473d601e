import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { DAY, formatInstant } from '../../server/lib/time-zone.js';
import { isClean } from '../support/accessible.js';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { becomes } from '../support/becomes.js';
import { drawn, inBrowser } from '../support/browser.js';
import { aMorning, clockAt } from '../support/clock.js';
import type { TestDatabase } from '../support/databases.js';
import { openDatabase } from '../support/databases.js';
import { aShop, bookOver } from '../support/shop.js';

/** What must be shown as it was typed, and run nowhere (S42). */
const payload = '<img src=x onerror="document.title=1/0"><script>boom()</script>{{7*7}}';

describe('a customer’s page in a browser (A062–A076)', () => {
  let database: TestDatabase & { remove(): Promise<void> };
  let app: TestApp;
  let ben: number;
  let cookie: string;
  const clock = clockAt(aMorning);

  before(async () => {
    database = await openDatabase('sqlite');
    app = await startApp({ db: database.db, folder: database.folder, clock });
    cookie = await app.signIn();
    const shop = await aShop(database.db, clock, { needsApproval: true, name: 'Colour' });
    const start = (days: number) => `${formatInstant(clock.now() + days * DAY).slice(0, 10)}T12:00:00Z`;
    const contact = {
      firstName: 'Ben',
      lastName: '<b>Miller</b>',
      email: 'ben@example.com',
      phone: '+351 912 345 678',
    };
    for (const days of [1, 2]) {
      const booked = await bookOver(app.call, shop, { start: start(days), contact: { ...contact, note: payload } });
      expect(booked.status, booked.text).to.equal(201);
    }
    ben = (await database.db('customers').first('id')).id;
  });
  after(async () => {
    await app?.stop();
    await database?.remove();
  });
  beforeEach(() => database.db('customer_notes').delete());

  const note = async (text: string): Promise<void> => {
    const path = `/api/v1/admin/customers/${ben}/notes`;
    expect((await app.call('POST', path, { cookie, body: { text } })).status).to.equal(201);
  };
  const address = (tab = '') => `${app.url}/admin/customers/${ben}${tab && `?tab=${tab}`}`;
  /** Until the page is there: its keys work a frame later than it shows. */
  async function ready(page: Page): Promise<void> {
    await page.getByRole('tab', { name: 'Information' }).waitFor();
    await drawn(page);
  }
  const texts = (page: Page) => page.locator('.note-text').allTextContents();
  const savedTexts = async (): Promise<string[]> =>
    (await app.call('GET', `/api/v1/admin/customers/${ben}/notes`, { cookie })).body.items.map(
      (item: { text: string }) => item.text,
    );

  inBrowser('has tabs that the keyboard walks, each with its address (A064)', async (open) => {
    const { page } = await open(address(), { cookie });
    await ready(page);
    const selected = () => page.locator('[role=tab][aria-selected=true]').textContent();
    await page.getByRole('tab', { name: 'Information' }).focus();
    for (const [key, title, tab] of [
      ['ArrowRight', 'Summaries2', 'summaries'],
      ['ArrowRight', 'Notes', 'notes'],
      ['End', 'Activity', 'activity'],
      ['ArrowRight', 'Information', null],
      ['ArrowLeft', 'Activity', 'activity'],
      ['Home', 'Information', null],
    ] as const) {
      await page.keyboard.press(key);
      await becomes(selected, title);
      await becomes(async () => new URL(page.url()).searchParams.get('tab'), tab);
      await becomes(() => page.locator('[role=tab]:focus').textContent(), title);
    }
    await page.goto(address('activity'));
    await page.getByText('The customer made booking').first().waitFor();
    // What was typed into a note stands in the trail as it was typed, too (S43).
    await note(payload);
    await page.reload();
    await page.getByText(`Manager added a note: ${payload}`).waitFor();
    await page.reload();
    await becomes(selected, 'Activity');
  });

  inBrowser('shows counts, requests and what was typed, literally (A065, A066, A067, S42)', async (open) => {
    const { page, problems } = await open(address('summaries'), { cookie });
    await ready(page);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).to.equal('Ben <b>Miller</b>');
    await page.waitForFunction(() => document.title.includes('Ben <b>Miller</b>'));
    await page.getByRole('heading', { name: 'Requests 2' }).waitFor();
    expect(await page.locator('.place q').first().textContent()).to.equal(payload);
    await page.getByText('No invoices yet').waitFor();
    await page
      .locator('.customer-side .facts')
      .filter({ hasText: 'Appointments2' })
      .filter({ hasText: '€0' })
      .waitFor();
    expect(problems).to.deep.equal([]);
  });

  inBrowser('offers mail and options, and says why what can’t be done can’t (A068, A078)', async (open) => {
    const { page } = await open(address(), { cookie });
    await ready(page);
    await page.getByRole('button', { name: 'More options' }).press('Enter');
    await page.locator('.menu-item:focus').waitFor();
    await page.keyboard.press('End');
    await page.locator('.menu-item:focus', { hasText: 'Erase for good' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.locator('.menu-item:focus', { hasText: 'Delete customer' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('Move to trash').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Send mail' }).click();
    await page.getByRole('dialog').waitFor();
    await page.goto(address());
    await page.getByRole('button', { name: 'Book appointment' }).click();
    await page.waitForURL(/\/admin\/appointments\/new\?customer=\d+&step=category$/);
    await page.getByRole('heading', { name: 'Category' }).waitFor();
  });

  inBrowser(
    'takes a note by the keyboard alone, with a reminder, changes and deletes it, and brings it back (A072, A073, A075, S42)',
    async (open) => {
      const { page } = await open(address('notes'), { cookie });
      await ready(page);
      await page.getByText('No notes yet').last().waitFor();
      await page.keyboard.press('n');
      await page.locator('textarea:focus').waitFor();
      await page.keyboard.type(payload);
      await page.getByRole('button', { name: 'Tomorrow' }).press('Enter');
      await page.getByLabel('Remind me on').waitFor();
      await page.getByLabel('Note', { exact: true }).press('Control+Enter');
      await becomes(() => texts(page), [payload]);
      await page.getByText(/Reminds on .*09:00/).waitFor();
      await page.getByRole('button', { name: /^Change: / }).press('Enter');
      await page.locator('textarea:focus').fill('Likes tea');
      await page.getByRole('button', { name: 'Save note' }).click();
      await becomes(() => texts(page), ['Likes tea']);
      await page.getByRole('button', { name: 'Delete: Likes tea' }).press('Enter');
      await becomes(() => texts(page), []);
      await page.getByRole('button', { name: 'Undo' }).click();
      await becomes(() => texts(page), ['Likes tea']);
      await page.locator('.side-notes').getByText('Likes tea').waitFor();
    },
  );

  inBrowser('puts notes in order by dragging the grip, and the order stays (A074)', async (open) => {
    for (const text of ['Three', 'Two', 'One']) await note(text);
    const { page } = await open(address('notes'), { cookie });
    await ready(page);
    await becomes(() => texts(page), ['One', 'Two', 'Three']);
    const grips = page.locator('.note-grip');
    const [from, to] = [await grips.nth(0).boundingBox(), await page.locator('.note').nth(2).boundingBox()];
    await page.mouse.move(from!.x + 10, from!.y + 10);
    await page.mouse.down();
    for (let step = 1; step <= 10; step += 1)
      await page.mouse.move(from!.x + 10, from!.y + 10 + ((to!.y + to!.height - from!.y - 14) * step) / 10);
    await page.mouse.up();
    await becomes(() => texts(page), ['Two', 'Three', 'One']);
    await becomes(savedTexts, ['Two', 'Three', 'One']);
    await page.reload();
    await becomes(() => texts(page), ['Two', 'Three', 'One']);
  });

  inBrowser('puts notes in order by the keyboard, says so, and keeps the focus (A074)', async (open) => {
    for (const text of ['Three', 'Two', 'One']) await note(text);
    const { page } = await open(address('notes'), { cookie });
    await ready(page);
    await page.getByRole('button', { name: 'Move down: One' }).press('Enter');
    await becomes(() => texts(page), ['Two', 'One', 'Three']);
    await page.getByText('Note moved to place 2 of 3.').waitFor({ state: 'attached' });
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await becomes(focused, 'Move down: One');
    await becomes(savedTexts, ['Two', 'One', 'Three']);
    await page.getByRole('button', { name: 'Change: One' }).press('Alt+ArrowUp');
    await becomes(savedTexts, ['One', 'Two', 'Three']);
    await becomes(focused, 'Change: One');
    await page.getByRole('button', { name: 'Pin to the top: Three' }).click();
    await becomes(() => texts(page), ['Three', 'One', 'Two']);
    await becomes(() => page.getByRole('button', { name: 'Move up: One' }).isDisabled(), true);
  });

  inBrowser('meets a note that somebody else has changed with both versions (A073)', async (open) => {
    await note('Likes tea');
    const { page } = await open(address('notes'), { cookie, expected: [/409/] });
    await ready(page);
    await page.getByRole('button', { name: 'Change: Likes tea' }).click();
    await page.locator('textarea').fill('Likes green tea');
    await database.db('customer_notes').update({ text: 'Likes coffee', version: 2 });
    await page.getByRole('button', { name: 'Save note' }).click();
    await page.getByRole('alert').getByText('Likes coffee').waitFor();
    await page.getByRole('button', { name: 'Go on with mine' }).click();
    await page.getByRole('button', { name: 'Save note' }).click();
    await becomes(() => texts(page), ['Likes green tea']);
  });

  inBrowser('rings the bell for a reminder that is due, which leads to the note and is done (A075)', async (open) => {
    await note(payload);
    await database.db('customer_notes').update({ remind_at: clock.now() - 1000, remind_zone: 'UTC' });
    const { page } = await open(address(), { cookie });
    await ready(page);
    await page.getByRole('button', { name: 'Notices, 1 unread' }).click();
    expect(await page.locator('.bell-text').textContent()).to.equal(payload);
    await page.getByRole('link', { name: 'Ben <b>Miller</b>' }).click();
    await becomes(() => texts(page), [payload]);
    await page.getByRole('button', { name: 'Notices, 1 unread' }).click();
    await page.getByRole('button', { name: /^Done: / }).click();
    await page.getByRole('button', { name: 'Notices', exact: true }).waitFor();
  });

  inBrowser('shows who is in the trash to be read and restored, and who was merged where to (A085)', async (open) => {
    await note('Likes tea');
    await database.db('customers').where({ id: ben }).update({ status: 'trashed', trashed_at: clock.now() });
    const { page } = await open(address('notes'), { cookie });
    await ready(page);
    await page.getByText('In the trash since').waitFor();
    await becomes(() => texts(page), ['Likes tea']);
    expect(await page.getByRole('button', { name: 'Add note' }).count()).to.equal(0);
    await page.getByRole('button', { name: 'Send mail' }).click();
    await page.getByText('Restore it first').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Restore', exact: true }).click();
    await page.getByRole('button', { name: 'Add note' }).waitFor();
    await database.db('customers').where({ id: ben }).update({ status: 'merged', merged_into: 77 });
    await page.reload();
    const link = page.getByRole('link', { name: 'customer 77' });
    expect(await link.getAttribute('href')).to.equal('/admin/customers/77');
    await page.getByRole('button', { name: 'More options' }).click();
    await page.getByText('Merged into number 77: export that customer.').first().waitFor();
    expect(await page.getByRole('link', { name: /Export as/ }).count(), 'what the server would refuse').to.equal(0);
    await database.db('customers').where({ id: ben }).update({ status: 'active', merged_into: null });
  });

  for (const [width, colorScheme] of [
    [360, 'light'],
    [1280, 'dark'],
  ] as const)
    inBrowser(`has nothing for axe to find at ${width} px, ${colorScheme}, on any tab`, async (open) => {
      await note('Short');
      await note('Long '.repeat(200));
      await database
        .db('customer_notes')
        .where({ text: 'Short' })
        .update({ remind_at: clock.now() - 1000, remind_zone: 'UTC', pinned: 1 });
      const { page } = await open(address(), { cookie, colorScheme, viewport: { width, height: 800 } });
      await ready(page);
      for (const tab of ['Information', 'Summaries', 'Notes', 'Activity']) {
        await page.getByRole('tab', { name: tab }).click();
        await page.locator('[role=tab][aria-selected=true]', { hasText: tab }).waitFor();
        await page.locator('.tab-panel :is(h2, .note, .activity-entry, form)').first().waitFor();
        await isClean(page, tab);
      }
      await page.getByRole('tab', { name: 'Notes' }).click();
      await page.getByRole('button', { name: 'Add note' }).click();
      await page.getByRole('button', { name: 'In a week' }).click();
      await isClean(page, 'a new note');
      await page.getByRole('button', { name: 'More options' }).click();
      await isClean(page, 'the menu');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Notices, 1 unread' }).click();
      await isClean(page, 'the bell');
    });
});
