import { expect } from 'chai';
import type { Scene } from '../customers/trash/scene.js';
import { aScene } from '../customers/trash/scene.js';
import { isClean } from '../support/accessible.js';
import { inBrowser } from '../support/browser.js';
import { aMorning } from '../support/clock.js';
import type { TestDatabase } from '../support/databases.js';
import { openDatabase } from '../support/databases.js';

describe('the trash in a browser', () => {
  let database: TestDatabase & { remove(): Promise<void> };
  let scene: Scene;
  /** Erasing answers 409 while a booking stands. */
  const expected = [/409/];
  const ana = { firstName: 'Ana', lastName: 'Silva', email: 'ana@example.com' };

  before(async () => {
    database = await openDatabase('sqlite');
    scene = await aScene(database, aMorning);
  });
  after(async () => {
    await scene?.app.stop();
    await database?.remove();
  });

  const soon = (days: number) =>
    `${new Date(scene.clock.now() + days * 86_400_000).toISOString().slice(0, 10)}T12:00:00Z`;

  for (const [width, colorScheme, days] of [
    [1280, 'light', 1],
    [360, 'dark', 3],
  ] as const)
    inBrowser(
      `asks, cancels what is ticked, shows the yellow card and restores, at ${width} px (A077, A078, A079, A084, A085)`,
      async (open) => {
        const who = { ...ana, email: `ana${width}@example.com` };
        const { number, reference } = await scene.book(who, soon(days));
        const kept = await scene.book(who, soon(days + 1));
        const address = `${scene.app.url}/admin/customers/${number}`;
        const { page } = await open(address, {
          cookie: scene.cookie,
          expected,
          colorScheme,
          viewport: { width, height: 800 },
        });
        const ask = async () => {
          await page.getByRole('button', { name: 'Options' }).click();
          await page.getByText('Delete customer').click();
        };
        await ask();
        const dialog = page.getByRole('dialog', { name: 'Move Ana Silva to the trash?' });
        await dialog.getByText('2 coming bookings').waitFor();
        expect(await dialog.getByRole('link', { name: 'JSON file' }).getAttribute('href')).to.equal(
          `/api/v1/admin/customers/${number}/export?as=json`,
        );
        await isClean(page, 'deleting');
        await dialog.getByRole('button', { name: 'Keep customer' }).click();
        expect((await scene.row(number))['status']).to.equal('active');
        await ask();
        await dialog.locator(`[name="${reference}"]`).check();
        await dialog.getByRole('button', { name: 'Move to trash' }).click();
        await page.getByText('In the trash since').waitFor();
        expect((await scene.row(number))['status']).to.equal('trashed');
        const statuses = await scene
          .db('booking_items')
          .join('bookings', 'bookings.id', 'booking_items.booking_id')
          .whereIn('reference', [reference, kept.reference])
          .orderBy('booking_items.id')
          .select('booking_items.status');
        expect(statuses.map(({ status }) => status)).to.deep.equal(['cancelled', 'confirmed']);
        await isClean(page, 'the yellow card');

        await page.getByRole('button', { name: 'Restore', exact: true }).click();
        await page.getByText('is back among the customers').waitFor();
        await page.getByText('In the trash since').waitFor({ state: 'detached' });
      },
    );

  for (const [width, colorScheme, days] of [
    [1280, 'dark', 10],
    [360, 'light', 12],
  ] as const)
    inBrowser(
      `erases for good when the number is typed and nothing stands any more, at ${width} px (A081, A084)`,
      async (open) => {
        const { number } = await scene.book({ ...ana, email: `erase${width}@example.com` }, soon(days));
        await scene.admin('POST', `/customers/${number}/trash`, { cancel: [] });
        const address = `${scene.app.url}/admin/customers/${number}`;
        const { page } = await open(address, {
          cookie: scene.cookie,
          expected,
          colorScheme,
          viewport: { width, height: 800 },
        });
        await page.getByRole('button', { name: 'Erase for good …' }).click();
        const question = page.getByRole('dialog', { name: 'Erase Ana Silva for good?' });
        await question.getByLabel(/Type the customer number/).fill('999');
        await page.keyboard.press('Enter');
        await question.getByText('This is not the number').waitFor();
        await question.getByLabel(/Type the customer number/).fill(String(number));
        await page.keyboard.press('Enter');
        await question.getByText('1 booking still stands').waitFor();
        await isClean(page, 'erasing');
        await question.getByRole('button', { name: 'Cancel this booking' }).click();
        await question.getByText('1 booking still stands').waitFor({ state: 'detached' });
        await question.getByRole('button', { name: 'Erase for good' }).click();
        await page.getByRole('heading', { name: `Erased customer #${number}` }).waitFor();
        await page.getByText('This customer was erased').waitFor();
        await isClean(page, 'an erased customer');
      },
    );

  inBrowser(
    'moves many to the trash, names who was left out, and takes it back (A086, A087, A088, A089)',
    async (open) => {
      for (let index = 0; index < 5; index += 1) await scene.add({ firstName: 'Bulk', lastName: `Body${index}` });
      const busy = await scene.book({ firstName: 'Bulk', lastName: 'Busy', email: 'busy@example.com' }, soon(7));
      const { page } = await open(`${scene.app.url}/admin/customers?q=bulk`, {
        cookie: scene.cookie,
        expected,
        viewport: { width: 1280, height: 800 },
      });
      await page.getByRole('row', { name: /Bulk Busy/ }).waitFor();
      await page.getByRole('checkbox', { name: /page/i }).check();
      await page.getByLabel('Action', { exact: true }).selectOption('trash');
      await page.getByRole('button', { name: 'Apply' }).click();
      const dialog = page.getByRole('dialog', { name: 'Move 6 customers to the trash?' });
      await isClean(page, 'deleting many');
      await dialog.getByRole('button', { name: 'Move to trash' }).click();
      await dialog.getByText('Has coming appointments').waitFor();
      await isClean(page, 'who was left out');
      const active = () => scene.db('customers').where({ status: 'active', first_name: 'Bulk' }).select('id');
      expect((await active()).map(({ id }) => id)).to.deep.equal([busy.number]);
      await dialog.locator('footer').getByRole('button', { name: 'Undo' }).click();
      await page.getByText('Undone for 5 customers.').waitFor();
      expect(await active()).to.have.length(6);
    },
  );
});
