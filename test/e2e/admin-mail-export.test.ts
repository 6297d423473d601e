import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { aCustomer } from '../customers/a-customer.js';
import { isAccessible } from '../support/accessible.js';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { becomes } from '../support/becomes.js';
import { inBrowser } from '../support/browser.js';
import { aMorning, clockAt } from '../support/clock.js';
import type { TestDatabase } from '../support/databases.js';
import { openDatabase } from '../support/databases.js';
import type { MailPeer } from '../support/mail-peer.js';
import { startMailPeer } from '../support/mail-peer.js';

describe('mail and export in a browser', () => {
  let database: TestDatabase & { remove(): Promise<void> };
  let app: TestApp;
  let peer: MailPeer;
  let ana: number;
  let cookie: string;

  before(async () => {
    database = await openDatabase('sqlite');
    peer = await startMailPeer();
    const clock = clockAt(aMorning);
    app = await startApp({ db: database.db, folder: database.folder, clock, environment: { SMTP_URL: peer.url } });
    cookie = await app.signIn();
    const more = { newsletter: 1 };
    ana = await aCustomer(database.db, { firstName: 'Ana', lastName: 'Silva', email: 'ana@example.com', more });
    await aCustomer(database.db, { firstName: 'Bea', lastName: 'Reis', email: 'bea@example.com' });
  });
  after(async () => {
    await app?.stop();
    await peer?.close();
    await database?.remove();
  });

  inBrowser(
    'saves the list with the columns that were chosen, by the keyboard, and remembers them (A094, A095)',
    async (open) => {
      const { page } = await open(`${app.url}/admin/customers`, { cookie });
      await page.getByRole('button', { name: 'Export' }).press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Export customers' });
      await dialog.getByText('All 2 customers').waitFor();
      await isAccessible(page, 'the dialog');
      await dialog.getByRole('button', { name: 'None' }).press('Enter');
      expect(await dialog.getByRole('button', { name: 'Download' }).isDisabled()).to.equal(true);
      for (const name of ['First name', 'E-mail']) await dialog.getByLabel(name, { exact: true }).press('Space');
      const up = dialog.getByRole('button', { name: 'Move E-mail up' });
      for (let step = 0; step < 4; step += 1) {
        await up.press('Enter');
        await page.waitForFunction(
          () =>
            document.activeElement?.getAttribute('aria-label') === 'Move E-mail up' ||
            document.activeElement?.getAttribute('aria-label') === 'Move E-mail down',
        );
      }
      await dialog.getByText('E-mail is now in place 1 of').waitFor({ state: 'attached' });
      await dialog.getByLabel('Values are separated by').selectOption('semicolon');
      await dialog.getByLabel('For Excel').press('Space');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        dialog.getByRole('button', { name: 'Download' }).press('Enter'),
      ]);
      expect(download.suggestedFilename()).to.match(/^customers-\d{4}-\d\d-\d\d\.csv$/);
      expect(await readFile(await download.path(), 'utf8')).to.equal(
        'E-mail;First name\r\nana@example.com;Ana\r\nbea@example.com;Bea\r\n',
      );
      await page.getByText('The download of 2 customers has begun.').waitFor();
      await page.getByRole('button', { name: 'Export' }).click();
      await dialog.getByText(/^2 of \d+$/).waitFor();
      expect(await dialog.locator('li').first().textContent()).to.equal('E-mail');
    },
  );

  inBrowser(
    'shows a mail before it is sent, keeps a draft, and sends it to the address on file (A068, A115)',
    async (open) => {
      const { page } = await open(`${app.url}/admin/customers/${ana}`, {
        cookie,
        expected: [/422/],
      });
      const dialog = page.getByRole('dialog', { name: 'Send mail' });
      const begin = () => page.getByRole('button', { name: 'Send mail' }).click();
      await begin();
      await dialog.getByText('ana@example.com').first().waitFor();
      await dialog.getByLabel('Subject').fill('See you, {{ first_name }}');
      await dialog.getByRole('textbox', { name: 'Message' }).fill('Dear ');
      await dialog.getByRole('button', { name: 'Name', exact: true }).click();
      await page.keyboard.type(', {{ ssn }}');
      await dialog.getByText('There is no placeholder {{ ssn }}.').waitFor();
      for (let count = 0; count < ', {{ ssn }}'.length; count += 1) await page.keyboard.press('Backspace');
      await page.keyboard.type('!');
      await dialog.locator('.mail-preview-subject', { hasText: 'See you, Ana' }).waitFor();
      await dialog.frameLocator('iframe').locator('.ink', { hasText: 'Dear Ana Silva!' }).waitFor();
      await isAccessible(page, 'the dialog');
      await page.keyboard.press('Escape');
      await begin();
      await becomes(() => dialog.getByLabel('Subject').inputValue(), 'See you, {{ first_name }}');
      await dialog.getByRole('button', { name: 'Send', exact: true }).click();
      await page.getByText('The mail to Ana Silva is on its way.').waitFor();
      await app.context.notifications.relayOnce();
      await peer.received(1);
      expect(peer.mails.map(({ to, email }) => [to[0], email.subject])).to.deep.equal([
        ['ana@example.com', 'See you, Ana'],
      ]);
      await begin();
      await becomes(() => dialog.getByLabel('Subject').inputValue(), '');
    },
  );

  inBrowser(
    'sends a newsletter to the subscribed ones of a selection, who can leave by its link (A030, A117)',
    async (open) => {
      peer.mails.length = 0;
      const { page } = await open(`${app.url}/admin/customers`, { cookie });
      await page
        .getByRole('row', { name: /Ana Silva/ })
        .getByRole('checkbox')
        .check();
      await page
        .getByRole('row', { name: /Bea Reis/ })
        .getByRole('checkbox')
        .check();
      const bar = page.locator('select', { hasText: 'Choose an action' });
      await bar.selectOption('mail');
      await page.getByRole('button', { name: 'Apply' }).click();
      const dialog = page.getByRole('dialog', { name: 'Send newsletter' });
      await dialog.getByText('1 of 2 is subscribed and will get it.').waitFor();
      await dialog.getByLabel('Subject').fill('We have moved');
      await dialog.getByRole('textbox', { name: 'Message' }).fill('Come and see.');
      await dialog.getByRole('button', { name: 'Send', exact: true }).click();
      await page
        .getByRole('dialog', { name: 'Send this newsletter now?' })
        .getByRole('button', { name: 'Send to 1 customer' })
        .click();
      await page.getByText('The newsletter to 1 customer is on its way.').waitFor();
      await app.context.notifications.relayOnce();
      await peer.received(1);
      expect(peer.mails.map(({ to }) => to[0])).to.deep.equal(['ana@example.com']);
      const [, link = ''] = /http:\/\/[^/]+(\/unsubscribe#\S+)/.exec(peer.mails[0]!.email.text ?? '') ?? [];
      const { page: leaving } = await open(`${app.url}${link}`);
      const isSubscribed = async () =>
        (await database.db('customers').where({ id: ana }).first('newsletter')).newsletter;
      await leaving.getByRole('button', { name: 'Unsubscribe' }).waitFor();
      await isAccessible(leaving, 'the way out');
      expect(await isSubscribed(), 'looking changes nothing').to.equal(1);
      await leaving.getByRole('button', { name: 'Unsubscribe' }).press('Enter');
      await leaving.getByText('You are unsubscribed').waitFor();
      await becomes(isSubscribed, 0);
      await leaving.getByRole('button', { name: 'Subscribe again' }).click();
      await leaving.getByText('You are subscribed again').waitFor();
      await becomes(isSubscribed, 1);
    },
  );
});
