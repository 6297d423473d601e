import { expect } from 'chai';
import type { TestApp } from '../support/app.js';
import { manager, startApp } from '../support/app.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import { dumpOf } from '../support/dump.js';
import { aMember } from '../support/team.js';

const base = '/api/v1/admin';
const newPassword = 'paddling otters mellow';

eachDatabase('one’s own account', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    await app.signIn();
  });
  after(() => app.stop());
  beforeEach(() => database.db('rate_limits').delete());

  const call = (cookie: string, method: string, path: string, body?: unknown) =>
    app.call(method, base + path, { cookie, ...(body === undefined ? {} : { body }) });

  it('S79 asks for the current password before it takes another one', async () => {
    const cookie = await app.signIn();
    const before = await dumpOf(database.db);
    for (const currentPassword of ['', 'wrong', newPassword]) {
      const answer = await call(cookie, 'POST', '/account/password', { currentPassword, newPassword });
      expect([answer.status, answer.body.error.code]).to.deep.equal([401, 'wrong_credentials']);
    }
    expect((await call(cookie, 'POST', '/account/password', { newPassword })).status).to.equal(422);
    expect(await dumpOf(database.db)).to.deep.equal(before);
    const rows = await database.db('audit').where({ action: 'account.password_refused' });
    expect(rows).to.have.length(3);
    expect(JSON.stringify(rows)).to.not.include('wrong').and.not.include(newPassword);
  });

  it('S79 S74 lets nobody guess it with a stolen session: ten tries, then a wait', async () => {
    const cookie = await app.signIn();
    const guess = () =>
      call(cookie, 'POST', '/account/password', { currentPassword: 'a guess', newPassword }).then(
        ({ status }) => status,
      );
    for (let tried = 0; tried < 10; tried += 1) expect(await guess()).to.equal(401);
    expect(await guess()).to.equal(429);
  });

  it('S18 changes nobody else’s password, whatever is sent along', async () => {
    const other = await aMember(database.db, clock, { name: 'Other', role: 'manager' });
    const cookie = await app.signIn();
    const before = await dumpOf(database.db);
    for (const extra of [{ id: other.id }, { accountId: other.id }, { email: other.email }]) {
      const body = { currentPassword: manager.password, newPassword, ...extra };
      expect((await call(cookie, 'POST', '/account/password', body)).status).to.equal(422);
    }
    expect(await dumpOf(database.db)).to.deep.equal(before);
  });

  it('S78 refuses a new password that a stranger would guess, and names the field', async () => {
    const cookie = await app.signIn();
    const body = { currentPassword: manager.password, newPassword: 'passwordpassword' };
    const answer = await call(cookie, 'POST', '/account/password', body);
    expect(answer.body.error).to.deep.include({ code: 'invalid_request', field: 'newPassword' });
    expect(answer.body.error.details).to.deep.equal({ reason: 'common' });
  });

  it('lists one’s sessions by a name that opens nothing, and ends one, or all but this (S80)', async () => {
    const [here, there, elsewhere] = [await app.signIn(), await app.signIn(), await app.signIn()] as const;
    const stranger = await aMember(database.db, clock, { name: 'Stranger', role: 'manager' });
    const { body } = await call(here, 'GET', '/account/sessions');
    const hashes = (await database.db('sessions').select('token_hash')).map((row) => row.token_hash);
    for (const item of body.items) {
      expect(item).to.have.all.keys('id', 'createdAt', 'seenAt', 'current');
      expect(hashes).to.not.include(item.id);
      expect((await call(`bookpane=${item.id}`, 'GET', '/session')).status).to.equal(401);
    }
    expect(body.items.filter((item: { current: boolean }) => item.current)).to.have.length(1);
    const own = (await call(there, 'GET', '/account/sessions')).body.items.find(
      (item: { current: boolean }) => item.current,
    );
    const foreign = await call(stranger.cookie, 'DELETE', `/account/sessions/${own.id}`);
    const unknown = await call(stranger.cookie, 'DELETE', `/account/sessions/${'0'.repeat(32)}`);
    expect([foreign.status, foreign.text]).to.deep.equal([unknown.status, unknown.text]);
    expect(foreign.status).to.equal(404);
    expect((await call(there, 'GET', '/session')).status).to.equal(200);
    expect((await call(here, 'DELETE', `/account/sessions/${own.id}`)).status).to.equal(204);
    expect((await call(there, 'GET', '/session')).status).to.equal(401);
    expect((await call(elsewhere, 'GET', '/session')).status).to.equal(200);
    expect((await call(here, 'DELETE', '/account/sessions')).status).to.equal(204);
    expect((await call(elsewhere, 'GET', '/session')).status).to.equal(401);
    expect((await call(here, 'GET', '/session')).status).to.equal(200);
    expect((await call(stranger.cookie, 'GET', '/session')).status, 'others are left alone').to.equal(200);
  });

  it('S79 S80 takes another password: all other sessions end, a mail says so, the old one no longer counts', async () => {
    const here = await app.signIn();
    const other = await app.signIn();
    const body = { currentPassword: manager.password, newPassword };
    expect((await call(here, 'POST', '/account/password', body)).status).to.equal(204);
    expect((await call(here, 'GET', '/session')).status).to.equal(200);
    expect((await call(other, 'GET', '/session')).status).to.equal(401);
    const signIn = (password: string) =>
      app.call('POST', `${base}/session`, { body: { email: manager.email, password } }).then(({ status }) => status);
    expect(await signIn(manager.password)).to.equal(401);
    expect(await signIn(newPassword)).to.equal(201);
    await app.context.notifications.relayOnce();
    const message = await database.db('messages').where({ template: 'password-changed' }).first();
    expect(message).to.include({ recipient: manager.email, audience: 'staff' });
    expect(message.text).to.include('was changed just now').and.not.include(newPassword);
  });
});
