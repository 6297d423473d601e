import { expect } from 'chai';
import { findNewPairs } from '../../../server/customers/duplicates/finding.js';
import { forgetOldMerges, undoableFor } from '../../../server/customers/duplicates/undoing.js';
import { transact } from '../../../server/db/transact.js';
import { tellStaff } from '../../../server/notices/tell.js';
import type { TestApp } from '../../support/app.js';
import { startApp } from '../../support/app.js';
import type { TestClock } from '../../support/clock.js';
import { clockAt } from '../../support/clock.js';
import { eachDatabase } from '../../support/databases.js';
import type { Shop } from '../../support/shop.js';
import { aShop, bookOver } from '../../support/shop.js';

const base = '/api/v1/admin/customers';

eachDatabase('possible duplicates', (database) => {
  let app: TestApp;
  let cookie: string;
  let clock: TestClock;
  let shop: Shop;
  before(async () => {
    clock = clockAt('2026-11-24T08:00:00Z');
    app = await startApp({ db: database.db, folder: database.folder, clock });
    shop = await aShop(database.db, clock);
    cookie = await app.signIn();
  });
  after(() => app.stop());

  const call = (method: string, path: string, body?: unknown) =>
    app.call(method, `${base}${path}`, { cookie, ...(body === undefined ? {} : { body }) });
  const add = async (values: object): Promise<{ number: number; version: number }> => {
    const { status, body, text } = await call('POST', '', { despiteDuplicates: true, ...values });
    expect(status, text).to.equal(201);
    return body;
  };
  const read = async (number: number) => (await call('GET', `/${number}`)).body;
  const mergeInto = async (kept: number, other: number, take: string[] = []) => {
    const [left, right] = [await read(kept), await read(other)];
    return call('POST', `/${kept}/merge`, { other, version: left.version, otherVersion: right.version, take });
  };

  it('are suggested for the same e-mail, the same phone, and a similar name born on the same day', async () => {
    const ana = await add({ firstName: 'Ana', lastName: 'Silva', email: 'ana@one.example', birthDate: '1990-05-17' });
    const namesake = await add({
      firstName: 'Ana',
      lastName: 'Sylva',
      email: 'a.s@two.example',
      birthDate: '1990-05-17',
    });
    const rui = await add({ firstName: 'Rui', lastName: 'Costa', email: 'ANA@one.example', phone: '912 345 678' });
    const eva = await add({ firstName: 'Eva', lastName: 'Melo', email: 'eva@x.example', phone: '+351 912345678' });
    await findNewPairs({ ...database, clock, tell: tellStaff });
    const { body } = await call('GET', '/duplicates');
    const pairs = body.items.map((pair: { reason: string; low: { number: number }; high: { number: number } }) => [
      pair.reason,
      pair.low.number,
      pair.high.number,
    ]);
    expect(pairs).to.have.deep.members([
      ['name', ana.number, namesake.number],
      ['email', ana.number, rui.number],
      ['phone', rui.number, eva.number],
    ]);
    expect(body.total).to.equal(3);
    expect((await call('GET', `/duplicates?customer=${eva.number}`)).body.total).to.equal(1);

    const dismissal = { numbers: [eva.number, rui.number] };
    expect((await call('POST', '/duplicates/dismissal', dismissal)).status).to.equal(204);
    expect((await call('POST', '/duplicates/dismissal', dismissal)).status).to.equal(204);
    await database.db('versions').where({ name: 'duplicates-looked-at' }).update({ version: 0 });
    await findNewPairs({ ...database, clock, tell: tellStaff });
    expect((await call('GET', '/duplicates')).body.total, 'not suggested again').to.equal(2);
    const notices = await database
      .db('notices')
      .where({ kind: 'duplicates.found' })
      .select('subject', 'values', 'permission');
    expect(notices, 'who may merge is told once of whom nobody was shown').to.deep.equal([
      { subject: 'business', values: '{"count":1}', permission: 'customers.merge' },
    ]);
    const told = await database.db('audit').where({ action: 'customer.told_apart' }).select('subject');
    expect(told.map(({ subject }) => subject)).to.have.members([`customer:${rui.number}`, `customer:${eva.number}`]);
  });

  it('merge field by field, with bookings and notes, and everything is found under the one that is kept', async () => {
    const kept = await add({ firstName: 'Marta', lastName: 'Reis', email: 'marta@one.example', city: 'Porto' });
    const contact = { firstName: 'Marta', lastName: 'Reis-Lima', email: 'reis@two.example', phone: '+351 933 333 333' };
    const booked = await bookOver(app.call, shop, { start: '2026-12-01T09:00:00Z', contact });
    expect(booked.status, booked.text).to.equal(201);
    const gone = (await database.db('customers').where({ email: 'reis@two.example' }).first('id')).id;
    await call('POST', `/${gone}/notes`, { text: 'Prefers mornings' });

    const preview = (await call('GET', `/${kept.number}/merge?other=${gone}`)).body;
    expect(preview.moves).to.include({ bookings: 1, notes: 1 });
    const suggested = Object.fromEntries(
      preview.fields.map((one: { field: string; take: string }) => [one.field, one.take]),
    );
    expect(suggested).to.include({ lastName: 'kept', email: 'kept', phone: 'gone', city: 'kept' });

    const merged = await mergeInto(kept.number, gone, ['phone', 'lastName']);
    expect(merged.status, merged.text).to.equal(201);
    expect(merged.body.record).to.include({
      number: kept.number,
      name: 'Marta Reis-Lima',
      email: 'marta@one.example',
      city: 'Porto',
    });
    const found = async (q: string) =>
      (await call('GET', `?q=${q}`)).body.items.map((item: { number: number }) => item.number);
    expect(await found('lima')).to.deep.equal([kept.number]);
    expect(await found('933333333')).to.deep.equal([kept.number]);
    expect(await found('reis%40two'), 'the other address is gone from the list').to.deep.equal([]);
    expect(await read(gone)).to.include({ status: 'merged', mergedInto: kept.number });
    expect((await call('GET', `/${kept.number}/notes`)).body.items[0].text).to.equal('Prefers mornings');

    // Who books as the one that was merged attaches to the one that is kept.
    const again = await bookOver(app.call, shop, { start: '2026-12-01T10:00:00Z', contact });
    expect(again.status, again.text).to.equal(201);
    const { customer_id } = await database
      .db('bookings')
      .where({ reference: again.body.booking.reference })
      .first('customer_id');
    expect(customer_id).to.equal(kept.number);

    // And it comes apart again; what came after stays where it came.
    const undone = await call('POST', `/merges/${merged.body.mergeId}/undo`, {});
    expect(undone.status, undone.text).to.equal(200);
    expect(await read(kept.number)).to.include({ name: 'Marta Reis', phone: null, status: 'active' });
    expect(await read(gone)).to.include({ name: 'Marta Reis-Lima', status: 'active', phone: '+351 933 333 333' });
    expect(await found('reis%40two')).to.deep.equal([gone]);
    expect((await call('GET', `/${gone}/notes`)).body.items).to.have.length(1);
    const owners = await database
      .db('bookings')
      .whereIn('customer_id', [kept.number, gone])
      .orderBy('id')
      .select('customer_id');
    expect(owners.map((row) => row.customer_id)).to.deep.equal([gone, kept.number]);
    expect((await call('POST', `/merges/${merged.body.mergeId}/undo`, {})).status, 'once').to.equal(409);
  });

  it('refuse to be merged with themselves, with one in the trash, and from what is stale', async () => {
    const left = await add({ firstName: 'Lia', lastName: 'Um', email: 'lia@one.example' });
    const right = await add({ firstName: 'Lia', lastName: 'Dois', email: 'lia@two.example' });
    expect((await mergeInto(left.number, left.number)).status).to.equal(409);
    const stale = { other: right.number, version: left.version, otherVersion: right.version, take: [] };
    await call('PATCH', `/${right.number}`, { version: right.version, city: 'Faro' });
    const refused = await call('POST', `/${left.number}/merge`, stale);
    expect([refused.status, refused.body.error.code]).to.deep.equal([409, 'stale']);
    expect(await read(left.number), 'nothing half done').to.include({ version: left.version, status: 'active' });
    await call('POST', `/${right.number}/trash`, { cancel: [] });
    expect((await mergeInto(left.number, right.number)).status).to.equal(409);
    expect((await call('POST', `/${left.number}/merge`, { ...stale, other: 999_999 })).status).to.equal(404);
  });

  it('merge once when two people do it at once', async () => {
    const left = await add({ firstName: 'Ivo', lastName: 'Um', email: 'ivo@one.example' });
    const right = await add({ firstName: 'Ivo', lastName: 'Dois', email: 'ivo@two.example' });
    const one = { other: right.number, version: 1, otherVersion: 1, take: [] };
    const other = { other: left.number, version: 1, otherVersion: 1, take: [] };
    const answers = await Promise.all([
      call('POST', `/${left.number}/merge`, one),
      call('POST', `/${right.number}/merge`, other),
      call('POST', `/${left.number}/merge`, one),
    ]);
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([201, 409, 409]);
    const statuses = await database.db('customers').whereIn('id', [left.number, right.number]).select('status');
    expect(statuses.map(({ status }) => status).sort()).to.deep.equal(['active', 'merged']);
  });

  it('can be taken apart for 30 days and no longer, and then nothing personal is kept of it', async () => {
    const left = await add({ firstName: 'Noa', lastName: 'Um', email: 'noa@one.example' });
    const right = await add({ firstName: 'Noa', lastName: 'Dois', email: 'noa@two.example' });
    const merged = await mergeInto(left.number, right.number, ['lastName']);
    const at = clock.now();
    clock.set(at + undoableFor + 1);
    await transact(database.db, (tx) => forgetOldMerges(tx, clock.now()));
    // The session is over by then: what the rule says is asked of the database's own rows.
    const row = await database.db('merges').where({ id: merged.body.mergeId }).first('snapshot');
    expect(row.snapshot).to.equal('');
    clock.set(at);
    expect((await call('POST', `/merges/${merged.body.mergeId}/undo`, {})).status).to.equal(409);
  });
});
