import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { isClean } from '../support/accessible.js';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { becomes } from '../support/becomes.js';
import { inBrowser } from '../support/browser.js';
import { aMorning, clockAt } from '../support/clock.js';
import type { TestDatabase } from '../support/databases.js';
import { openDatabase } from '../support/databases.js';
import { everyDay } from '../support/shop.js';

describe('the catalog in a browser', () => {
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

  const admin = (method: string, path: string, body?: object) =>
    app.call(method, `/api/v1/admin${path}`, body ? { cookie, body } : { cookie });
  const services = async (): Promise<string[]> =>
    (await admin('GET', '/services')).body.items.map(({ name }: { name: string }) => name);
  const names = (page: Page) => page.locator('.catalog-name').allTextContents();

  inBrowser('leads a new owner from nothing to a service that visitors can book (A121)', async (open) => {
    const { page } = await open(`${app.url}/admin/catalog/locations`, { cookie });
    await page.getByText('No locations yet').waitFor();
    await isClean(page, 'no locations');
    await page.getByRole('button', { name: 'Add location' }).click();
    const place = page.getByRole('dialog', { name: 'Add location' });
    await place.getByLabel('Name').fill('Baixa');
    await place.getByLabel('Time zone').fill('Lisbon');
    await place.getByRole('option', { name: 'Europe/Lisbon' }).click();
    await isClean(page, 'the form of a location');
    await place.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Baixa' }).waitFor();
    const [{ id: locationId }] = (await admin('GET', '/locations')).body.items;
    const ada = (await admin('POST', '/providers', { name: 'Ada', locations: [locationId] })).body;
    await admin('PUT', `/providers/${ada.id}/working-hours`, { windows: everyDay(locationId) });

    await page.getByRole('link', { name: 'Services' }).click();
    await page.getByText('Nothing is offered yet').waitFor();
    await isClean(page, 'an empty catalog');
    await page.getByRole('button', { name: 'Add category' }).click();
    // The first field has the focus: one can begin to type.
    await page.keyboard.type('Hair');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Hair' }).waitFor();
    await page.getByRole('button', { name: 'Add service', exact: true }).last().click();
    const form = page.getByRole('dialog', { name: 'Add service' });
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Enter a name.').waitFor();
    await form.getByLabel('Name').fill('Haircut');
    await form.getByLabel('Price (EUR)', { exact: true }).fill('42,50');
    await form.getByText('Rules', { exact: true }).click();
    await form.getByText('Look and visibility').click();
    await isClean(page, 'the form of a service');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('link', { name: 'Haircut' }).waitFor();
    const { body } = await app.call('GET', '/api/v1/catalog');
    expect(body.services[0]).to.include({ name: 'Haircut', priceMinor: 4250, durationMinutes: 30 });
    expect(body.services[0].providers).to.have.length(1);
  });

  inBrowser('puts in order by the keyboard and by dragging, and duplicates (A121)', async (open) => {
    const { page } = await open(`${app.url}/admin/catalog`, { cookie });
    await page.getByRole('button', { name: 'Options of Haircut', exact: true }).click();
    await page.getByRole('button', { name: 'Duplicate' }).click();
    const copy = page.getByRole('dialog', { name: 'Edit Haircut (copy)' });
    await copy.getByLabel('Name').fill('Beard');
    await copy.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Beard' }).waitFor();
    await page.getByRole('link', { name: 'Beard' }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await becomes(() => names(page), ['Beard', 'Haircut']);
    await becomes(services, ['Beard', 'Haircut']);
    expect(await page.evaluate(() => document.activeElement?.textContent), 'the focus goes along').to.equal('Beard');
    await page.getByRole('button', { name: 'Move Beard down' }).click();
    await becomes(services, ['Haircut', 'Beard']);
    await drag(page, page.locator('.catalog-service', { hasText: 'Beard' }).locator('.service-grip'), -60);
    await becomes(services, ['Beard', 'Haircut']);
    await becomes(() => names(page), ['Beard', 'Haircut']);
    await isClean(page, 'the catalog');
  });

  inBrowser('shows before saving and archiving which coming appointments stay as they are (A121)', async (open) => {
    const [{ id }] = (await admin('GET', '/services')).body.items.filter(
      (one: { name: string }) => one.name === 'Haircut',
    );
    const [ada] = (await admin('GET', '/providers')).body.items;
    const start = Date.parse('2026-12-01T10:00:00Z');
    const { resource_id } = await database.db('providers').where({ id: ada.id }).first();
    await database.db('appointments').insert({
      ...{ resource_id, service_id: id, provider_id: ada.id, location_id: ada.locations[0], status: 'confirmed' },
      ...{ starts_at: start, ends_at: start + 1_800_000, busy_from: start, busy_to: start + 1_800_000 },
      ...{ capacity: 1, created_at: start },
    });
    const { page } = await open(`${app.url}/admin/catalog?service=${id}`, { cookie, timezoneId: 'Europe/Lisbon' });
    const form = page.getByRole('dialog', { name: 'Edit Haircut' });
    await form.getByLabel('Price (EUR)', { exact: true }).fill('45');
    await form.getByText('1 coming appointment').waitFor();
    await form.getByText('What is booked keeps its time').waitFor();
    await form.getByLabel('Ada').uncheck();
    await form.getByText('1 of them is with Ada and stays there.').waitFor();
    await form.getByText('Show them').click();
    await form.getByText('10:00').waitFor();
    await isClean(page, 'what a change leaves as it is');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('button', { name: 'Options of Haircut', exact: true }).click();
    await page.getByRole('button', { name: 'Archive', exact: true }).click();
    const ask = page.getByRole('dialog', { name: 'Archive Haircut?' });
    await ask.getByText('1 coming appointment stays as it is').waitFor();
    await ask.getByRole('button', { name: 'Archive' }).click();
    await becomes(() => names(page), ['Beard']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await becomes(() => names(page), ['Beard', 'Haircut']);
  });
});

async function drag(page: Page, grip: Locator, by: number): Promise<void> {
  const box = await grip.boundingBox();
  if (!box) throw new Error('There is nothing to drag.');
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  for (let step = 1; step <= 6; step += 1) await page.mouse.move(at.x, at.y + (by * step) / 6);
  await page.mouse.up();
}
