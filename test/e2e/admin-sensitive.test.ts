import { expect } from 'chai';
import { signedIn } from '../customers/staff.js';
import { isAccessible } from '../support/accessible.js';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { becomes } from '../support/becomes.js';
import { inBrowser } from '../support/browser.js';
import { aMorning, clockAt } from '../support/clock.js';
import type { TestDatabase } from '../support/databases.js';
import { openDatabase } from '../support/databases.js';
import { twoHalves } from '../support/pictures.js';

describe('sensitive fields and pictures in a browser', () => {
  let database: TestDatabase & { remove(): Promise<void> };
  let app: TestApp;
  let ana = 0;
  const clock = clockAt(aMorning);

  before(async () => {
    database = await openDatabase('sqlite');
    app = await startApp({ db: database.db, folder: database.folder, clock });
    const { cookie } = await signedIn(database.db, clock.now(), { role: 'owner' });
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
  async function as(role: string): Promise<{ cookie: string }> {
    const { cookie } = await signedIn(database.db, clock.now(), { role, name: role });
    return { cookie };
  }
  const address = () => `${app.url}/admin/customers/${ana}`;

  inBrowser('A023 A112 S115 shows masks, reveals for a moment, and hides when one looks away', async (open) => {
    const { page } = await open(address(), await as('owner'));
    const ssn = page.getByRole('group', { name: 'Social Security number (SSN)' });
    await ssn.getByText('•••-••-0198').waitFor();
    expect(await page.content()).to.not.include('414-55-0198');
    await ssn.getByRole('button', { name: /Reveal/ }).press('Enter');
    await ssn.getByText('414-55-0198').waitFor();
    await isAccessible(page, 'the record');
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
      await becomes(() => page.locator('input[name="sensitive.ssn"]').inputValue(), '666-12-3456');
      await page
        .getByRole('group', { name: /maiden/ })
        .getByRole('button', { name: 'Remove' })
        .press('Enter');
      expects(/422/);
      await page.getByRole('button', { name: 'Update customer' }).click();
      await page.getByText('not given to anybody').waitFor();
      await isAccessible(page, 'the record');
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
    await becomes(() => image.evaluate((node) => (node as HTMLImageElement).naturalWidth), 512);
    await isAccessible(page, 'the record');
    await field.getByRole('button', { name: 'Remove picture' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove picture' }).click();
    await page.getByText('Picture removed').waitFor();
    await field.getByRole('button', { name: 'Choose a picture' }).waitFor();
  });
});
