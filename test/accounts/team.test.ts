import { expect } from 'chai';
import type { TestApp } from '../support/app.js';
import { manager, startApp } from '../support/app.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import { dumpOf } from '../support/dump.js';
import { aShop } from '../support/shop.js';
import type { SignedInMember } from '../support/team.js';
import { aMember, aSession } from '../support/team.js';

const base = '/api/v1/admin';
const password = 'mellow otter paddles';

eachDatabase('the team', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let owner: string;
  let ownerId: number;
  let shop: Awaited<ReturnType<typeof aShop>>;
  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    shop = await aShop(database.db, clock);
    owner = await app.signIn();
    ownerId = (await database.db('accounts').first('id')).id;
  });
  after(() => app.stop());
  beforeEach(() => database.db('rate_limits').delete());

  const call = (cookie: string, method: string, path: string, body?: unknown) =>
    app.call(method, base + path, { cookie, ...(body === undefined ? {} : { body }) });
  const statusOf = async (cookie: string, path: string) => (await call(cookie, 'GET', path)).status;
  const lastAudit = () => database.db('audit').orderBy('id', 'desc').first('action', 'subject', 'values');
  const refused = async (send: () => Promise<{ status: number; body: { error: { code: string } } }>, code: string) => {
    const before = await dumpOf(database.db);
    const { body } = await send();
    expect(body.error.code).to.equal(code);
    expect(await dumpOf(database.db)).to.deep.equal(before);
  };

  it('A111 gets accounts with a provider and a role, which sign in with the password that was set', async () => {
    const given = {
      name: 'Ada Lovelace',
      email: 'Ada@team.example',
      role: 'provider',
      providerId: shop.ada.id,
      password,
    };
    const added = await call(owner, 'POST', '/accounts', given);
    expect(added.status, added.text).to.equal(201);
    expect(added.body).to.deep.include({
      name: 'Ada Lovelace',
      email: 'Ada@team.example',
      role: { id: 'provider', name: 'provider' },
      provider: { id: shop.ada.id, name: 'Ada' },
      status: 'active',
      beyond: false,
      lastOwner: false,
    });
    expect(JSON.stringify(await database.db('audit'))).to.not.include(password);
    const signedIn = await app.call('POST', `${base}/session`, { body: { email: 'ada@TEAM.example', password } });
    expect(signedIn.body.permissions).to.have.members(['appointments.view', 'customers.view']);
    const listed = await call(owner, 'GET', '/accounts');
    expect(listed.body.items.map((item: { name: string }) => item.name)).to.deep.equal(['Ada Lovelace', 'Manager']);
    expect(listed.body.items[0].seenAt).to.equal('2026-11-24T08:00:00Z');
    expect(listed.body.items[1]).to.include({ lastOwner: true });
  });

  it('S23 has one account for an address, however it is written', async () => {
    for (const email of ['ADA@team.example', 'ada@TEAM.EXAMPLE'])
      await refused(
        () => call(owner, 'POST', '/accounts', { name: 'Other', email, role: 'manager', password }),
        'conflict',
      );
  });

  it('S78 refuses passwords that a stranger would guess, and roles and providers that are not there', async () => {
    const given = { name: 'Grace Hopper', email: 'grace@team.example', role: 'manager', password: 'GraceHopper2026!' };
    await refused(() => call(owner, 'POST', '/accounts', given), 'invalid_request');
    for (const wrong of [{ role: '999999' }, { providerId: 999_999 }])
      await refused(() => call(owner, 'POST', '/accounts', { ...given, password, ...wrong }), 'invalid_request');
  });

  it('A112 A113 lets an account do what its role says, from the next request on (S15)', async () => {
    const role = await call(owner, 'POST', '/roles', { name: 'Front desk', permissions: ['customers.view'] });
    expect(role.status, role.text).to.equal(201);
    const eve = await aMember(database.db, clock, { name: 'Eve', role: 'provider' });
    const path = `/accounts/${eve.id}`;
    expect((await call(owner, 'PATCH', path, { role: role.body.id })).body.role).to.deep.equal({
      id: role.body.id,
      name: 'Front desk',
    });
    expect(await statusOf(eve.cookie, '/customers'), 'another role ends the sessions').to.equal(401);
    const cookie = await aSession(database.db, clock, eve.id);
    expect(await statusOf(cookie, '/customers')).to.equal(200);
    expect(await statusOf(cookie, '/messages')).to.equal(403);
    expect((await call(cookie, 'GET', '/session')).body).to.deep.equal({
      account: { id: eve.id, name: 'Eve', email: eve.email, role: 'Front desk' },
      permissions: ['customers.view'],
    });
    const { id, version } = role.body;
    const change = { version, permissions: ['messages.view'] };
    expect((await call(owner, 'PATCH', `/roles/${id}`, change)).body).to.deep.include({
      permissions: ['messages.view'],
      version: version + 1,
      accounts: 1,
    });
    expect(await statusOf(cookie, '/customers'), 'removed').to.equal(403);
    expect(await statusOf(cookie, '/messages'), 'added').to.equal(200);
    await refused(() => call(owner, 'PATCH', `/roles/${id}`, change), 'stale');
    await refused(() => call(owner, 'DELETE', `/roles/${id}`), 'in_use');
    await call(owner, 'PATCH', path, { role: 'provider' });
    expect((await call(owner, 'DELETE', `/roles/${id}`)).status).to.equal(204);
    await refused(() => call(owner, 'DELETE', `/roles/${id}`), 'not_found');
  });

  it('A111 has five separate rights for creating, creating with an appointment, editing, deleting and restoring', async () => {
    const { body } = await call(owner, 'GET', '/roles');
    const [top] = body.items;
    for (const right of ['create', 'create_with_appointment', 'edit', 'delete', 'restore'])
      expect(top.permissions).to.include(`customers.${right}`);
    expect(body.items.map((role: { id: string }) => role.id)).to.deep.equal([
      'owner',
      'manager',
      'receptionist',
      'provider',
    ]);
  });

  it('A114 has nothing for those who are no staff: a role without permissions sees nothing but itself', async () => {
    const guest = await aMember(database.db, clock, { name: 'Guest', role: 'own', permissions: [] });
    for (const path of [
      '/customers',
      '/appointments?from=2026-12-01&to=2026-12-01',
      '/accounts',
      '/roles',
      '/services',
    ])
      expect(await statusOf(guest.cookie, path), path).to.equal(403);
    expect((await call(guest.cookie, 'GET', '/session')).body.permissions).to.deep.equal([]);
  });

  it('S15 S80 puts a disabled account out at once, in all its sessions, and lets it in again by its password alone', async () => {
    const ada = await database.db('accounts').where({ email: 'Ada@team.example' }).first('id');
    const cookies = [await aSession(database.db, clock, ada.id), await aSession(database.db, clock, ada.id)];
    expect((await call(owner, 'PATCH', `/accounts/${ada.id}`, { status: 'disabled' })).body.status).to.equal(
      'disabled',
    );
    for (const cookie of cookies) expect(await statusOf(cookie, '/customers')).to.equal(401);
    const signIn = () => app.call('POST', `${base}/session`, { body: { email: 'ada@team.example', password } });
    expect((await signIn()).status).to.equal(401);
    expect((await call(owner, 'PATCH', `/accounts/${ada.id}`, { status: 'active' })).body.status).to.equal('active');
    for (const cookie of cookies) expect(await statusOf(cookie, '/customers')).to.equal(401);
    expect((await signIn()).status).to.equal(201);
    expect((await call(owner, 'POST', `/accounts/${ada.id}/sessions-end`, {})).status).to.equal(204);
    expect(await lastAudit()).to.deep.include({ action: 'account.sessions_ended', subject: `account:${ada.id}` });
    expect(await database.db('sessions').where({ account_id: ada.id })).to.deep.equal([]);
  });

  describe('S29 for somebody who may edit accounts and little else', () => {
    let helper: SignedInMember;
    before(async () => {
      helper = await aMember(database.db, clock, {
        name: 'Helper',
        role: 'own',
        permissions: ['accounts.view', 'accounts.edit', 'appointments.view', 'customers.view'],
      });
    });
    const deny = async (method: string, path: string, body: object) => {
      await refused(() => call(helper.cookie, method, path, body), 'forbidden');
      expect((await lastAudit()).action).to.equal('access.denied');
    };

    it('gives no role that may more, to others or to itself', async () => {
      await deny('POST', '/accounts', { name: 'Mallory', email: 'mallory@team.example', role: 'owner', password });
      await deny('POST', '/accounts', { name: 'Mallory', email: 'mallory@team.example', role: 'manager', password });
      await deny('PATCH', `/accounts/${helper.id}`, { role: 'owner' });
      const given = { name: 'Newcomer', email: 'newcomer@team.example', role: 'provider', password };
      expect((await call(helper.cookie, 'POST', '/accounts', given)).status).to.equal(201);
    });

    it('puts no permission into a role that it lacks, its own included', async () => {
      await deny('POST', '/roles', { name: 'More', permissions: ['customers.view', 'customers.erase'] });
      await deny('PATCH', `/roles/${helper.roleId}`, { version: 1, permissions: ['settings.edit'] });
      const wide = await call(owner, 'POST', '/roles', { name: 'Wide', permissions: ['customers.erase'] });
      await deny('PATCH', `/roles/${wide.body.id}`, { version: 1, permissions: [] });
      await deny('DELETE', `/roles/${wide.body.id}`, undefined as never);
    });

    it('touches no account that may more: not its name, role, status, sessions or address', async () => {
      const path = `/accounts/${ownerId}`;
      for (const change of [{ name: 'Fool' }, { role: 'provider' }, { status: 'disabled' }])
        await deny('PATCH', path, change);
      await deny('POST', `${path}/sessions-end`, {});
      await deny('POST', `${path}/invitation`, {});
      const seen = await call(helper.cookie, 'GET', '/accounts');
      expect(seen.body.items.find((item: { id: number }) => item.id === ownerId).beyond).to.equal(true);
    });

    it('S04 links nobody to a provider whose customers it may not see', async () => {
      await deny('PATCH', `/accounts/${helper.id}`, { providerId: shop.bea.id });
      const nia = await aMember(database.db, clock, { name: 'Nia', role: 'provider' });
      await deny('PATCH', `/accounts/${nia.id}`, { providerId: shop.bea.id });
    });

    it('S04 takes over nobody who sees a provider’s customers, by a new address or a new name', async () => {
      const may = { role: 'own', permissions: ['customers.view' as const], providerId: shop.bea.id };
      const zoe = await aMember(database.db, clock, { name: 'Zoe', ...may });
      await deny('POST', `/accounts/${zoe.id}/invitation`, {});
      await deny('PATCH', `/accounts/${zoe.id}`, { status: 'disabled' });
      const seen = await call(helper.cookie, 'GET', '/accounts');
      expect(seen.body.items.find((item: { id: number }) => item.id === zoe.id).beyond).to.equal(true);
    });

    it('does nothing more once its right is gone, even with a request that was let in before', async () => {
      await database.db('roles').where({ id: helper.roleId }).update({ permissions: '["accounts.view"]' });
      await deny('POST', '/roles', { name: 'Late', permissions: [] });
    });
  });

  it('S68 sends no stranger one invitation after the other', async () => {
    const given = { name: 'Ivo', email: 'ivo@elsewhere.example', role: 'provider' };
    const { body } = await call(owner, 'POST', '/accounts', given);
    const again = () => call(owner, 'POST', `/accounts/${body.id}/invitation`, {});
    const statuses: number[] = [];
    for (let time = 0; time < 6; time += 1) statuses.push((await again()).status);
    expect(statuses).to.deep.equal([200, 200, 200, 200, 200, 429]);
    clock.advance(15 * 60_000);
    expect((await again()).status).to.equal(200);
    clock.advance(-15 * 60_000);
  });

  it('S17 takes no role, permission, provider or status with one’s own name', async () => {
    const eve = await database.db('accounts').where({ name: 'Eve' }).first('id');
    const cookie = await aSession(database.db, clock, eve.id);
    for (const extra of [
      { role: 'owner' },
      { role_id: 1 },
      { permissions: ['settings.edit'] },
      { providerId: 1 },
      { status: 'active' },
      { email: 'x@team.example' },
      { id: ownerId },
    ])
      await refused(() => call(cookie, 'PATCH', '/account', { name: 'Eve', ...extra }), 'invalid_request');
    expect((await call(cookie, 'PATCH', '/account', { name: 'Eve Adams' })).body.account.name).to.equal('Eve Adams');
    expect((await call(cookie, 'GET', '/session')).body.account.name).to.equal('Eve Adams');
  });

  it('keeps the last active owner, who can be neither disabled nor demoted nor moved to another address', async () => {
    await aMember(database.db, clock, { name: 'Invited Owner', role: 'owner' });
    await database.db('accounts').where({ name: 'Invited Owner' }).update({ status: 'invited' });
    const path = `/accounts/${ownerId}`;
    await refused(() => call(owner, 'PATCH', path, { role: 'manager' }), 'conflict');
    await refused(() => call(owner, 'PATCH', path, { status: 'disabled' }), 'conflict');
    const body = { email: 'new@team.example', currentPassword: manager.password };
    await refused(() => call(owner, 'POST', `${path}/invitation`, body), 'conflict');
  });
});
