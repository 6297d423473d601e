import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { transact } from '../../server/db/transact.js';
import type { FieldUse, VisitorField } from '../../server/settings/customer-fields.js';
import { initialFields } from '../../server/settings/customer-fields.js';
import { isAccessible } from '../support/accessible.js';
import { becomes } from '../support/becomes.js';
import { inBrowser } from '../support/browser.js';
import type { DemoServer } from '../support/server.js';
import { startServer } from '../support/server.js';
import { ana, step, tabTo, toReview, toTimes, widgetOf } from '../support/widget.js';

describe('what the widget asks beside name and contact', () => {
  let server: DemoServer;
  let service: string;
  before(async () => {
    server = await startServer();
    service = (await server.app.call('GET', '/api/v1/catalog')).body.services[0].name;
  });
  after(() => server?.stop());

  /** Lets the business ask these alone. */
  const ask = (uses: Partial<Record<VisitorField, FieldUse>>) =>
    transact(server.database.db, (tx) => {
      const changed = Object.entries(uses).map(([name, widget]) => [
        name,
        { ...initialFields[name as VisitorField], widget },
      ]);
      const { settings } = server.app.context;
      return settings.write(tx, 'customerFields', { ...initialFields, ...Object.fromEntries(changed) });
    });
  const watched = (page: Page): string[] => {
    const fetched: string[] = [];
    page.on('request', (request) => /\/embed\/more/.test(request.url()) && fetched.push(request.url()));
    return fetched;
  };

  const press = async (page: Page, selector: string, key = 'Enter') => {
    await tabTo(page, selector);
    await page.keyboard.press(key);
  };

  inBrowser('is answered with the keyboard alone, in German, at 360 px (A018, A026, A029, A030)', async (open) => {
    await ask({ birthDate: 'required', country: 'shown', newsletter: 'shown' });
    const { page } = await open('about:blank', {
      origins: [server.url],
      locale: 'de-DE',
      viewport: { width: 360, height: 740 },
    });
    const fetched = watched(page);
    await page.goto(`${server.url}/demo`);
    await toTimes(page, service, (thing) => thing.press('Enter'));
    await press(page, '.slot');
    const details = await step(page, 'details');
    for (const [name, value] of Object.entries(ana)) {
      await tabTo(page, `[name=${name}]`);
      await page.keyboard.type(value);
    }
    await page.keyboard.press('Enter');
    await details.getByText('Bitte geben Sie Ihr Geburtsdatum ein.').waitFor();
    expect(await details.locator('[name=birthDate]:focus').getAttribute('aria-invalid')).to.equal('true');
    await isAccessible(page, 'details with a fault');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.be.at.most(360);

    // Day and month alone are no date, and are not taken for none.
    await page.keyboard.type('0505');
    await tabTo(page, '[name=country]');
    await details.getByText('Bitte geben Sie Ihr ganzes Geburtsdatum ein').waitFor();
    await tabTo(page, '[name=phone]', 'Shift+Tab');
    await tabTo(page, '[name=birthDate]');
    await page.keyboard.type('05051990');
    await tabTo(page, '[name=country]');
    await becomes(() => details.locator('.field-error').count(), 0);
    // The business's own country is the first.
    await page.keyboard.press('ArrowDown');
    expect(await details.locator('[name=newsletter]').isChecked()).to.equal(false);
    await press(page, '[name=newsletter]', 'Space');
    await press(page, '.actions .button');
    await step(page, 'review');
    await press(page, '.step-back');
    const values = () =>
      details.evaluate((element) =>
        ['birthDate', 'country', 'newsletter', 'city'].map((name) => {
          const field = element.querySelector<HTMLInputElement>(`[name=${name}]`);
          return field?.type === 'checkbox' ? field.checked : field?.value;
        }),
      );
    await step(page, 'details');
    await becomes(values, ['1990-05-05', 'PT', true, undefined]);
    // What was typed stays in another language.
    await page.evaluate(() => document.querySelector('bookpane-booking')?.setAttribute('lang', 'en'));
    await details.getByText('Date of birth').waitFor();
    await becomes(values, ['1990-05-05', 'PT', true, undefined]);
    await isAccessible(page, 'details');
    await press(page, '.actions .button');
    await step(page, 'review');
    await press(page, '[name=terms]', 'Space');
    await press(page, '.actions .button');
    await step(page, 'done');
    const customer = await server.database.db('customers').where({ email: ana.email }).first();
    expect(customer).to.include({ birth_date: '1990-05-05', country: 'PT', newsletter: 1, city: null });
    expect(fetched).to.have.length(1);
  });

  inBrowser(
    'can be tried again when it can’t be fetched, and is left out where it is only wished for',
    async (open) => {
      await ask({ city: 'required' });
      const { page } = await open('about:blank', { origins: [server.url], expected: [/ERR_FAILED/] });
      const fetched = watched(page);
      await page.route('**/embed/more.js*', (route) => route.abort());
      await page.goto(`${server.url}/`);
      await toTimes(page, service);
      await widgetOf(page).locator('.slot').first().click();
      const details = await step(page, 'details');
      await details.getByText('Please check your connection and try again.').waitFor();
      await isAccessible(page, 'details that are not there');
      await page.unroute('**/embed/more.js*');
      await details.getByRole('button', { name: 'Try again' }).click();
      await details.locator('[name=city]').waitFor();
      expect(fetched).to.have.length(2);

      await ask({ city: 'shown' });
      await page.route('**/embed/more.js*', (route) => route.abort());
      await page.goto(`${server.url}/`);
      await toTimes(page, service);
      await toReview(page);
    },
  );

  inBrowser(
    'costs nothing where nothing is asked, and is asked once the business begins to require it',
    async (open) => {
      await ask({});
      const { page } = await open('about:blank', { origins: [server.url], expected: [/422/] });
      const fetched = watched(page);
      await page.goto(`${server.url}/`);
      await toTimes(page, service);
      const review = await toReview(page, undefined, 2);
      expect(fetched).to.deep.equal([]);
      await ask({ gender: 'required' });
      await review.getByRole('checkbox').check();
      await review.getByRole('button', { name: /^(?:Book now|Request booking)$/ }).click();
      const gender = (await step(page, 'details')).locator('[name=gender]:focus');
      await gender.selectOption({ label: 'Prefer not to say' });
      await widgetOf(page).getByRole('button', { name: 'Continue' }).click();
      await review.getByRole('button', { name: /^(?:Book now|Request booking)$/ }).click();
      await step(page, 'done');
    },
  );
});
