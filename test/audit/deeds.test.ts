import { expect } from 'chai';
import { importing } from '../customers/import/importing.js';
import type { Scene } from '../customers/trash/scene.js';
import { aScene } from '../customers/trash/scene.js';
import { manager } from '../support/app.js';
import { eachDatabase } from '../support/databases.js';
import { aMember } from '../support/team.js';

/* What changes something only after other requests: the access matrix watches the rest (test/http/access-matrix.test.ts). */
eachDatabase('deeds of several steps leave their row in the trail (S116)', (database) => {
  let scene: Scene;
  before(async () => {
    scene = await aScene(database);
  });
  after(() => scene.app.stop());

  const last = async (subject: string) => {
    const row = await database.db('audit').where({ subject }).orderBy('id', 'desc').first('action', 'actor');
    return row && `${row.action} by ${row.actor}`;
  };
  const ownerLabel = async () =>
    `account:${(await database.db('accounts').where({ email: manager.email }).first('id')).id}`;

  it('an invitation, the password that follows it, signing in, another password, one session ended', async () => {
    const owner = await ownerLabel();
    const given = { name: 'Ivo Melo', email: 'ivo@team.example', role: 'provider' };
    const { id } = (await scene.admin('POST', '/accounts', given)).body;
    const subject = `account:${id}`;
    expect((await scene.admin('POST', `/accounts/${id}/invitation`, {})).status).to.equal(200);
    expect(await last(subject)).to.equal(`account.invited by ${owner}`);

    const { seed } = await database.db('account_keys').where({ account_id: id }).first('seed');
    const password = 'mellow otter paddles';
    const use = { token: scene.app.context.team.linkToken(seed), password };
    expect((await scene.admin('POST', '/password-link/password', use, '')).status).to.equal(204);
    expect(await last(subject)).to.equal('account.joined by visitor');

    const signIn = async (body: object) => {
      const answer = await scene.admin('POST', '/session', { email: given.email, ...body }, '');
      expect(answer.status, answer.text).to.equal(201);
      return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    };
    const cookie = await signIn({ password });
    expect(await last(subject)).to.equal(`account.signed_in by ${subject}`);
    await signIn({ password });
    const sessions = (await scene.admin('GET', '/account/sessions', undefined, cookie)).body.items;
    const other = sessions.find((session: { current: boolean }) => !session.current);
    expect((await scene.admin('DELETE', `/account/sessions/${other.id}`, undefined, cookie)).status).to.equal(204);
    expect(await last(subject)).to.equal(`account.sessions_ended by ${subject}`);
    const change = { currentPassword: password, newPassword: 'another otter paddles' };
    expect((await scene.admin('POST', '/account/password', change, cookie)).status).to.equal(204);
    expect(await last(subject)).to.equal(`account.password_changed by ${subject}`);
  });

  it('a merge that is taken back', async () => {
    const [kept, gone] = [await scene.add({ email: 'one@example.com' }), await scene.add({ email: 'two@example.com' })];
    const merged = await scene.admin('POST', `/customers/${kept}/merge`, {
      ...{ other: gone, version: 1, otherVersion: 1, take: [] },
    });
    expect((await scene.admin('POST', `/customers/merges/${merged.body.mergeId}/undo`, {})).status).to.equal(200);
    for (const number of [kept, gone])
      expect(await last(`customer:${number}`)).to.equal(`customer.merge_undone by ${await ownerLabel()}`);
  });

  it('an import that is thrown away, and one that somebody else takes back than who imported', async () => {
    const member = await aMember(database.db, scene.clock, { name: 'Mona', role: 'manager' });
    const { upload, imported, ask, settled } = importing(scene.app, () => member.cookie);
    const { body } = await upload('Name,E-mail\nEva,eva@example.com\n');
    const path = `/customers/imports/${body.id}`;
    expect((await scene.admin('DELETE', path, undefined, member.cookie)).status).to.equal(204);
    expect(await last(`import:${body.id}`)).to.equal(`customer.import_discarded by account:${member.id}`);

    const { id } = await imported('Name,E-mail\nEva,eva@example.com\n');
    const undone = await scene.admin('POST', `/customers/imports/${id}/undo`);
    expect(undone.status, undone.text).to.equal(200);
    expect((await settled(id)).status).to.equal('undone');
    const asked = await database.db('audit').where({ action: 'customer.import_undo_asked' }).first('actor', 'subject');
    expect(asked).to.deep.equal({ actor: await ownerLabel(), subject: `import:${id}` });
    expect((await ask(id, 'undo')).status, 'once').to.equal(409);
  });
});
