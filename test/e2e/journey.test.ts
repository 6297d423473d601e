import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { inBrowser } from '../support/browser.js';
import { noMariadb } from '../support/databases.js';
import type { MailPeer } from '../support/mail-peer.js';
import { startMailPeer } from '../support/mail-peer.js';
import type { DemoServer } from '../support/server.js';
import { startServer } from '../support/server.js';

/*
 * What the whole of this is for: a visitor of somebody's site books in the widget, gets the mail with the calendar file, and the
 * manager finds the appointment and the new customer.
 */
for (const dialect of ['sqlite', 'mysql'] as const) {
  describe(`a visitor books in the embedded widget, and the manager sees it (${dialect})`, () => {
    if (dialect === 'mysql' && !process.env['BOOKPANE_TEST_MYSQL_URL']) {
      it(noMariadb);
      return;
    }
    let server: DemoServer;
    let mail: MailPeer;
    let host: Server;
    let hostUrl: string;
    before(async function () {
      this.timeout(60_000);
      mail = await startMailPeer();
      server = await startServer({ dialect, environment: { SMTP_URL: mail.url } });
      // Another site, on another origin, with a strict policy of its own and nothing but the two lines.
      host = createServer((_request, response) => {
        response.writeHead(200, {
          'content-type': 'text/html',
          'content-security-policy': `default-src 'none'; script-src ${server.url}; connect-src ${server.url}; img-src data:`,
        });
        response.end(
          `<!doctype html><html lang="en"><title>A host</title><body><h1>A host</h1><script async src="${server.url}/embed/v1.js"></script><bookpane-booking><a href="${server.url}/">Book online</a></bookpane-booking></body></html>`,
        );
      });
      await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
      hostUrl = `http://127.0.0.1:${(host.address() as AddressInfo).port}/`;
    });
    after(async () => {
      await new Promise((resolve) => (host ? host.close(resolve) : resolve(null)));
      await server?.stop();
      await mail?.close();
    });

    inBrowser(
      'A001 A006 A007 A121 A122 A126: from the two lines of the embed to the list in the admin',
      async (open) => {
        const { page, context } = await open(hostUrl, { origins: [server.url], timezoneId: 'Europe/Lisbon' });
        const reference = await bookFirstFree(page);
        expect(await context.cookies(), 'no cookie is set').to.deep.equal([]);

        const letters = await mail.received(2, 20_000);
        const letter = letters.find(({ to }) => to.includes('nora@example.com'));
        expect(letter?.email.text).to.include(reference);
        const row = await server.database.db('bookings').where({ reference }).first('id');
        const { starts_at, zone } = await server.database
          .db('booking_items')
          .join('appointments', 'appointments.id', 'booking_items.appointment_id')
          .join('locations', 'locations.id', 'appointments.location_id')
          .where({ booking_id: row.id })
          .first('appointments.starts_at', 'locations.time_zone as zone');
        const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(
          starts_at,
        );
        expect(letter?.email.text, 'the local time of the place').to.include(time);
        const file = /BEGIN:VCALENDAR[\s\S]*?END:VCALENDAR/.exec(
          letter?.email.attachments
            .map(({ content }) => (typeof content === 'string' ? content : new TextDecoder().decode(content)))
            .join('\n') ?? '',
        );
        const event = new ICAL.Event(new ICAL.Component(ICAL.parse(file?.[0] ?? '')).getFirstSubcomponent('vevent')!);
        expect(event.startDate.toJSDate().getTime()).to.equal(starts_at);

        const admin = await open(`${server.url}/admin/appointments`, { expected: [/401/] });
        await admin.page.getByLabel('E-mail').fill(server.admin.email);
        await admin.page.getByLabel('Password', { exact: true }).fill(server.admin.password);
        await admin.page.keyboard.press('Enter');
        await admin.page.getByRole('heading', { name: 'Appointments', level: 1 }).waitFor();
        await admin.page.goto(`${server.url}/admin/customers`);
        await admin.page.getByRole('searchbox').fill('Nora Quist');
        await admin.page.getByText('nora@example.com').first().waitFor();
      },
    ).timeout(90_000);
  });
}

/** Books the first free time of a wash in Chiado with any provider, as Nora. Answers the reference. */
async function bookFirstFree(page: Page): Promise<string> {
  const click = (name: RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
  await click(/Wash & blow-dry/);
  await click(/Chiado/);
  await click(/Any provider/);
  await click(/^\d{1,2}:\d\d/);
  await page.getByLabel('First name').fill('Nora');
  await page.getByLabel('Last name').fill('Quist');
  await page.getByLabel('E-mail').fill('nora@example.com');
  await click(/Continue/);
  await page.getByRole('checkbox', { name: /accept the terms and conditions/ }).check();
  await click(/Book now/);
  await page.getByRole('heading', { name: /booked, Nora/ }).waitFor();
  const shown = page.locator('bookpane-booking').getByText(/^[3-9A-Y]{4}-[3-9A-Y]{4}$/);
  return (await shown.textContent())?.trim() ?? '';
}
