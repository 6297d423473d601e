import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { eachDatabase, onMariadb } from '../../support/databases.js';
import type { Scene } from './scene.js';
import { aScene } from './scene.js';

const ana = { firstName: 'Ana', lastName: 'Müller', email: 'ana@example.com' };

eachDatabase('a booking that matches a customer in the trash', (database) => {
  let scene: Scene;
  before(async () => {
    scene = await aScene(database);
  });
  after(() => scene.app.stop());

  it('restores nobody, makes a new customer, and tells staff (A082, S21)', async () => {
    const first = await scene.book(ana, '2026-12-01T10:00:00Z');
    await scene.admin('POST', `/customers/${first.number}/trash`, { cancel: [] });
    const before = await scene.row(first.number);
    const again = { firstName: 'ana', lastName: 'MULLER', email: 'Ana@Example.com' };
    const second = await scene.book(again, '2026-12-02T10:00:00Z');
    expect(second.number).to.not.equal(first.number);
    expect(await scene.row(first.number), 'the one in the trash').to.deep.equal(before);
    expect(await scene.row(second.number)).to.deep.include({ status: 'active', source: 'booking' });

    const notice = await scene.db('notices').where({ kind: 'booking.matched_trashed' }).first();
    expect(notice).to.include({ subject: `customer:${first.number}`, permission: 'customers.restore' });
    expect(JSON.parse(notice.values)).to.deep.equal({ reference: second.reference });
    const added = await scene
      .db('audit')
      .where({ action: 'customer.created', subject: `customer:${second.number}` })
      .first();
    expect(JSON.parse(added.values)).to.deep.equal({ source: 'booking', alike: first.number });

    expect((await scene.book(again, '2026-12-03T10:00:00Z')).number, 'the next one').to.equal(second.number);
    expect((await scene.db('notices').where({ kind: 'booking.matched_trashed' })).length, 'told once').to.equal(1);
  });

  it('tells nobody when the name is another one, or the customer was erased', async () => {
    const first = await scene.book({ ...ana, email: 'else@example.com' }, '2026-12-04T10:00:00Z');
    await scene.admin('POST', `/customers/${first.number}/trash`, { cancel: [first.reference] });
    const told = (await scene.db('notices')).length;
    await scene.book({ firstName: 'Rui', lastName: 'Costa', email: 'else@example.com' }, '2026-12-05T10:00:00Z');
    const erased = await scene.admin('POST', `/customers/${first.number}/erasure`, { number: first.number });
    expect(erased.status, erased.text).to.equal(200);
    const again = await scene.book({ ...ana, email: 'else@example.com' }, '2026-12-06T10:00:00Z');
    expect(again.number).to.not.equal(first.number);
    expect((await scene.db('notices')).length).to.equal(told);
  });
});

onMariadb('a booking while its customer is on the way to the trash', (database) => {
  let scene: Scene;
  before(async () => {
    scene = await aScene(database);
  });
  after(() => scene.app.stop());

  it('waits, and makes a new customer (A082)', async () => {
    const first = await scene.book(ana, '2026-12-01T10:00:00Z');
    const other = await database.connect().transaction();
    await other('customers').where({ id: first.number }).update({ status: 'trashed', identity_key: null });
    const booking = scene.book(ana, '2026-12-02T10:00:00Z');
    await sleep(400);
    await other.commit();
    const second = await booking;
    expect(second.number).to.not.equal(first.number);
  });

  it('waits for one that is on the way out of it, and attaches to that one', async () => {
    const rui = { firstName: 'Rui', lastName: 'Costa', email: 'rui@example.com' };
    const first = await scene.book(rui, '2026-12-03T10:00:00Z');
    const { identity_key } = await scene.row(first.number);
    await scene.db('customers').where({ id: first.number }).update({ status: 'trashed', identity_key: null });
    const other = await database.connect().transaction();
    await other('customers')
      .where({ id: first.number })
      .update({ status: 'active', identity_key } as never);
    const booking = scene.book(rui, '2026-12-04T10:00:00Z');
    await sleep(400);
    await other.commit();
    expect((await booking).number).to.equal(first.number);
  });
});
