import axe from 'axe-core';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { systemClock } from '../../server/lib/clock.js';
import { twoHalves } from '../customers/picture/pictures.js';
import { signedIn } from '../customers/staff.js';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { inBrowser } from '../support/browser.js';
import type { TestDatabase } from '../support/databases.js';
import { openDatabase } from '../support/databases.js';

describe('sensitive fields and pictures in a browser', () => {
  let database: TestDatabase & { remove(): Promise<void> };
  let app: TestApp;
  let ana = 0;

  before(async () => {
    database = await openDatabase('sqlite');
    app = await startApp({ db: database.db, folder: database.folder });
    const { cookie } = await signedIn(database.db, systemClock.now(), { role: 'owner' });
    const made = await app.call('POST', '/api/v1/admin/customers', {
      cookie,
      body: {
        firstName: 'Ana',
        lastName: 'Silva',
        email: 'ana@example.com',
        nationality: 'US',
        sensitive: { ssn: '414-55-0198', mothersMaidenName: 'Conceição' },
      },
    });
    expect(made.status, made.text).to.equal(201);
    ana = made.body.number;
  });
  after(async () => {
    await app?.stop();
    await database?.remove();
  });

  /** What a browser sends that signed in as somebody of this role. */
  async function as(role: string): Promise<{ storageState: { cookies: never[]; origins: never[] } }> {
    const { cookie } = await signedIn(database.db, systemClock.now(), { role, name: role });
    const [name = '', value = ''] = cookie.split('=');
    const kept = { name, value, domain: '127.0.0.1', path: '/', expires: -1, httpOnly: true, secure: false };
    return { storageState: { cookies: [{ ...kept, sameSite: 'Lax' } as never], origins: [] } };
  }
  const address = () => `${app.url}/admin/customers/${ana}`;
  const clean = async (page: Page): Promise<void> => {
    await page.evaluate(axe.source);
    const found = (await page.evaluate('axe.run()')) as { violations: { id: string }[] };
    expect(found.violations.map(({ id }) => id)).to.deep.equal([]);
  };

  inBrowser('A023 A112 S115 shows masks, reveals for a moment, and hides when one looks away', async (open) => {
    const { page } = await open(address(), await as('owner'));
    const ssn = page.getByRole('group', { name: 'Social Security number (SSN)' });
    await ssn.getByText('•••-••-0198').waitFor();
    expect(await page.content()).to.not.include('414-55-0198');
    await ssn.getByRole('button', { name: /Reveal/ }).press('Enter');
    await ssn.getByText('414-55-0198').waitFor();
    await clean(page);
    await page.evaluate(() => window.dispatchEvent(new Event('blur')));
    await ssn.getByText('•••-••-0198').waitFor();
    expect(await page.content()).to.not.include('414-55-0198');
    expect(page.url()).to.not.include('0198');
  });

  inBrowser(
    'A022 A024 changes and removes values by keyboard, and says what is wrong beside the field',
    async (open) => {
      const { page, expect: expects } = await open(address(), await as('owner'));
      await page.getByRole('group', { name: /SSN/ }).getByRole('button', { name: 'Change' }).press('Enter');
      await page.locator('input[name="sensitive.ssn"]:focus').waitFor();
      await page.keyboard.type('666123456');
      await page.getByText('9 of 9').waitFor();
      await page.keyboard.press('Tab');
      expect(await page.locator('input[name="sensitive.ssn"]').inputValue()).to.equal('666-12-3456');
      await page
        .getByRole('group', { name: /maiden/ })
        .getByRole('button', { name: 'Remove' })
        .press('Enter');
      expects(/422/);
      await page.getByRole('button', { name: 'Update customer' }).click();
      await page.getByText('not given to anybody').waitFor();
      await clean(page);
      await page.locator('input[name="sensitive.ssn"]').fill('899 99 0001');
      await page.getByRole('button', { name: 'Update customer' }).click();
      await page.getByText('•••-••-0001').waitFor();
      const kept = await database.db('customer_sensitive').where({ customer_id: ana }).select('field');
      expect(kept).to.deep.equal([{ field: 'ssn' }]);
    },
  );

  inBrowser('A112 tells a receptionist why the values are masked, and offers no button', async (open) => {
    const { page } = await open(address(), await as('receptionist'));
    await page.getByText('Your role may not see or change these fields').waitFor();
    expect(await page.getByRole('button', { name: /Reveal/ }).count()).to.equal(0);
    expect(await page.locator('input[name^="sensitive."]').count()).to.equal(0);
    await page.getByText(/•••-••-\d{4}/).waitFor();
  });

  inBrowser('A020 S96 takes a picture, refuses what is none in words, and removes it after asking', async (open) => {
    const { page, expect: expects } = await open(address(), await as('owner'));
    const field = page.getByRole('group', { name: 'Picture', exact: true });
    const choose = (name: string, mimeType: string, buffer: Buffer) =>
      field.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
    await field.getByRole('button', { name: 'Choose a picture' }).waitFor();
    expects(/422/);
    await choose('a.jpg', 'image/jpeg', Buffer.from('<script>alert(1)</script>'));
    await field.getByText('This file is not a picture').waitFor();
    await choose('a.jpg', 'image/jpeg', await twoHalves().jpeg().toBuffer());
    await page.getByText('Picture saved').waitFor();
    const image = field.getByRole('img', { name: 'Picture of Ana Silva' });
    await image.waitFor();
    expect(await image.evaluate((node) => (node as HTMLImageElement).naturalWidth)).to.equal(512);
    await clean(page);
    await field.getByRole('button', { name: 'Remove picture' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove picture' }).click();
    await page.getByText('Picture removed').waitFor();
    await field.getByRole('button', { name: 'Choose a picture' }).waitFor();
  });
});
