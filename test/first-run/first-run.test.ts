import { expect } from 'chai';
import { migrations } from '../../migrations/index.js';
import { fillDemo } from '../../server/demo/fill.js';
import { openFirstRun, openSeed } from '../../server/first-run/link.js';
import { systemRandom } from '../../server/lib/ids.js';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { becomes } from '../support/becomes.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import { dumpOf } from '../support/dump.js';
import { aNewBusiness } from './a-business.js';

eachDatabase('the first run', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let token: string;
  const post = (path: string, body: object, cookie?: string) =>
    app.call('POST', `/api/v1/admin${path}`, { body, ...(cookie ? { cookie } : {}) });
  const linkOf = async (): Promise<string> => app.context.firstRun.linkToken((await openSeed(database.db)) ?? '');
  const asked = { timeZone: 'Europe/Berlin', languages: ['de-DE', 'en'] };

  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    await openFirstRun(database.db, systemRandom);
    token = await linkOf();
  });
  after(() => app.stop());

  it('keeps its link at every start, and opens to no other token', async () => {
    await openFirstRun(database.db, systemRandom);
    expect(await linkOf()).to.equal(token);
    const wrong = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    const before = await dumpOf(database.db);
    expect((await post('/first-run/link', { token: wrong, ...asked })).status).to.equal(404);
    expect((await post('/first-run', { token: wrong, ...aNewBusiness() })).status).to.equal(404);
    expect(await dumpOf(database.db)).to.deep.equal(before);
  });

  it('guesses language, zone, country, currency and the first day of the week', async () => {
    const { body } = await post('/first-run/link', { token, ...asked });
    expect(body.place).to.deep.equal({
      language: 'de',
      timeZone: 'Europe/Berlin',
      country: 'DE',
      currency: 'EUR',
      weekStart: 1,
    });
    const american = await post('/first-run/link', { token, timeZone: 'America/New_York', languages: ['en-US'] });
    expect(american.body.place).to.include({ language: 'en', country: 'US', currency: 'USD', weekStart: 7 });
  });

  it('offers ready catalogues in both languages, with prices that fit the currency', async () => {
    const of = async (more: object) => (await post('/first-run/link', { token, ...asked, ...more })).body.kinds;
    const german = await of({ language: 'de' });
    const english = await of({ language: 'en', currency: 'JPY' });
    expect(english).to.have.length.of.at.least(8);
    expect(english.map(({ key }: { key: string }) => key)).to.deep.equal(german.map(({ key }: { key: string }) => key));
    expect(english[0].name).to.equal('Hair salon');
    expect(german[0].name).to.equal('Friseursalon');
    expect(german[0].categories[0].services[0]).to.include({ priceMinor: 5500, durationMinutes: 60 });
    expect(english[0].categories[0].services[0].priceMinor).to.equal(7000);
  });

  it('refuses a weak password and hours that overlap, and leaves nothing half done', async () => {
    const before = await dumpOf(database.db);
    const good = aNewBusiness();
    const weak = await post('/first-run', { token, ...good, owner: { ...good.owner, password: 'aurora' } });
    expect([weak.status, weak.body.error.field]).to.deep.equal([422, 'owner.password']);
    const twice = await post('/first-run', { token, ...good, hours: [...good.hours, good.hours[0]] });
    expect([twice.status, twice.body.error.field]).to.deep.equal([422, 'hours.5']);
    expect(await dumpOf(database.db)).to.deep.equal(before);
  });

  it('S25 makes one business of many tries at once, signs its owner in, and is gone for good', async () => {
    const answers = await Promise.all(
      ['One', 'Two', 'Three', 'Four'].map((name) => post('/first-run', { token, ...aNewBusiness(name) })),
    );
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([201, 404, 404, 404]);
    const winner = answers.find(({ status }) => status === 201)!;
    const cookie = (winner.headers.get('set-cookie') ?? '').split(';')[0]!;
    const session = await app.call('GET', '/api/v1/admin/session', { cookie });
    expect(session.body.account).to.include({ email: 'ana@aurora.example', role: 'owner' });
    expect(await database.db('accounts').select('id')).to.have.length(1);
    expect(await database.db('services').select('id')).to.have.length(2);

    const settings = (await app.call('GET', '/api/v1/site')).body;
    expect(settings).to.include({ language: 'de', country: 'DE', currency: 'EUR', demo: false });
    expect(settings.termsText).to.match(/^Ich bin einverstanden/);
    const seed = await openSeed(database.db);
    expect(seed).to.equal(null);
    await openFirstRun(database.db, systemRandom);
    for (const path of ['/first-run/link', '/first-run']) {
      const again = await post(path, path === '/first-run' ? { token, ...aNewBusiness() } : { token, ...asked });
      expect(again.status, path).to.equal(404);
    }
  });

  it('can be booked at once', async () => {
    const { services, providers, locations } = (await app.call('GET', '/api/v1/catalog')).body;
    expect([services.length, providers[0].name, locations[0].timeZone]).to.deep.equal([2, 'Ana Dias', 'Europe/Berlin']);
    const { body } = await app.call(
      'GET',
      `/api/v1/availability?service=${services[0].id}&from=2026-11-25&to=2026-11-25`,
    );
    expect(body.days['2026-11-25'][0].start).to.equal('2026-11-25T08:00:00Z');
  });

  it('ticks the launch checklist off by what has happened', async () => {
    const answer = await post('/session', { email: 'ana@aurora.example', password: 'mellow otter paddles' });
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0]!;
    const launch = async () => (await app.call('GET', '/api/v1/admin/launch', { cookie })).body;
    const { demo, hidden, steps } = await launch();
    expect([demo, hidden]).to.deep.equal([false, false]);
    expect(steps).to.deep.equal({ booked: false, embedded: false, mail: false, address: false, terms: true });
    for (const origin of ['null', 'http://localhost:8080', app.url])
      await app.call('GET', '/api/v1/site', { headers: { origin } });
    expect((await launch()).steps.embedded, 'somebody tries').to.equal(false);
    await app.call('GET', '/api/v1/site', { headers: { origin: 'https://www.aurora.example' } });
    await becomes(async () => (await launch()).steps.embedded, true);
  });

  it('never opens where somebody can sign in, whatever the row says', async () => {
    await database.db('settings').where({ name: 'first-run' }).update({ value: '"0123"' });
    expect(await openSeed(database.db)).to.equal(null);
  });
});

