import { expect } from 'chai';
import type { TestApp } from '../support/app.js';
import { manager, startApp } from '../support/app.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';

const session = '/api/v1/admin/session';

eachDatabase('sessions over HTTP', (database) => {
  const clock = clockAt('2026-05-04T08:00:00Z');
  let app: TestApp;
  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
  });
  after(() => app.stop());

  it('begin with a sign-in that answers who and what they may, never a secret (S12)', async () => {
    await app.signIn();
    const answer = await app.call('POST', session, { body: manager });
    expect(answer.status).to.equal(201);
    expect(answer.body.account).to.have.all.keys('id', 'name', 'email', 'role');
    expect(answer.body).to.have.all.keys('account', 'permissions');
    expect(answer.headers.get('set-cookie')).to.match(
      /^bookpane=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  it('take no token that the browser brought along, and end the one it had (S73)', async () => {
    const planted = `bookpane=${'A'.repeat(43)}`;
    const answer = await app.call('POST', session, { body: manager, cookie: planted });
    const cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
    expect(cookie).to.not.equal(planted);
    expect((await app.call('GET', session, { cookie: planted })).status).to.equal(401);
    await app.call('POST', session, { body: manager, cookie });
    expect((await app.call('GET', session, { cookie })).status).to.equal(401);
  });

  it('end at the server when signed out, and take the cookie back (S80)', async () => {
    const cookie = await app.signIn();
    const answer = await app.call('DELETE', session, { cookie });
    expect(answer.status).to.equal(204);
    expect(answer.headers.get('set-cookie')).to.include('bookpane=; Max-Age=0');
    expect((await app.call('GET', session, { cookie })).status).to.equal(401);
    expect((await app.call('DELETE', session, { cookie })).status).to.equal(401);
  });

  it('answer an unknown e-mail like a wrong password, to the header (S69)', async () => {
    const plain = (answer: { status: number; text: string; headers: Headers }) => {
      const headers = [...answer.headers].filter(([name]) => !['x-request-id', 'date'].includes(name));
      return { status: answer.status, text: answer.text, headers };
    };
    const wrong = await app.call('POST', session, { body: { ...manager, password: 'wrong' } });
    const unknown = await app.call('POST', session, { body: { ...manager, email: 'nobody@mare.example' } });
    expect(wrong.status).to.equal(401);
    expect(plain(unknown)).to.deep.equal(plain(wrong));
    expect(wrong.headers.get('set-cookie')).to.equal(null);
  });

  it('refuse what is no text, and passwords that are too long to be hashed (S37, S76)', async () => {
    for (const body of [
      { email: { $ne: 1 }, password: 'x' },
      { email: manager.email, password: ['x'] },
      { ...manager, role: 'owner' },
      { email: manager.email, password: 'x'.repeat(1025) },
    ])
      expect((await app.call('POST', session, { body })).status).to.equal(422);
  });

  it('say how long to wait after ten failures (S74)', async () => {
    const body = { email: 'somebody@mare.example', password: 'wrong' };
    for (let tried = 0; tried < 10; tried += 1)
      expect((await app.call('POST', session, { body })).status).to.equal(401);
    const answer = await app.call('POST', session, { body });
    expect(answer.status).to.equal(429);
    expect(answer.headers.get('retry-after')).to.equal('900');
  });

  it('let a provider see appointments and nothing of the catalog or messages (S15, S29)', async () => {
    const cookie = await app.signIn();
    await database.db('accounts').update({ role: 'provider' });
    const day = 'from=2026-05-04&to=2026-05-04';
    const status = async (method: string, path: string, body?: unknown) =>
      (await app.call(method, `/api/v1/admin${path}`, { cookie, ...(body ? { body } : {}) })).status;
    expect(await status('GET', `/appointments?${day}`)).to.equal(200);
    expect(await status('GET', '/customers')).to.equal(200);
    expect(await status('GET', '/messages')).to.equal(403);
    expect(await status('POST', '/categories', { name: 'x' })).to.equal(403);
    await database.db('accounts').update({ status: 'disabled' });
    expect(await status('GET', '/customers')).to.equal(401);
    await database.db('accounts').update({ role: 'owner', status: 'active' });
    expect(await status('POST', '/categories', { name: 'x' })).to.equal(201);
  });

  it('are bound to the host by the cookie’s name where the site is on https (S81)', async () => {
    const environment = { BOOKPANE_PUBLIC_URL: 'https://book.example.com' };
    const secure = await startApp({ db: database.db, folder: database.folder, clock, environment });
    try {
      const answer = await secure.call('POST', session, { body: manager });
      const cookie = answer.headers.get('set-cookie') ?? '';
      expect(cookie).to.match(/^__Host-bookpane=[\w-]{43}; .*; Secure$/);
      const [pair = ''] = cookie.split(';');
      expect((await secure.call('GET', session, { cookie: pair })).status).to.equal(200);
      expect((await secure.call('GET', session, { cookie: pair.replace('__Host-', '') })).status).to.equal(401);
    } finally {
      await secure.stop();
    }
  });
});
