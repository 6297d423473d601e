import { expect } from 'chai';
import { importing } from '../customers/import/importing.js';
import type { Scene } from '../customers/trash/scene.js';
import { aScene } from '../customers/trash/scene.js';
import { eachDatabase } from '../support/databases.js';

eachDatabase('the login of a customer', (database) => {
  let scene: Scene;
  let lap = 0;
  before(async () => {
    scene = await aScene(database);
  });
  after(() => scene.app.stop());

  /** A customer with a login, straight into the tables. */
  const withLogin = async (wish: { email?: string; login?: number } = {}) => {
    lap += 1;
    const { email = `person${lap}@example.com` } = wish;
    const row = { email, email_key: email, password_hash: 'x', created_at: scene.clock.now(), created_by: 'account:1' };
    const id = wish.login ?? Number((await database.db('logins').insert(row))[0]);
    return { id, email, number: await scene.add({ lastName: `Melo ${lap}`, email }, { login_id: id }) };
  };
  const ask = async (method: string, path: string, body?: object) => {
    const answer = await scene.admin(method, `/customers/${path}`, body);
    expect(answer.status, `${method} ${path}: ${answer.text}`).to.be.below(300);
    return answer.body;
  };
  const loginOf = async (number: number) => (await scene.row(number))['login_id'];
  const isThere = async (id: number) => (await database.db('logins').where({ id }).first('id')) !== undefined;
  const trash = (number: number) => ask('POST', `${number}/trash`, { cancel: [] });
  const erase = async (number: number) => {
    await trash(number);
    await ask('POST', `${number}/erasure`, { number });
  };
  const merge = (kept: number, other: number, versions = {}) =>
    ask('POST', `${kept}/merge`, { other, version: 1, otherVersion: 1, take: [], ...versions });

  it('stays while they are in the trash, and is there when they are restored (A032, A080)', async () => {
    const { number, id } = await withLogin();
    await trash(number);
    expect((await ask('GET', `${number}`)).login.id).to.equal(id);
    await ask('DELETE', `${number}/trash`);
    expect(await loginOf(number)).to.equal(id);
    await trash(number);
    expect((await scene.admin('DELETE', `/customers/${number}/login`)).status).to.equal(409);
  });

  it('goes when they are erased, unless it serves somebody else, too (A032, A081)', async () => {
    const alone = await withLogin();
    await erase(alone.number);
    expect(await isThere(alone.id)).to.equal(false);
    const mother = await withLogin();
    const child = await withLogin({ email: mother.email, login: mother.id });
    await erase(mother.number);
    expect([await loginOf(mother.number), await loginOf(child.number)]).to.deep.equal([null, mother.id]);
    await erase(child.number);
    expect(await isThere(mother.id)).to.equal(false);
  });

  it('goes with them also when it was unlinked before and nobody else got it (A081)', async () => {
    const [left, given, next] = [await withLogin(), await withLogin(), await scene.add()];
    for (const { number } of [left, given]) await ask('DELETE', `${number}/login`);
    await ask('POST', `${next}/login`, { id: given.id });
    await erase(left.number);
    await erase(given.number);
    expect([await isThere(left.id), await isThere(given.id)]).to.deep.equal([false, true]);
  });

  it('moves with a merge to a customer without one, and back again', async () => {
    const [kept, gone] = [await scene.add({ lastName: 'Kept' }), await withLogin()];
    const { mergeId, record } = await merge(kept, gone.number);
    expect(record.login).to.deep.equal({ id: gone.id, email: gone.email, status: 'active' });
    expect(await loginOf(gone.number)).to.equal(null);
    await ask('POST', `merges/${mergeId}/undo`, {});
    expect([await loginOf(kept), await loginOf(gone.number)]).to.deep.equal([null, gone.id]);
  });

  it('stays with each of two who are merged when both have one, and goes with both', async () => {
    const [kept, gone] = [await withLogin(), await withLogin()];
    const { mergeId } = await merge(kept.number, gone.number);
    expect(await loginOf(kept.number)).to.equal(kept.id);
    await ask('POST', `merges/${mergeId}/undo`, {});
    expect([await loginOf(kept.number), await loginOf(gone.number)]).to.deep.equal([kept.id, gone.id]);
    await merge(kept.number, gone.number, { version: 3, otherVersion: 3 });
    await erase(kept.number);
    expect([await isThere(kept.id), await isThere(gone.id)]).to.deep.equal([false, false]);
  });

  it('that both of two had is the kept one’s alone, can be unlinked and linked anew, and comes back to both', async () => {
    const [kept, next] = [await withLogin(), await scene.add({ lastName: 'Next' })];
    const gone = await withLogin({ email: kept.email, login: kept.id });
    const first = await merge(kept.number, gone.number);
    await ask('POST', `merges/${first.mergeId}/undo`, {});
    expect([await loginOf(kept.number), await loginOf(gone.number)]).to.deep.equal([kept.id, kept.id]);
    await merge(kept.number, gone.number, { version: 3, otherVersion: 3 });
    await ask('DELETE', `${kept.number}/login`);
    await ask('POST', `${next}/login`, { id: kept.id });
    expect(await loginOf(next)).to.equal(kept.id);
  });

  it('is not given back by the undo of a merge when the kept one got another meanwhile', async () => {
    const [kept, gone] = [await scene.add({ lastName: 'Kept' }), await withLogin()];
    const { mergeId } = await merge(kept, gone.number);
    await ask('DELETE', `${kept}/login`);
    const other = await withLogin();
    await ask('DELETE', `${other.number}/login`);
    await ask('POST', `${kept}/login`, { id: other.id });
    await ask('POST', `merges/${mergeId}/undo`, {});
    expect([await loginOf(kept), await loginOf(gone.number)]).to.deep.equal([other.id, null]);
  });

  it('keeps an imported customer from being removed with the import, which makes and removes none', async () => {
    const { imported, settled } = importing(scene.app, () => scene.cookie);
    const { id: importId } = await imported(
      'Name,E-mail\nEva Um,eva.um@example.com\nEva Dois,eva.dois@example.com\nEva Tres,eva.tres@example.com\n',
    );
    const rows = await database.db('customers').where({ import_id: importId }).orderBy('id').select('id');
    const login = await ask('POST', `${rows[0].id}/login`, {
      email: 'eva@in.example',
      password: 'mellow otter paddles',
    });
    // Who is removed leaves nobody by whose erasure the login would go.
    await ask('POST', `${rows[2].id}/login`, { email: 'tres@in.example', password: 'mellow otter paddles' });
    await ask('DELETE', `${rows[2].id}/login`);
    await ask('POST', `imports/${importId}/undo`);
    expect((await settled(importId)).status).to.equal('undone');
    const left = await database.db('customers').where({ import_id: importId }).orderBy('id').select('id', 'login_id');
    expect(left).to.deep.equal([
      { id: rows[0].id, login_id: login.id },
      { id: rows[2].id, login_id: null },
    ]);
  });

  it('is in the file of a person with its dates, and its address in an export of many (A095)', async () => {
    const { number, email } = await withLogin();
    const file = await scene.admin('GET', `/customers/${number}/export?as=json`);
    expect(JSON.parse(file.text).login).to.deep.equal({
      ...{ email, status: 'active', createdAt: '2026-11-24T08:00:00Z', passwordSetAt: null },
    });
    expect((await scene.admin('GET', `/customers/${number}/export?as=html`)).text).to.include('<h2>Login</h2>');
    const without = await scene.add();
    const ticket = await scene.admin('POST', '/customer-exports', {
      ...{ selection: { numbers: [number, without] }, columns: ['number', 'login'], delimiter: 'comma', bom: false },
    });
    const csv = await scene.admin('GET', `/customer-exports/${ticket.body.id}`);
    expect(csv.text).to.equal(`Customer number,Login\r\n${number},${email}\r\n${without},\r\n`);
  });
});
