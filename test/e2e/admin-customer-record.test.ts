import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { isClean } from '../support/accessible.js';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { becomes } from '../support/becomes.js';
import { inBrowser } from '../support/browser.js';
import { aMorning, clockAt } from '../support/clock.js';
import type { TestDatabase } from '../support/databases.js';
import { openDatabase } from '../support/databases.js';

describe('the customer record in a browser', () => {
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

  const add = async (body: object) => {
    const made = await app.call('POST', '/api/v1/admin/customers', { body, cookie });
    expect(made.status, made.text).to.equal(201);
    return made.body;
  };
  const focused = (page: Page, name: string) => page.locator(`[name="${name}"]:focus`).waitFor();

  inBrowser('adds a customer with the keyboard alone (A002, A010, A011, A012, A022, A033, A034)', async (open) => {
    const { page } = await open(`${app.url}/admin/customers?edit=new`, { cookie, expected: [/422/] });
    const form = page.getByRole('dialog', { name: 'New customer' });
    await focused(page, 'nationality');
    // The nationality comes first, and what it calls for follows (A022, A023).
    await page.keyboard.type('united st');
    await page.getByRole('option', { name: 'United States' }).waitFor();
    await page.keyboard.press('Enter');
    await form.getByLabel('Social Security number (SSN)').waitFor();
    await page.keyboard.press('Control+Enter');
    await focused(page, 'firstName');
    await form.getByText('This is required.').first().waitFor();
    await page.keyboard.press('Shift+Tab');
    await focused(page, 'fullName');
    await page.keyboard.type("Mary Ann O'Neil");
    await becomes(() => form.getByLabel('First name').inputValue(), 'Mary Ann');
    await becomes(() => form.getByLabel('Last name').inputValue(), "O'Neil");
    await becomes(() => form.getByLabel('Display name').getAttribute('placeholder'), "Mary Ann O'Neil");
    await form.getByLabel('E-mail').focus();
    await page.keyboard.type('mary@example');
    await page.keyboard.press('Tab');
    await form.getByText('Enter an e-mail address').waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('End');
    await page.keyboard.type('.com');
    await page.keyboard.press('Control+Enter');
    // The number that the nationality calls for is still missing; nothing that was typed is lost.
    await focused(page, 'sensitive.ssn');
    await page.keyboard.type('123-45-6789');
    await page.keyboard.press('Control+Enter');
    await page.getByText("Mary Ann O'Neil is now a customer.").waitFor();
    await page.getByRole('row', { name: /Mary Ann O'Neil/ }).waitFor();
    await becomes(async () => new URL(page.url()).searchParams.get('edit'), null);
    const row = await database.db('customers').where({ email: 'mary@example.com' }).first();
    expect(row).to.include({ first_name: 'Mary Ann', last_name: "O'Neil", nationality: 'US', source: 'staff' });
  });

  inBrowser(
    'names who may be the same person, asks before what was typed is lost, and adds all the same',
    async (open) => {
      const ana = await add({ firstName: 'Ana', lastName: 'Twin', email: 'ana.twin@example.com' });
      const { page } = await open(`${app.url}/admin/customers?edit=new`, { cookie, expected: [/409/] });
      const form = page.getByRole('dialog', { name: 'New customer' });
      await form.getByLabel('Full name').fill('Rui Twin');
      await form.getByLabel('E-mail').fill('ana.twin@example.com');
      await form.getByRole('button', { name: 'Create customer' }).click();
      const link = form.getByRole('alert').getByRole('link', { name: 'Ana Twin' });
      expect(await link.getAttribute('href')).to.equal(`/admin/customers/${ana.number}`);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog', { name: 'Discard your changes?' }).getByText('Keep editing').click();
      expect(await form.getByLabel('First name').inputValue()).to.equal('Rui');
      await form.getByRole('button', { name: 'Add all the same' }).click();
      await page.getByText('Rui Twin is now a customer.').waitFor();
      expect(await database.db('customer_pairs').where({ low_id: ana.number })).to.have.length(1);
    },
  );

  inBrowser(
    'edits a record in place, and two who edit it at once choose field by field (A063, A069, A070)',
    async (open) => {
      const ben = await add({ firstName: 'Ben', lastName: 'Both', email: 'ben.both@example.com', city: 'Lagos' });
      const path = `${app.url}/admin/customers/${ben.number}`;
      const [one, two] = [await open(path, { cookie }), await open(path, { cookie, expected: [/409/] })];
      for (const { page } of [one, two]) {
        await becomes(() => page.getByLabel('City').inputValue(), 'Lagos');
      }
      await one.page.getByLabel('City').fill('Porto');
      await one.page.getByLabel('Occupation').fill('Baker');
      await one.page.getByRole('button', { name: 'Update customer' }).click();
      await one.page.getByText('The changes of Ben Both are saved.').waitFor();

      await two.page.getByLabel('City').fill('Faro');
      await two.page.getByLabel('First name').fill('Benjamin');
      await two.page.getByLabel('Last name').press('Enter');
      const choice = two.page.getByRole('dialog', { name: 'Somebody else changed this customer' });
      const city = choice.getByRole('group', { name: /City/ });
      await city.getByText('Both changed it').waitFor();
      expect(await city.getByText('Porto').count()).to.equal(1);
      await city.getByLabel(/Saved now/).check();
      await choice.getByRole('button', { name: 'Save my choice' }).click();
      await two.page.getByText('The changes of Benjamin Both are saved.').waitFor();
      const row = await database.db('customers').where({ id: ben.number }).first();
      expect(row).to.include({ first_name: 'Benjamin', city: 'Porto', occupation: 'Baker', version: 3 });
    },
  );

  inBrowser('shows what the settings show, and saves them (A014 to A018, A051)', async (open) => {
    const { page } = await open(`${app.url}/admin/settings/general`, { cookie });
    await page.getByLabel('Items per page').fill('5');
    await page.getByRole('button', { name: 'Save settings' }).click();
    await page.getByText('Enter a whole number from 10 to 200.').waitFor();
    await page.getByLabel('Items per page').fill('50');
    await page.getByRole('button', { name: 'Save settings' }).click();
    await page.getByText('The settings are saved.').waitFor();
    await page.goto(`${app.url}/admin/settings/fields`);
    await page.getByLabel('Gender: Staff fill in').selectOption('hidden');
    await page.getByLabel('City: Staff fill in').selectOption('required');
    await page.getByRole('button', { name: 'Save settings' }).click();
    await page.getByText('The settings are saved.').waitFor();
    expect(await app.context.settings.all()).to.include({ pageSize: 50 });
    await page.goto(`${app.url}/admin/customers?edit=new`);
    const form = page.getByRole('dialog', { name: 'New customer' });
    await form.getByLabel('City').waitFor();
    expect(await form.getByLabel('City').getAttribute('required')).to.not.equal(null);
    expect(await form.getByLabel('Gender').count()).to.equal(0);
    await app.call('PATCH', '/api/v1/admin/settings', {
      body: { customerFields: { city: { admin: 'shown' }, gender: { admin: 'shown' } } },
      cookie,
    });
  });

  const payload = `"><img src=x onerror=document.title='run'><script>document.title='run'</script>{{7*7}}`;
  inBrowser('shows a name made of markup literally (S42)', async (open) => {
    const eve = await add({
      firstName: payload,
      lastName: 'Eve',
      email: 'eve@example.com',
      note: payload,
      city: payload,
    });
    const { page } = await open(`${app.url}/admin/customers/${eve.number}`, { cookie });
    expect(await page.getByLabel('First name').inputValue()).to.equal(payload);
    expect(await page.getByLabel('Internal note').inputValue()).to.equal(payload);
    await page.getByRole('heading', { level: 1 }).getByText('onerror').waitFor();
    expect(await page.locator('main img[src="x"]').count()).to.equal(0);
    expect(await page.title()).to.not.equal('run');
  });

  for (const [colorScheme, width] of [
    ['light', 360],
    ['dark', 1280],
  ] as const) {
    const look = { colorScheme, viewport: { width, height: 800 } };

    inBrowser(`has nothing for axe to find in the form at ${width} px, ${colorScheme}`, async (open) => {
      const { page } = await open(`${app.url}/admin/customers?edit=new`, { cookie, ...look });
      await focused(page, 'nationality');
      await page.keyboard.press('Control+Enter');
      await page.getByText('This is required.').first().waitFor();
      await page.getByLabel('Nationality').focus();
      await page.keyboard.type('port');
      await page.getByRole('option', { name: 'Portugal' }).waitFor();
      await isClean(page);
    });

    inBrowser(
      `has nothing for axe to find in the fields of the settings at ${width} px, ${colorScheme}`,
      async (open) => {
        const { page } = await open(`${app.url}/admin/settings/fields`, { cookie, ...look });
        await page.getByLabel('City: Staff fill in').selectOption('hidden');
        await page.getByRole('button', { name: 'Save settings' }).waitFor();
        await page.locator('summary').first().click();
        await isClean(page);
      },
    );
  }
});
