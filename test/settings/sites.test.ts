import { expect } from 'chai';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';

eachDatabase('settings of the business', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let cookie: string;
  const patch = (body: object) => app.call('PATCH', '/api/v1/admin/settings', { cookie, body });
  const from = (origin: string | null, method = 'GET', path = '/api/v1/site') =>
    app.call(method, path, origin === null ? {} : { headers: { origin } });
  before(async () => {
    app = await startApp({
      db: database.db,
      folder: database.folder,
      clock,
      environment: { SMTP_URL: 'smtp://me:geheim@mail.example:587', BOOKPANE_MAIL_FROM: 'book@aurora.example' },
    });
    cookie = await app.signIn();
  });
  after(() => app.stop());

  it('S84 let any site show the booking while none is named', async () => {
    for (const origin of ['https://anything.example', 'null'])
      expect((await from(origin)).headers.get('access-control-allow-origin')).to.equal('*');
  });

  it('S84 S85 S86 let the named sites alone show it: exactly these, each by an answer of its own, never with credentials', async () => {
    const { body } = await patch({ allowedSites: ['https://www.salon.example/booking?a=1', 'http://LOCALHOST:8080/'] });
    expect(body.allowedSites).to.deep.equal(['https://www.salon.example', 'http://localhost:8080']);
    for (const origin of ['https://www.salon.example', 'http://localhost:8080']) {
      const { status, headers } = await from(origin);
      expect([status, headers.get('access-control-allow-origin')]).to.deep.equal([200, origin]);
      expect(headers.get('vary')?.toLowerCase()).to.include('origin');
      expect(headers.get('access-control-allow-credentials')).to.equal(null);
      expect((await from(origin, 'OPTIONS')).status).to.equal(204);
    }
    const hostile = [
      'null',
      'https://evil.example',
      'https://salon.example',
      'http://www.salon.example',
      'https://www.salon.example.evil.example',
      'https://evilwww.salon.example',
      'https://www.salon.example:8443',
    ];
    for (const origin of hostile)
      for (const method of ['GET', 'OPTIONS']) {
        const { status, headers } = await from(origin, method);
        expect([status, headers.get('access-control-allow-origin')], `${method} ${origin}`).to.deep.equal([403, null]);
      }
  });

  it('let the own pages and programs through all the same', async () => {
    expect((await from(null)).status).to.equal(200);
    expect((await from(app.url)).status).to.equal(200);
  });

  it('refuse what is no site', async () => {
    for (const site of ['*', 'null', 'https://*.salon.example', 'javascript:alert(1)', 'https://a@b.example', 'salon'])
      expect((await patch({ allowedSites: [site] })).body.error?.field, site).to.equal('allowedSites.0');
    await patch({ allowedSites: [] });
  });

  it('A125 show colour and address where visitors see them', async () => {
    await patch({ accent: '#7C3AED', address: 'Rua 1\nPorto', theme: 'dark' });
    expect((await from(null)).body).to.include({
      accent: '#7c3aed',
      style: '--accent:var(--bookpane-accent,#7c3aed)',
      address: 'Rua 1\nPorto',
      pageTheme: 'dark',
    });
    expect((await patch({ accent: 'red;} body{' })).body.error.field).to.equal('accent');
    await patch({ accent: null, address: '', theme: 'auto' });
    expect((await from(null)).body).to.not.have.any.keys('accent', 'style', 'address', 'pageTheme');
  });

  it('keep every text of the terms, so that what a booking agreed to can be shown', async () => {
    const first = (await from(null)).body.termsVersion;
    await patch({ termsText: 'Be on time.' });
    clock.advance(60_000);
    await patch({ termsText: 'Be on time, please.' });
    const { body } = await app.call('GET', '/api/v1/admin/settings/terms', { cookie });
    expect(body.items.map(({ text }: { text: string }) => text).slice(0, 2)).to.deep.equal([
      'Be on time, please.',
      'Be on time.',
    ]);
    expect(body.current).to.equal((await from(null)).body.termsVersion);
    const agreed = await app.call('GET', `/api/v1/admin/terms/${first}`, { cookie });
    expect(agreed.body).to.include({ version: first, createdAt: null });
    expect(agreed.body.text).to.match(/^I agree/);
  });

  it('travel as a file: differences are shown first, and nothing is taken over of one with a value that can’t be', async () => {
    await patch({ name: 'Aurora', pageSize: 50 });
    const file = (await app.call('GET', '/api/v1/admin/settings/file', { cookie })).body;
    expect(file.settings).to.include({ name: 'Aurora', pageSize: 50 });
    expect(file.settings).to.not.have.any.keys('demo', 'launchHidden');
    expect(JSON.stringify(file)).to.not.match(/secret|password|geheim/i);
    const send = (method: string, path: string, settings: object) =>
      app.call(method, `/api/v1/admin/settings/file${path}`, { cookie, body: { kind: file.kind, settings } });

    const changed = { ...file.settings, name: 'Borealis', colourOfTheCat: 'grey' };
    const shown = (await send('POST', '/comparison', changed)).body;
    expect(shown).to.deep.equal({
      differences: [{ name: 'name', from: 'Aurora', to: 'Borealis' }],
      unknown: ['colourOfTheCat'],
      faults: [],
    });
    expect((await from(null)).body.name).to.equal('Aurora');

    const bad = await send('PUT', '', { ...changed, pageSize: 3 });
    expect([bad.status, bad.body.error.field]).to.deep.equal([422, 'settings.pageSize']);
    expect((await from(null)).body.name, 'all or none').to.equal('Aurora');
    expect((await send('PUT', '', changed)).status).to.equal(200);
    expect((await from(null)).body.name).to.equal('Borealis');
  });

  it('A125 name what the environment has locked, without its secrets', async () => {
    const { body, text } = await app.call('GET', '/api/v1/admin/settings/environment', { cookie });
    const of = (name: string) => body.items.find(({ variable }: { variable: string }) => variable === name);
    expect(of('BOOKPANE_MAIL_FROM')).to.include({ value: 'book@aurora.example', given: true });
    expect(of('SMTP_URL').value).to.equal('smtp://mail.example:587');
    expect(of('BOOKPANE_SECRET').value).to.equal(null);
    expect(of('BOOKPANE_TRUST_PROXY').given).to.equal(false);
    expect(text).to.not.include('geheim');
  });
});
