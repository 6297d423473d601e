import { expect } from 'chai';
import { isClean } from '../support/accessible.js';
import { becomes } from '../support/becomes.js';
import { inBrowser } from '../support/browser.js';
import type { DemoServer } from '../support/server.js';
import { startServer } from '../support/server.js';

describe('the settings in a browser', () => {
  let server: DemoServer;
  let cookie: string;
  before(async () => {
    server = await startServer();
    cookie = await server.app.signIn();
  });
  after(() => server?.stop());
  const settings = () => server.app.context.settings.all();

  inBrowser(
    'A125 show a colour in the live booking, give the code to paste, and save by the keyboard',
    async (open) => {
      const { page } = await open(`${server.url}/admin/settings`, { cookie });
      await page.getByRole('link', { name: /Business/ }).waitFor();
      await isClean(page, 'all settings');
      await page.getByRole('link', { name: /Appearance and embed code/ }).click();
      await page.locator('bookpane-booking .row').first().waitFor();

      const colour = page.getByRole('textbox', { name: 'Colour', exact: true });
      await colour.fill('violet');
      await page.getByRole('button', { name: 'Save settings' }).click();
      await page.getByText('Write the colour as # and six digits, such as #7c3aed.').waitFor();
      expect(await colour.evaluate((field) => field === document.activeElement)).to.equal(true);
      await colour.fill('#FFE08A');
      await page.getByText('On white this colour hardly stands out.').waitFor();
      await colour.fill('#7C3AED');
      await page.getByText('Easy to read').waitFor();
      const reached = () =>
        page.locator('bookpane-booking .progress .reached').evaluate((bar) => getComputedStyle(bar).backgroundColor);
      await becomes(async () => /0\.54\d+ 0\.2\d+ 29\d/.test(await reached()), true);

      await page.getByLabel('Service').selectOption({ label: 'Cut & finish' });
      await page.getByLabel('Hide the steps that are chosen beforehand').check();
      await page.getByRole('button', { name: 'Dark' }).click();
      const code = await page.getByLabel('Code to paste').inputValue();
      expect(code).to.match(/<bookpane-booking service="\d+" lock theme="dark">/);
      await isClean(page, 'the looks');
      await colour.focus();
      await page.keyboard.press('Enter');
      await page.getByText('The settings are saved.').waitFor();
      expect(await settings()).to.include({ accent: '#7c3aed', theme: 'dark' });
    },
  );

  inBrowser(
    'A125 keep the business, the terms with their versions, the sites and a file, on a telephone too',
    async (open) => {
      const look = { cookie, viewport: { width: 360, height: 740 }, colorScheme: 'dark' as const };
      const { page } = await open(`${server.url}/admin/settings/business`, look);
      await page.getByLabel('Name of the business').fill('Maré do Porto');
      await isClean(page, 'the business');
      await page.getByRole('link', { name: 'All settings' }).click();
      await page.getByRole('button', { name: 'Keep editing' }).click();
      await page.getByRole('button', { name: 'Save settings' }).click();
      await page.getByText('The settings are saved.').waitFor();

      await page.goto(`${server.url}/admin/settings/terms`);
      await page.getByLabel('Terms', { exact: true }).fill('Be on time.');
      await page.getByRole('button', { name: 'Save settings' }).click();
      await page.locator('summary', { hasText: 'In use' }).click();
      await isClean(page, 'the terms');

      await page.goto(`${server.url}/admin/settings/sites`);
      await page.getByText('Any site may show your booking').waitFor();
      await page.getByLabel('Address of the site').fill('not a site');
      await page.keyboard.press('Enter');
      await page.getByText('Enter the address of a site').waitFor();
      await page.getByLabel('Address of the site').fill('www.mare.example/booking');
      await page.keyboard.press('Enter');
      await page.getByText('https://www.mare.example', { exact: true }).waitFor();
      await isClean(page, 'the sites');
      await page.getByRole('button', { name: 'Save settings' }).click();
      await page.getByText('The settings are saved.').waitFor();
      expect((await settings()).allowedSites).to.deep.equal(['https://www.mare.example']);

      await page.goto(`${server.url}/admin/settings/transfer`);
      const file = { kind: 'bookpane-settings', settings: { name: 'Maré', allowedSites: [] } };
      const buffer = Buffer.from(JSON.stringify(file));
      await page.setInputFiles('input[type=file]', { name: 'settings.json', mimeType: 'application/json', buffer });
      await page.getByRole('cell', { name: 'Maré do Porto' }).waitFor();
      await isClean(page, 'a file');
      await page.getByRole('button', { name: 'Change 2 settings' }).click();
      await page.getByText('The settings of the file are in use.').waitFor();
      expect((await settings()).name).to.equal('Maré');

      // What new services begin with stands in their form.
      await page.goto(`${server.url}/admin/settings/booking`);
      await page.getByLabel('Days ahead').fill('45');
      await isClean(page, 'the booking rules');
      await page.getByRole('button', { name: 'Save settings' }).click();
      await page.getByText('The settings are saved.').waitFor();
      await page.goto(`${server.url}/admin/catalog?service=new`);
      await page.locator('[name=horizonDays]').waitFor({ state: 'attached' });
      expect(await page.locator('[name=horizonDays]').inputValue()).to.equal('45');

      await page.goto(`${server.url}/admin/settings/environment`);
      await page.getByText('BOOKPANE_PUBLIC_URL').waitFor();
      await isClean(page, 'the environment');
    },
  );
});
