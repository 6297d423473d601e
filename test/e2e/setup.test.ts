import { expect } from 'chai';
import { openFirstRun, openSeed } from '../../server/first-run/link.js';
import { systemRandom } from '../../server/lib/ids.js';
import { isClean } from '../support/accessible.js';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { inBrowser } from '../support/browser.js';
import { aMorning, clockAt } from '../support/clock.js';
import type { TestDatabase } from '../support/databases.js';
import { openDatabase } from '../support/databases.js';
import type { DemoServer } from '../support/server.js';
import { startServer } from '../support/server.js';
import { book, reference, toReview, toTimes } from '../support/widget.js';

/* Somebody who has just installed Bookpane and read nothing: from the link in the terminal to the first booking. */
describe('the set-up in a browser', () => {
  let database: TestDatabase & { remove(): Promise<void> };
  let app: TestApp;
  let link: string;

  before(async () => {
    database = await openDatabase('sqlite');
    app = await startApp({ db: database.db, folder: database.folder, clock: clockAt(aMorning) });
    await openFirstRun(database.db, systemRandom);
    link = `${app.url}/admin/setup#${app.context.firstRun.linkToken((await openSeed(database.db)) ?? '')}`;
  });
  after(async () => {
    await app?.stop();
    await database?.remove();
  });

  inBrowser(
    'A125 leads from the link by the keyboard to a booking page, whose first booking is made in the preview',
    async (open) => {
      const { page } = await open(link);
      const next = () => page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Your business' }).waitFor();
      expect(page.url(), 'the token stays in no address').to.equal(`${app.url}/admin/setup`);
      await isClean(page, 'the business');
      expect(await page.getByLabel('Time zone').inputValue()).to.equal('Europe/Lisbon');
      expect(await page.getByLabel('Currency').inputValue()).to.equal('EUR · Euro');

      // Nothing goes on without a name, and the focus says where.
      await page.getByLabel('Name of the business').focus();
      await next();
      await page.getByText('Enter the name of your business.').waitFor();
      await page.keyboard.type('Salon Aurora');
      await next();

      await page.getByRole('heading', { name: 'Your sign-in' }).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.type('Ana Dias');
      await page.keyboard.press('Tab');
      await page.keyboard.type('ana@aurora.example');
      await page.keyboard.press('Tab');
      await page.keyboard.type('mellow otter paddles');
      await isClean(page, 'the sign-in');
      await next();

      await page.getByRole('heading', { name: 'What you offer' }).waitFor();
      await page.getByRole('radio', { name: 'Hair salon' }).check();
      await page.getByRole('textbox', { name: 'Service' }).first().waitFor();
      await isClean(page, 'the catalogue');
      await page.getByRole('button', { name: 'Remove Balayage' }).click();
      await page.getByRole('textbox', { name: 'Price (EUR)' }).first().fill('57,50');

      // A reload keeps everything but the password.
      await page.reload();
      await page.getByRole('heading', { name: 'Your business' }).waitFor();
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByLabel('Password', { exact: true }).fill('mellow otter paddles');
      await next();
      await page.getByRole('heading', { name: 'What you offer' }).waitFor();
      expect(await page.getByRole('textbox', { name: 'Price (EUR)' }).first().inputValue()).to.equal('57,50');
      await page.getByRole('button', { name: 'Continue' }).click();

      await page.getByRole('heading', { name: 'When you are open' }).waitFor();
      await isClean(page, 'the hours');
      await page.getByRole('checkbox', { name: 'Open on Monday' }).check();
      await page.getByRole('button', { name: 'Add a break on Monday' }).click();
      await page.getByRole('button', { name: 'Copy Monday to all open days' }).click();
      await page.getByRole('button', { name: 'Continue' }).click();

      await page.getByRole('heading', { name: 'Who does the work?' }).waitFor();
      await isClean(page, 'the provider');
      await page.getByRole('button', { name: 'Create my business' }).click();

      await page.getByRole('heading', { name: 'Salon Aurora can be booked' }).waitFor();
      expect(await page.getByLabel('Code to paste').inputValue()).to.include(
        '/embed/v1.js"></script>\n<bookpane-booking>',
      );
      await toTimes(page, 'Cut & blow-dry');
      await isClean(page, 'the end');
      await toReview(page);
      await book(page);
      const made = await reference(page);
      await page.getByText('Your first booking is in').waitFor();

      await page.getByRole('button', { name: 'Go to the admin' }).click();
      await page.getByRole('navigation', { name: 'Main' }).waitFor();
      const row = await database.db('bookings').where({ reference: made }).first();
      expect(Number(row.total_minor)).to.equal(5750);
      const hours = await database.db('working_hours').where({ weekday: 3 }).orderBy('start_minute');
      expect(hours.map(({ start_minute, end_minute }) => [Number(start_minute), Number(end_minute)])).to.deep.equal([
        [540, 720],
        [780, 1080],
      ]);
    },
  ).timeout(60_000);

  inBrowser('S25 the link opens nothing afterwards, and says so kindly on a telephone', async (open) => {
    const { page } = await open(link, {
      expected: [/404/],
      locale: 'de-DE',
      viewport: { width: 360, height: 740 },
      colorScheme: 'dark',
    });
    await page.getByText('Dieser Link öffnet nichts mehr').waitFor();
    await isClean(page, 'a link that is gone');
  });
});

describe('the demo in a browser', () => {
  let server: DemoServer;
  before(async () => {
    server = await startServer();
  });
  after(() => server?.stop());

  inBrowser('is left for a business of one’s own by typing its name', async (open) => {
    const { page } = await open(`${server.url}/admin/dashboard`, { cookie: await server.app.signIn() });
    await page.getByRole('button', { name: 'Start with my own business' }).click();
    const question = page.getByRole('dialog', { name: 'Remove the demo?' });
    const remove = question.getByRole('button', { name: 'Remove the demo' });
    expect(await remove.isDisabled()).to.equal(true);
    await isClean(page, 'the question');
    await question.getByRole('textbox').fill('Maré');
    await remove.click();
    await page.getByRole('heading', { name: 'Your business' }).waitFor();
    expect(await server.database.db('accounts').select('id')).to.deep.equal([]);
  });
});
