import { expect } from 'chai';
import { sha256 } from '../../server/lib/ids.js';
import { HOUR, MINUTE } from '../../server/lib/time-zone.js';
import type { TestApp } from '../support/app.js';
import { manager, startApp } from '../support/app.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import { dumpOf } from '../support/dump.js';
import type { MailPeer } from '../support/mail-peer.js';
import { startMailPeer } from '../support/mail-peer.js';

const base = '/api/v1/admin';
const password = 'mellow otter paddles';
const another = 'paddling otters mellow';

eachDatabase('links to set a password', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let peer: MailPeer;
  let owner: string;
  before(async () => {
    peer = await startMailPeer();
    app = await startApp({
      db: database.db,
      folder: database.folder,
      clock,
      environment: { SMTP_URL: peer.url, BOOKPANE_PUBLIC_URL: 'http://book.example.com' },
    });
    owner = await app.signIn();
  });
  after(async () => {
    await app.stop();
    await peer.close();
  });
  beforeEach(async () => {
    await database.db('rate_limits').delete();
    owner = await app.signIn();
  });

  const call = (cookie: string, method: string, path: string, body?: unknown) =>
    app.call(method, base + path, { cookie, ...(body === undefined ? {} : { body }) });
  const open = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    app.call('POST', base + path, { body, headers });
  const signIn = (email: string, tried: string) =>
    open('/session', { email, password: tried }).then(({ status }) => status);

  /** The mails that were sent since, and the token of the last link in them. */
  async function post(): Promise<{ to: string[]; token: string; text: string }> {
    const before = peer.mails.length;
    await app.context.notifications.relayOnce();
    const mails = peer.mails.slice(before);
    const text = mails.map(({ email }) => email.text ?? '').join('\n');
    return { to: mails.map((mail) => mail.to[0] ?? ''), token: /#([\w-]{43})/.exec(text)?.[1] ?? '', text };
  }

  async function invite(email: string): Promise<{ id: number; token: string }> {
    const added = await call(owner, 'POST', '/accounts', { name: 'Grace', email, role: 'manager' });
    expect(added.status, added.text).to.equal(201);
    expect(added.body.status).to.equal('invited');
    return { id: added.body.id, token: (await post()).token };
  }

  it('A111 come by mail to who is invited, who sets a name and a password and is in', async () => {
    const email = 'grace@team.example';
    const added = await call(owner, 'POST', '/accounts', { name: 'Grace', email, role: 'manager' });
    expect(await signIn(email, ''), 'nobody is in without a password').to.equal(401);
    const { to, token, text } = await post();
    expect(to).to.deep.equal([email]);
    expect(text).to.include(`http://book.example.com/admin/invitation#${token}`);
    const link = await open('/password-link', { token });
    expect(link.body).to.deep.equal({ purpose: 'invitation', name: 'Grace', email });
    const weak = await open('/password-link/password', { token, password: 'short' });
    expect(weak.body.error).to.include({ code: 'invalid_request', field: 'password' });
    expect((await open('/password-link/password', { token, password, name: 'Grace Hopper' })).status).to.equal(204);
    expect(await signIn(email, password)).to.equal(201);
    expect(await database.db('accounts').where({ id: added.body.id }).first('name', 'status')).to.deep.equal({
      name: 'Grace Hopper',
      status: 'active',
    });
    expect((await open('/password-link/password', { token, password: another })).status, 'once').to.equal(404);
    expect((await open('/password-link', { token })).status).to.equal(404);
  });

  it('S66 are nowhere in the database, nor in what the admin shows of mail', async () => {
    const { token } = await invite('lin@team.example');
    expect(Buffer.from(token, 'base64url')).to.have.length(32);
    expect(JSON.stringify(await dumpOf(database.db))).to.not.include(token);
    expect(await database.db('account_keys').where({ token_hash: sha256(token) })).to.have.length(1);
    const message = await database.db('messages').where({ recipient: 'lin@team.example' }).first('id');
    const shown = await call(owner, 'GET', `/messages/${message.id}`);
    expect(shown.text).to.not.include(token);
    expect(shown.status).to.equal(200);
  });

  it('are good for 72 hours, and the newest alone', async () => {
    const { id, token } = await invite('mae@team.example');
    clock.advance(HOUR);
    expect((await call(owner, 'POST', `/accounts/${id}/invitation`, {})).status).to.equal(200);
    const newer = (await post()).token;
    expect(newer).to.not.equal(token);
    expect((await open('/password-link', { token })).status).to.equal(404);
    clock.advance(72 * HOUR - MINUTE);
    expect((await open('/password-link', { token: newer })).status).to.equal(200);
    clock.advance(MINUTE);
    expect((await open('/password-link/password', { token: newer, password })).status).to.equal(404);
    owner = await app.signIn();
    await call(owner, 'PATCH', `/accounts/${id}`, { status: 'disabled' });
    expect((await call(owner, 'POST', `/accounts/${id}/invitation`, {})).status, 'disabled').to.equal(409);
  });

  it('S79 move an account to another address only with the owner’s own password, and tell the old address', async () => {
    const { id, token } = await invite('joan@team.example');
    await open('/password-link/password', { token, password });
    const path = `/accounts/${id}/invitation`;
    expect((await call(owner, 'POST', path, {})).status, 'has a password already').to.equal(409);
    const before = await dumpOf(database.db);
    for (const body of [{ email: 'clarke@team.example' }, { email: 'clarke@team.example', currentPassword: password }])
      expect((await call(owner, 'POST', path, body)).status).to.equal(401);
    expect(await dumpOf(database.db)).to.deep.equal(before);
    const taken = { email: manager.email.toUpperCase(), currentPassword: manager.password };
    expect((await call(owner, 'POST', path, taken)).body.error).to.include({ code: 'conflict', field: 'email' });
    const moved = await call(owner, 'POST', path, { ...taken, email: 'clarke@team.example' });
    expect(moved.body).to.include({ email: 'clarke@team.example', status: 'invited' });
    expect(await signIn('clarke@team.example', password), 'the old password no longer counts').to.equal(401);
    await call(owner, 'PATCH', `/accounts/${id}`, { status: 'disabled' });
    const enabled = await call(owner, 'PATCH', `/accounts/${id}`, { status: 'active' });
    expect(enabled.body.status, 'not even by way of disabling').to.equal('invited');
    expect((await call(owner, 'POST', path, {})).status).to.equal(200);
    const sent = await post();
    expect([...new Set(sent.to)].sort()).to.deep.equal(['clarke@team.example', 'joan@team.example']);
    expect((await open('/password-link/password', { token: sent.token, password: another })).status).to.equal(204);
    expect(await signIn('clarke@team.example', another)).to.equal(201);
  });

  it('S70 are asked for with one answer for known, unknown, invited and disabled, to the header', async () => {
    await invite('not.yet@team.example');
    const plain = async (email: string) => {
      await database.db('rate_limits').delete();
      const { status, text, headers } = await open('/password-reset', { email });
      return { status, text, headers: [...headers].filter(([name]) => !['x-request-id', 'date'].includes(name)) };
    };
    const known = await plain(manager.email);
    expect(known.status).to.equal(204);
    for (const email of ['nobody@team.example', 'not.yet@team.example', 'mae@team.example', 'no address'])
      expect(await plain(email), email).to.deep.equal(known);
    expect((await post()).to).to.deep.equal([manager.email]);
  });

  it('S70 are asked for three times in a quarter of an hour, whether the address is known or not', async () => {
    for (const email of [manager.email, 'nobody@team.example']) {
      for (let asked = 0; asked < 3; asked += 1)
        expect((await open('/password-reset', { email })).status).to.equal(204);
      const { status, headers } = await open('/password-reset', { email: email.toUpperCase() });
      expect([status, headers.get('retry-after')]).to.deep.equal([429, '900']);
    }
    await post();
  });

  it('S71 reset a password once within 30 minutes, end all sessions, and say so by mail', async () => {
    await open('/password-reset', { email: manager.email });
    const older = (await post()).token;
    await open('/password-reset', { email: ` ${manager.email.toUpperCase()} ` });
    const { token } = await post();
    const use = (body: object) =>
      open('/password-link/password', { password: another, ...body }).then(({ status }) => status);
    for (const wrong of [older, `${token.slice(0, 42)}${token.at(-1) === 'A' ? 'B' : 'A'}`])
      expect(await use({ token: wrong })).to.equal(404);
    for (const wrong of [token.slice(0, 40), `${token}A`, [token], { token }, null, token.slice(0, 42)])
      expect(await use({ token: wrong })).to.equal(422);
    expect(await use({ token, name: 'Somebody else' }), 'a reset renames nobody').to.equal(422);
    expect((await call(owner, 'GET', '/session')).status).to.equal(200);
    const uses = await Promise.all(Array.from({ length: 10 }, () => use({ token })));
    expect(uses.filter((status) => status === 204)).to.have.length(1);
    expect(uses.filter((status) => ![204, 404].includes(status))).to.deep.equal([]);
    expect((await call(owner, 'GET', '/session')).status).to.equal(401);
    expect((await post()).text).to.include('was changed just now');
    expect([await signIn(manager.email, manager.password), await signIn(manager.email, another)]).to.deep.equal([
      401, 201,
    ]);
    await open('/password-reset', { email: manager.email });
    const late = (await post()).token;
    clock.advance(30 * MINUTE);
    expect(await use({ token: late }), 'after 30 minutes').to.equal(404);
    await database.db('rate_limits').delete();
    await open('/password-reset', { email: manager.email });
    expect(await use({ token: (await post()).token, password: manager.password })).to.equal(204);
    await post();
  });

  it('S71 are no good any more after the password was changed otherwise', async () => {
    await open('/password-reset', { email: manager.email });
    const { token } = await post();
    const body = { currentPassword: manager.password, newPassword: another };
    expect((await call(owner, 'POST', '/account/password', body)).status).to.equal(204);
    expect((await open('/password-link', { token })).status).to.equal(404);
    await call(owner, 'POST', '/account/password', { currentPassword: another, newPassword: manager.password });
  });

  it('S72 lead to the configured address, whatever the request says of its host', async () => {
    await post();
    await open(
      '/password-reset',
      { email: manager.email },
      { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' },
    );
    const { text } = await post();
    expect(text).to.include('http://book.example.com/admin/password#').and.not.include('evil');
  });

  it('are not sent when they are superseded before the mail could go', async () => {
    await database.db('rate_limits').delete();
    await open('/password-reset', { email: manager.email });
    await database.db('account_keys').delete();
    expect((await post()).to).to.deep.equal([]);
    const row = await database.db('messages').orderBy('id', 'desc').first('state', 'last_answer');
    expect(row).to.deep.equal({ state: 'dead', last_answer: 'Not sent: the link in it is no longer good.' });
  });
});
