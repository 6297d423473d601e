import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { DAY } from '../../../server/lib/time-zone.js';
import { inBrowser } from '../../support/browser.js';
import { eachDatabase } from '../../support/databases.js';
import { bookOver } from '../../support/shop.js';
import { aMember } from '../../support/team.js';
import type { Scene } from '../trash/scene.js';
import { aScene } from '../trash/scene.js';

const ssn = '536-90-4399';

/** Texts that run, load or break out somewhere when they are not escaped. */
const payloads = [
  '<script>document.title="run"</script>',
  '<img src=x onerror=document.title="run">',
  '"><svg onload=document.title="run">',
  "'-document.title='run'-'",
  '</title><script>document.title="run"</script>',
  '</style><script>document.title="run"</script>',
  '<!-- & -->',
  '<iframe src=javascript:document.title="run">',
  '<a href="javascript:document.title=1">x</a>',
  '{{document.title="run"}} #{7*7} %{x}',
];

eachDatabase('everything held about one customer', (database) => {
  let scene: Scene;
  let number: number;
  const get = (as: string, cookie?: string) =>
    scene.admin('GET', `/customers/${number}/export?as=${as}`, undefined, cookie);
  before(async () => {
    scene = await aScene(database);
    const contact = { firstName: 'Ana', lastName: 'Silva', email: 'ana@example.com', note: payloads[0] };
    const booked = await bookOver(scene.app.call, scene.shop, { start: '2026-12-01T10:00:00Z', contact });
    const { reference } = booked.body.booking;
    number = (await scene.db('bookings').where({ reference }).first('customer_id')).customer_id;
    await scene.app.context.notifications.relayOnce();
    const changed = await scene.admin('PATCH', `/customers/${number}`, {
      ...{ version: 1, nationality: 'US', sensitive: { ssn }, city: payloads[1], occupation: payloads[2] },
      ...{ note: payloads.slice(3).join('\n'), displayName: payloads[4], lastName: payloads[5] },
    });
    expect(changed.status, changed.text).to.equal(200);
    for (const text of payloads) await scene.admin('POST', `/customers/${number}/notes`, { text });
  });
  after(() => scene.app.stop());

  it('comes as JSON: record, notes, appointments, messages and what happened (A084)', async () => {
    const { headers, text } = await get('json');
    expect(headers.get('content-disposition')).to.include(`filename="customer-${number}.json"`);
    const file = JSON.parse(text);
    expect(Object.keys(file)).to.deep.equal([
      ...['format', 'formatVersion', 'exportedAt', 'business', 'customer', 'login', 'birthdayGreeting'],
      ...['sensitive', 'picture', 'notes', 'appointments', 'invoices', 'messages', 'activity'],
    ]);
    expect(file).to.include({ format: 'bookpane.customer', formatVersion: 1, picture: null });
    expect(file.customer).to.include({ number, status: 'active', firstName: 'Ana', email: 'ana@example.com' });
    expect(file.sensitive).to.deep.include({ label: 'Social Security number (SSN)', value: ssn });
    expect(file.notes).to.have.length(payloads.length);
    expect(file.appointments).to.have.length(1);
    expect(file.appointments[0]).to.deep.include({ service: 'Haircut', status: 'confirmed', currency: 'EUR' });
    expect(file.appointments[0].typed).to.include({ lastName: 'Silva', note: payloads[0] });
    expect(file.messages).to.have.length(1);
    expect(file.messages[0]).to.include({ to: 'ana@example.com', state: 'sent' });
    const actions = file.activity.map((one: { action: string }) => one.action);
    expect(actions).to.include.members(['customer.created', 'customer.changed', 'booking.created']);
  });

  it('is downloaded, never kept, on record, and only for who may export (S92)', async () => {
    const before = (await scene.trail(`customer:${number}`)).filter((action) => action === 'customer.exported').length;
    for (const as of ['json', 'html']) {
      const answer = await get(as);
      expect(answer.status).to.equal(200);
      expect(answer.headers.get('cache-control')).to.equal('no-store');
      expect(answer.headers.get('content-disposition')).to.match(/^attachment;/);
      expect(answer.headers.get('x-content-type-options')).to.equal('nosniff');
    }
    const exported = (await scene.trail(`customer:${number}`)).filter((action) => action === 'customer.exported');
    expect(exported.length).to.equal(before + 2);
    const receptionist = await aMember(database.db, scene.clock, { name: 'Rita', role: 'receptionist' });
    expect((await get('json', receptionist.cookie)).status).to.equal(403);
    expect((await scene.app.call('GET', `/api/v1/admin/customers/${number}/export?as=json`)).status).to.equal(401);
    expect((await scene.admin('GET', '/customers/999999/export?as=json')).status).to.equal(404);
    const cookie = await scene.app.signIn();
    await scene.admin('DELETE', '/session', undefined, cookie);
    expect((await get('json', cookie)).status, 'after signing out').to.equal(401);
  });

  it('masks sensitive values for those who may not view them (S92, S115)', async () => {
    const { cookie } = await aMember(database.db, scene.clock, {
      ...{ name: 'Export', role: 'own' },
      permissions: ['customers.view', 'customers.view_all', 'customers.export', 'appointments.view'],
    });
    for (const as of ['json', 'html']) {
      const { text, status } = await get(as, cookie);
      expect(status).to.equal(200);
      expect(text).to.include('4399').and.not.include('536');
    }
    const file = JSON.parse((await get('json', cookie)).text);
    expect(file.appointments, 'appointments of others').to.deep.equal([]);
    expect(file.messages).to.deep.equal([]);
  });

  it('says nothing of somebody who is erased', async () => {
    const gone = await scene.add({ firstName: 'Gone' });
    await scene.admin('POST', `/customers/${gone}/trash`, { cancel: [] });
    expect((await scene.admin('GET', `/customers/${gone}/export?as=json`)).status, 'in the trash').to.equal(200);
    await scene.admin('POST', `/customers/${gone}/erasure`, { number: gone });
    expect((await scene.admin('GET', `/customers/${gone}/export?as=json`)).status).to.equal(409);
  });

  it('holds more appointments than one page of the database, in order', async () => {
    const [booking] = await scene.db('bookings').where({ customer_id: number });
    const [item] = await scene.db('booking_items').where({ booking_id: booking.id });
    const { id: _itemId, ...place } = item;
    const rows = Array.from({ length: 1200 }, (_, index) => ({
      ...place,
      persons: 1 + (index % 3),
      created_at: scene.clock.now() + index * DAY,
    }));
    for (let from = 0; from < rows.length; from += 300)
      await scene.db('booking_items').insert(rows.slice(from, from + 300));
    const file = JSON.parse((await get('json')).text);
    expect(file.appointments).to.have.length(1201);
    await scene.db('booking_items').where({ booking_id: booking.id }).whereNot({ id: item.id }).delete();
  });

  inBrowser('comes as a page that shows every text as it was typed, and runs none of it (S42)', async (open) => {
    const { text } = await get('html');
    const file = join(database.folder, 'customer.html');
    await writeFile(file, text);
    const { page } = await open(`file://${file}`);
    const shown = await page.locator('body').innerText();
    for (const payload of payloads)
      expect(shown.replaceAll('\n', ' '), payload).to.include(payload.replaceAll('\n', ' '));
    expect(await page.title()).to.equal(`What we hold about ${payloads[4]}`);
    expect(await page.locator('script, iframe, svg, a, img').count()).to.equal(0);
  });
});
