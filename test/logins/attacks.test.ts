import { expect } from 'chai';
import { transact } from '../../server/db/transact.js';
import type { AppError } from '../../server/lib/errors.js';
import { readyLogin } from '../../server/logins/ready-login.js';
import { anActor } from '../customers/list/people.js';
import type { Scene } from '../customers/trash/scene.js';
import { aScene } from '../customers/trash/scene.js';
import { eachDatabase } from '../support/databases.js';
import { aMember } from '../support/team.js';

const password = 'mellow otter paddles';

eachDatabase('logins under attack', (database) => {
  let scene: Scene;
  before(async () => {
    scene = await aScene(database);
  });
  after(() => scene.app.stop());

  const give = (number: number, login: object, cookie?: string) =>
    scene.admin('POST', `/customers/${number}/login`, login, cookie);
  const unlink = (number: number) => scene.admin('DELETE', `/customers/${number}/login`);

  it('that served somebody out of sight are neither listed, offered nor linked (S04)', async () => {
    const far = await scene.add({ lastName: 'Far' });
    const { id } = (await give(far, { email: 'far@example.com', password })).body;
    await unlink(far);
    const { number } = await scene.book({ firstName: 'Own', email: 'own@example.com' }, '2026-12-01T10:00:00Z');
    const { provider_id: providerId } = await database.db('appointments').first('provider_id');
    const { cookie } = await aMember(database.db, scene.clock, {
      ...{ name: 'Stella', role: 'own', permissions: ['customers.view', 'customers.manage_logins'], providerId },
    });
    const listed = async (as?: string) => (await scene.admin('GET', '/logins?q=far', undefined, as)).body.items.length;
    expect([await listed(), await listed(cookie)]).to.deep.equal([1, 0]);
    const linked = await give(number, { id }, cookie);
    expect([linked.status, linked.body.error?.details.reason]).to.deep.equal([409, 'login_in_use']);
    const typed = await give(number, { email: 'far@example.com', password }, cookie);
    expect(typed.body.error?.details).to.deep.equal({ reason: 'login_exists', login: null });
    // What was one's own customer's can be linked again.
    const own = (await give(number, { email: 'own@example.com', password }, cookie)).body;
    await scene.admin('DELETE', `/customers/${number}/login`, undefined, cookie);
    expect((await give(number, { id: own.id }, cookie)).status).to.equal(201);
  });

  it('of a family are judged by the address that the customer has when it is given (S19)', async () => {
    const email = 'family@example.com';
    const mother = await scene.add({ lastName: 'Mother', email });
    const { id } = (await give(mother, { email, password })).body;
    const child = await scene.add({ lastName: 'Child', email });
    const ready = await readyLogin(scene.app.context.logins, anActor(), { id }, { names: [], email, below: '' });
    const attach = () => transact(database.db, (tx) => ready.attach(tx, child, scene.clock.now()));
    await database.db('customers').where({ id: child }).update({ email: 'moved@example.com' });
    const refused = await attach().catch((error: AppError) => error.details?.['reason']);
    expect([refused, (await scene.row(child))['login_id']]).to.deep.equal(['login_in_use', null]);
    await database.db('customers').where({ id: child }).update({ email });
    await attach();
    expect((await scene.row(child))['login_id']).to.equal(id);
  });
});
