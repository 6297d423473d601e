import { expect } from 'chai';
import type { TestApp } from '../../support/app.js';
import { startApp } from '../../support/app.js';
import { clockAt } from '../../support/clock.js';
import { eachDatabase } from '../../support/databases.js';
import { aCustomer } from '../a-customer.js';
import type { Staff } from '../staff.js';
import { signedIn } from '../staff.js';

const prefix = '/api/v1/admin';

eachDatabase('the export of sensitive fields', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let manager: Staff;
  let clerk: Staff;
  let number: number;

  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    manager = await signedIn(database.db, clock.now());
    clerk = await signedIn(database.db, clock.now(), { role: 'own' });
    const permissions = ['customers.view', 'customers.view_all', 'customers.export'];
    const [roleId] = await database
      .db('roles')
      .insert({ name: 'Clerk', name_folded: 'clerk', permissions: JSON.stringify(permissions), created_at: 0 });
    await database.db('accounts').where({ id: clerk.id }).update({ role_id: roleId });
    number = await aCustomer(database.db, { firstName: 'Pat', email: 'pat@example.com', more: { nationality: 'US' } });
    const changed = await app.call('PATCH', `${prefix}/customers/${number}`, {
      cookie: manager.cookie,
      body: { version: 1, sensitive: { ssn: '536-22-1234' } },
    });
    expect(changed.status, changed.text).to.equal(200);
  });
  after(() => app.stop());

  const prepare = (columns: string[], cookie: string) =>
    app.call('POST', `${prefix}/customer-exports`, {
      cookie,
      body: { selection: { numbers: [number] }, columns, delimiter: 'comma', bom: false },
    });
  const fetchFile = (id: string, cookie: string) => app.call('GET', `${prefix}/customer-exports/${id}`, { cookie });

  it('holds them for those who may see them, and the trail names the column and no value (S92, S115)', async () => {
    const { id } = (await prepare(['number', 'sensitive.ssn', 'sensitive.cpf'], manager.cookie)).body;
    expect((await fetchFile(id, manager.cookie)).text).to.equal(
      `Customer number,ssn,cpf\r\n${number},536-22-1234,\r\n`,
    );
    const rows = await database.db('audit').where({ action: 'customers.exported' }).select('values');
    expect(JSON.parse(rows[0].values).columns).to.deep.equal(['number', 'sensitive.ssn', 'sensitive.cpf']);
    expect(JSON.stringify(await database.db('audit').select())).to.not.match(/536-?22-?1234/);
  });

  it('is refused to those who may only export, and once more when the permission goes in between (S92, S115)', async () => {
    expect((await prepare(['number'], clerk.cookie)).status).to.equal(201);
    const refused = await prepare(['number', 'sensitive.ssn'], clerk.cookie);
    expect([refused.status, refused.body.error.code]).to.deep.equal([403, 'forbidden']);
    const { id } = (await prepare(['sensitive.ssn'], manager.cookie)).body;
    await database.db('accounts').where({ id: manager.id }).update({ role: 'own', role_id: 1 });
    expect((await fetchFile(id, manager.cookie)).status).to.equal(403);
    await database.db('accounts').where({ id: manager.id }).update({ role: 'manager', role_id: null });
  });

  it('is of fields that there are', async () => {
    expect((await prepare(['sensitive.passwordHash'], manager.cookie)).status).to.equal(422);
  });
});
