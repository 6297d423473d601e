import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { isAccessible } from '../support/accessible.js';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { inBrowser } from '../support/browser.js';
import { aMorning, clockAt } from '../support/clock.js';
import type { TestDatabase } from '../support/databases.js';
import { openDatabase } from '../support/databases.js';
import type { MailPeer } from '../support/mail-peer.js';
import { startMailPeer } from '../support/mail-peer.js';

describe('the team in a browser', () => {
  let database: TestDatabase & { remove(): Promise<void> };
  let app: TestApp;
  let peer: MailPeer;
  let cookie: string;
  const password = 'mellow otter paddles';
  /** Asking who is signed in answers 401 until somebody is. */
  const expected = [/401/];

  before(async () => {
    database = await openDatabase('sqlite');
    peer = await startMailPeer();
    const clock = clockAt(aMorning);
    app = await startApp({ db: database.db, folder: database.folder, clock, environment: { SMTP_URL: peer.url } });
    cookie = await app.signIn();
  });
  after(async () => {
    await app?.stop();
    await peer?.close();
    await database?.remove();
  });

  async function signIn(page: Page, email: string, typed: string): Promise<void> {
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(typed);
    await page.keyboard.press('Enter');
  }

  /** The link in the newest mail, on this server's own address. */
  async function linkInMail(count: number): Promise<string> {
    await app.context.notifications.relayOnce();
    const mail = (await peer.received(count)).at(-1);
    const path = /\/admin\/(?:invitation|password)#[\w-]{43}/.exec(mail?.email.text ?? '');
    return app.url + path?.[0];
  }

  inBrowser('lets an owner invite somebody by mail (A111)', async (open) => {
    const { page } = await open(`${app.url}/admin/team`, { cookie });
    await page.getByText('1 account').waitFor();
    await page.getByRole('button', { name: 'Add account' }).click();
    const drawer = page.getByRole('dialog', { name: 'Add account' });
    await drawer.getByLabel('Name').fill('Grace Hopper');
    await drawer.getByLabel('E-mail').fill('grace@team.example');
    await drawer.getByLabel('Role').selectOption({ label: 'Receptionist' });
    await isAccessible(page, 'the panel of a new account');
    await drawer.getByRole('button', { name: 'Add account' }).click();
    await page.getByText('The invitation to grace@team.example is on its way.').waitFor();
    const row = page.getByRole('row', { name: /Grace Hopper/ });
    await row.getByText('Invited').waitFor();
    await isAccessible(page, 'the team');
  });

  inBrowser('lets the invited choose a password by the mailed link, once (A111, S71)', async (open) => {
    const link = await linkInMail(1);
    const guest = await open(link, { expected });
    const { page } = guest;
    await page.getByText('For grace@team.example').waitFor();
    expect(page.url(), 'the token is taken out of the address').to.not.include('#');
    await isAccessible(page, 'the invitation');
    guest.expect(/422/);
    await page.getByLabel('New password').fill('short');
    await page.getByRole('button', { name: 'Save password' }).click();
    await page.getByText('Use at least 15 characters').waitFor();
    await page.getByLabel('New password').fill(password);
    await page.getByRole('button', { name: 'Save password' }).click();
    await page.getByText('Your password is set.').waitFor();
    const late = await open(link, { expected: [...expected, /404/] });
    await late.page.getByText('This link is no longer good').waitFor();
  });

  inBrowser('shows the new account only what its role may (A112, A113)', async (open) => {
    const { page } = await open(`${app.url}/admin/team`, { expected });
    await signIn(page, 'grace@team.example', password);
    await page.getByText('This page is not for your account').waitFor();
    const places = page.getByRole('navigation', { name: 'Main' });
    await places.getByRole('link', { name: 'Customers' }).waitFor();
    for (const name of ['Team', 'Messages']) expect(await places.getByRole('link', { name }).count(), name).to.equal(0);
  });

  inBrowser('says why the last owner can’t be disabled, and makes a role from a copy (A113, S29)', async (open) => {
    const { page } = await open(`${app.url}/admin/team`, { cookie });
    await page.getByRole('link', { name: 'Manager', exact: true }).click();
    const drawer = page.getByRole('dialog', { name: 'Manager' });
    await drawer.getByRole('button', { name: 'Disable account' }).click();
    await drawer.locator('.reason').getByText('This is the last active owner.').waitFor();
    await isAccessible(page, 'the panel of an account');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Roles' }).click();
    await page.getByRole('link', { name: 'Receptionist' }).click();
    await page.getByText('Built-in roles can’t be changed.').waitFor();
    await page.getByRole('button', { name: 'Copy Receptionist' }).click();
    const role = page.getByRole('dialog', { name: 'New role' });
    expect(await role.getByLabel('Name of the role').inputValue()).to.equal('Copy of Receptionist');
    await role.getByLabel('Name of the role').fill('Front desk');
    await role.getByLabel('Send mail to customers').uncheck();
    await isAccessible(page, 'the panel of a role');
    await role.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('columnheader', { name: /Front desk/ }).waitFor();
    await isAccessible(page, 'the roles');
  });

  inBrowser(
    'lets somebody who forgot the password set another one, and look after the own account (S71, S79)',
    async (open) => {
      const { page } = await open(`${app.url}/admin`, { expected });
      await page.getByRole('link', { name: 'Forgot password?' }).click();
      await page.getByLabel('E-mail').fill('grace@team.example');
      await isAccessible(page, 'asking for a link');
      await page.keyboard.press('Enter');
      await page.getByText('If there is an account for this address').waitFor();
      const again = await open(await linkInMail(2), { expected });
      await again.page.getByLabel('New password').fill('paddling otters mellow');
      await again.page.keyboard.press('Enter');
      await again.page.getByText('Your password is set.').waitFor();
      await again.page.goto(`${app.url}/admin/account`);
      await signIn(again.page, 'grace@team.example', 'paddling otters mellow');
      await again.page.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
      await again.page.getByText('Here', { exact: true }).waitFor();
      await isAccessible(again.page, 'the own account');
      await again.page.getByLabel('Current password').fill('not mine at all');
      await again.page.getByLabel('New password').fill(password);
      await again.page.getByRole('button', { name: 'Change password' }).click();
      await again.page.getByText('This is not your password.').waitFor();
      await again.page.getByLabel('Current password').fill('paddling otters mellow');
      await again.page.getByRole('button', { name: 'Change password' }).click();
      await again.page.getByText('Your password is changed.').waitFor();
    },
  );
});