eachDatabase('the demo', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let cookie: string;
  const clear = (name: string) => app.call('POST', '/api/v1/admin/demo/clearing', { cookie, body: { name } });
  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    const { settings, record } = app.context;
    await fillDemo({ db: database.db, clock, writeSetting: settings.write, record });
    cookie = await app.signIn();
  });
  after(() => app.stop());

  it('is removed whole when its name is typed, and gives way to a business of one’s own', async () => {
    expect((await clear('Marie')).body.error.field).to.equal('name');
    const { body } = await clear('Maré');
    const kept = ['settings', 'versions', 'job_runs', 'rate_limits', 'audit'];
    for (const { table } of migrations)
      if (table && !kept.includes(table))
        expect(await database.db(table).select(database.db.raw('1')).limit(1), table).to.deep.equal([]);
    expect((await app.call('GET', '/api/v1/site')).body).to.include({ name: 'Bookpane', demo: false });
    const made = await app.call('POST', '/api/v1/admin/first-run', { body: { token: body.token, ...aNewBusiness() } });
    expect(made.status).to.equal(201);
  });

  it('is no longer there to be removed', async () => {
    const answer = await app.call('POST', '/api/v1/admin/session', {
      body: { email: 'ana@aurora.example', password: 'mellow otter paddles' },
    });
    cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0]!;
    expect((await clear('Salon Aurora')).status).to.equal(404);
  });
});
