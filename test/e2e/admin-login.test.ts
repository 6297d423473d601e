import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { isAccessible } from '../support/accessible.js';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { becomes } from '../support/becomes.js';
import { inBrowser } from '../support/browser.js';
import { aMorning, clockAt } from '../support/clock.js';
import type { TestDatabase } from '../support/databases.js';
import { openDatabase } from '../support/databases.js';

describe('the login of a customer in a browser', () => {
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

  const focused = (page: Page, name: string) => page.locator(`[name="${name}"]:focus`).waitFor();
  const add = async (body: object) => {
    const made = await app.call('POST', '/api/v1/admin/customers', { body, cookie });
    expect(made.status, made.text).to.equal(201);
    return made.body;
  };

  inBrowser(
    'is made with the customer by the keyboard alone, with a password that is typed twice (A028, A032, A044, A096)',
    async (open) => {
      const { page } = await open(`${app.url}/admin/customers?edit=new`, { cookie });
      const form = page.getByRole('dialog', { name: 'New customer' });
      await form.getByLabel('First name').focus();
      await page.keyboard.type('Rita');
      await form.getByLabel('Last name').focus();
      await page.keyboard.type('Melo');
      await form.getByLabel('E-mail', { exact: true }).focus();
      await page.keyboard.type('rita.melo@example.com');
      expect(await form.getByLabel('Confirm password').isVisible(), 'folded up').to.equal(false);
      await form.locator('.login-section summary').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await focused(page, 'login.email');
      await becomes(() => form.getByLabel('E-mail of the login').inputValue(), 'rita.melo@example.com');
      await page.keyboard.press('Tab');
      await focused(page, 'login.password');
      await page.keyboard.type('mellow otter paddles');
      await page.keyboard.press('Tab');
      await page.keyboard.type('mellow otter');
      await page.keyboard.press('Control+Enter');
      await focused(page, 'login.passwordConfirmation');
      const described = await page.locator(':focus').getAttribute('aria-describedby');
      expect(await page.locator(`[id="${described}"]`).innerText()).to.equal('The two passwords differ.');
      expect(await database.db('customers').where({ email: 'rita.melo@example.com' })).to.have.length(0);
      await isAccessible(page, 'the login');
      await page.keyboard.press('End');
      await page.keyboard.type(' paddles');
      await page.getByText('The two passwords differ.').waitFor({ state: 'detached' });
      await page.keyboard.press('Control+Enter');
      await page.getByText('Rita Melo is now a customer.').waitFor();
      await page.getByRole('button', { name: 'Columns' }).click();
      await page.getByRole('checkbox', { name: 'Login' }).check();
      await page.keyboard.press('Escape');
      const row = page.getByRole('row', { name: /Rita Melo/ });
      await row.locator('.at-login', { hasText: 'rita.melo@example.com' }).waitFor();
    },
  );

  inBrowser(
    'is disabled, enabled, unlinked, and linked to somebody else, found by its address (A032, A097)',
    async (open) => {
      const login = { email: 'way.in@example.com', password: 'mellow otter paddles' };
      const eva = await add({ firstName: 'Eva', lastName: 'Reis', email: 'eva@example.com', login });
      const rui = await add({ firstName: 'Rui', lastName: 'Reis', email: 'rui@example.com' });
      const { page } = await open(`${app.url}/admin/customers/${eva.number}`, { cookie, expected: [/409/] });
      const card = page.locator('.side-login');
      await card.getByText('way.in@example.com').waitFor();
      await card.getByText('Active', { exact: true }).waitFor();
      const choose = async (name: string) => {
        await card.getByRole('button', { name: 'What to do with the login' }).click();
        await page.getByRole('button', { name, exact: true }).click();
      };
      await isAccessible(page, 'the login');
      await choose('Disable login');
      await card.getByText('Disabled').waitFor();
      await choose('Enable login');
      await card.getByText('Active', { exact: true }).waitFor();

      await choose('Set password');
      const drawer = page.getByRole('dialog', { name: 'Set password' });
      await drawer.getByRole('button', { name: 'Generate password' }).click();
      const confirmed = async () =>
        /^[a-z]{4}-.*-\d{4}$/.test(await drawer.getByLabel('Confirm password').inputValue());
      await becomes(confirmed, true);
      await drawer.getByRole('button', { name: 'Set password' }).click();
      await page.getByText('The new password of way.in@example.com holds from now on.').waitFor();

      await choose('Unlink login');
      await page.getByRole('dialog', { name: 'Unlink this login?' }).getByRole('button', { name: 'Unlink' }).click();
      await card.getByText('No login yet.').waitFor();

      // Somebody else gets the same address: the login that is there is offered instead.
      await page.goto(`${app.url}/admin/customers/${rui.number}`);
      await card.getByRole('button', { name: 'Add a login' }).click();
      const give = page.getByRole('dialog', { name: 'Add a login' });
      await give.getByLabel('E-mail of the login').fill('way.in@example.com');
      await give.getByRole('button', { name: 'Generate password' }).click();
      await give.getByRole('button', { name: 'Add a login' }).click();
      await give.getByText('There is a login with this address already.').waitFor();
      await give.getByRole('button', { name: 'Link this login' }).click();
      const combo = give.getByLabel('Login without a customer');
      await becomes(() => combo.inputValue(), 'way.in@example.com');
      await give.getByRole('button', { name: 'New login' }).click();
      await give.getByRole('button', { name: 'Existing login' }).click();
      await becomes(() => combo.inputValue(), '');
      await combo.focus();
      await page.keyboard.type('way.in');
      await page.getByRole('option', { name: 'way.in@example.com' }).waitFor();
      await page.keyboard.press('Enter');
      await isAccessible(page, 'the login');
      await give.getByRole('button', { name: 'Add a login' }).click();
      await page.getByText('way.in@example.com is now the login of Rui Reis.').waitFor();
      await card.getByText('way.in@example.com').waitFor();
      expect(
        await database.db('customers').whereNotNull('login_id').where({ last_name: 'Reis' }).select('id'),
      ).to.deep.equal([{ id: rui.number }]);
    },
  );
});
