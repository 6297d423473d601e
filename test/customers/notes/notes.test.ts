import { expect } from 'chai';
import type { TestAnswer, TestApp } from '../../support/app.js';
import { startApp } from '../../support/app.js';
import { aBooking } from '../../support/builders.js';
import { clockAt } from '../../support/clock.js';
import { eachDatabase } from '../../support/databases.js';
import type { Staff } from '../staff.js';
import { signedIn } from '../staff.js';

eachDatabase('notes about a customer (A072–A075)', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let ada: Staff;
  let ben: number;
  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
  });
  after(() => app.stop());
  beforeEach(async () => {
    clock.set('2026-11-24T08:00:00Z');
    ada = await signedIn(database.db, clock.now());
    ben = (await aBooking(database.db)).customerId;
  });

  const call = (method: string, path: string, body?: unknown, number = ben, who = ada): Promise<TestAnswer> =>
    app.call(method, `/api/v1/admin/customers/${number}/notes${path}`, {
      cookie: who.cookie,
      ...(body === undefined ? {} : { body }),
    });
  const add = async (text: string, more: object = {}): Promise<{ id: number; version: number }> => {
    const answer = await call('POST', '', { text, ...more });
    expect(answer.status, answer.text).to.equal(201);
    return answer.body;
  };
  const texts = async (): Promise<string[]> =>
    (await call('GET', '')).body.items.map((note: { text: string }) => note.text);
  const trail = async (): Promise<string[]> =>
    (
      await database
        .db('audit')
        .where({ subject: `customer:${ben}` })
        .orderBy('id')
        .select('action')
    ).map((row: { action: string }) => row.action);

  it('are several, the newest on top, with who wrote them and when (A072)', async () => {
    await add('Likes tea');
    const second = await add('Allergic to nuts\r\nReally.');
    expect(await texts()).to.deep.equal(['Allergic to nuts\nReally.', 'Likes tea']);
    expect(second).to.deep.include({
      author: { id: ada.id, name: 'Ada' },
      createdAt: '2026-11-24T08:00:00Z',
      version: 1,
    });
    expect((await call('POST', '', { text: '  ' })).status).to.equal(422);
    expect((await call('POST', '', { text: 'x'.repeat(5001) })).status).to.equal(422);
    expect(await trail()).to.deep.equal(['customer.note_added', 'customer.note_added']);
  });

  it('are changed, and a stale change answers 409 with the note as it is (A073)', async () => {
    const note = await add('Likes tea');
    const changed = await call('PATCH', `/${note.id}`, { version: 1, text: 'Likes green tea' });
    expect(changed.body).to.include({ text: 'Likes green tea', version: 2 });
    const stale = await call('PATCH', `/${note.id}`, { version: 1, text: 'Likes coffee' });
    expect([stale.status, stale.body.error.code]).to.deep.equal([409, 'stale']);
    expect(stale.body.error.details.note).to.include({ text: 'Likes green tea', version: 2 });
    const row = await database.db('audit').where({ action: 'customer.note_changed' }).orderBy('id', 'desc').first();
    expect(JSON.parse(row.values)).to.deep.equal({ note: note.id, text: { from: 'Likes tea', to: 'Likes green tea' } });
    expect(row.actor).to.equal(`account:${ada.id}`);
  });

  it('of one version are changed once, however many try at the same time (A073)', async () => {
    const note = await add('Likes tea');
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => call('PATCH', `/${note.id}`, { version: 1, text: `Change ${index}` })),
    );
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409, 409, 409, 409, 409, 409, 409]);
  });

  it('are deleted, come back to their place by undo, and are gone for good after 30 days (A073)', async () => {
    await add('One');
    const two = await add('Two');
    await add('Three');
    expect((await call('DELETE', `/${two.id}`)).status).to.equal(204);
    expect(await texts()).to.deep.equal(['Three', 'One']);
    expect((await call('DELETE', `/${two.id}`)).status).to.equal(404);
    expect((await call('PATCH', `/${two.id}`, { version: 1, text: 'Gone' })).status).to.equal(404);
    for (let time = 0; time < 2; time += 1)
      expect((await call('POST', `/${two.id}/restoration`, {})).body).to.include({ text: 'Two' });
    expect(await texts()).to.deep.equal(['Three', 'Two', 'One']);
    expect((await trail()).slice(3)).to.deep.equal(['customer.note_deleted', 'customer.note_restored']);
    await call('DELETE', `/${two.id}`);
    clock.advance(29 * 86_400_000);
    ada = await signedIn(database.db, clock.now());
    await app.context.upkeep.forgetNotes();
    expect((await call('POST', `/${two.id}/restoration`, {})).status).to.equal(200);
    await call('DELETE', `/${two.id}`);
    clock.advance(31 * 86_400_000);
    ada = await signedIn(database.db, clock.now());
    expect((await call('POST', `/${two.id}/restoration`, {})).status, 'too late').to.equal(404);
    await app.context.upkeep.forgetNotes();
    expect(await database.db('customer_notes').where({ id: two.id })).to.deep.equal([]);
    expect(await texts()).to.deep.equal(['Three', 'One']);
  });

  it('keep the order that they were put in, pinned ones first (A074)', async () => {
    const ids: number[] = [];
    for (const text of ['One', 'Two', 'Three']) ids.push((await add(text)).id);
    const [one, two, three] = ids as [number, number, number];
    const ordered = await call('PUT', '/order', { ids: [two, one, three] });
    expect(ordered.body.items.map((note: { text: string }) => note.text)).to.deep.equal(['Two', 'One', 'Three']);
    expect(await texts()).to.deep.equal(['Two', 'One', 'Three']);
    await call('PATCH', `/${three}`, { version: 1, pinned: true });
    expect(await texts()).to.deep.equal(['Three', 'Two', 'One']);
    await add('Four');
    expect(await texts()).to.deep.equal(['Three', 'Four', 'Two', 'One']);
    expect((await trail()).at(3)).to.equal('customer.note_reordered');
  });

  it('refuse an order that names one twice, leaves one out, or names a stranger’s (A074, S06)', async () => {
    const one = await add('One');
    const two = await add('Two');
    const stranger = (await aBooking(database.db)).customerId;
    const theirs = (await call('POST', '', { text: 'Theirs' }, stranger)).body;
    const order = async (ids: number[]) => {
      const { status, body } = await call('PUT', '/order', { ids });
      return [status, body.error?.code];
    };
    expect(await order([one.id, one.id, two.id])).to.deep.equal([422, 'invalid_request']);
    expect(await order([one.id, one.id])).to.deep.equal([422, 'invalid_request']);
    expect(await order([one.id])).to.deep.equal([409, 'stale']);
    expect(await order([one.id, theirs.id])).to.deep.equal([409, 'stale']);
    expect(await order([one.id, two.id, theirs.id])).to.deep.equal([409, 'stale']);
    expect(await texts()).to.deep.equal(['Two', 'One']);
  });

  it('end in one whole order of several that came at the same time (A074)', async () => {
    const ids: number[] = [];
    for (const text of ['a', 'b', 'c', 'd', 'e', 'f']) ids.push((await add(text)).id);
    const orders = Array.from({ length: 6 }, (_, turn) => [...ids.slice(turn), ...ids.slice(0, turn)]);
    const answers = await Promise.all(orders.map((order) => call('PUT', '/order', { ids: order })));
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 200, 200, 200, 200]);
    const now = (await call('GET', '')).body.items.map((note: { id: number }) => note.id);
    expect(orders.map(String)).to.include(String(now));
  });

  it('of another customer are not there under this one (S06)', async () => {
    const stranger = (await aBooking(database.db)).customerId;
    const { body: theirs } = await call('POST', '', { text: 'Theirs' }, stranger);
    expect((await call('PATCH', `/${theirs.id}`, { version: 1, text: 'Mine' })).status).to.equal(404);
    expect((await call('DELETE', `/${theirs.id}`)).status).to.equal(404);
    expect((await call('POST', `/${theirs.id}/restoration`, {})).status).to.equal(404);
    const row = await database.db('customer_notes').where({ id: theirs.id }).first();
    expect(row).to.include({ text: 'Theirs', deleted_at: null, version: 1 });
  });

  it('are out of reach of a provider who never served the customer, and within it for one who did', async () => {
    const { customerId, providerIds } = await aBooking(database.db);
    const own = await signedIn(database.db, clock.now(), { role: 'provider', providerId: providerIds[0] ?? null });
    const other = await signedIn(database.db, clock.now(), { role: 'provider' });
    expect((await call('GET', '', undefined, customerId, own)).status).to.equal(200);
    expect((await call('GET', '', undefined, customerId, other)).status).to.equal(404);
    expect((await call('POST', '', { text: 'Hello' }, customerId, other)).status).to.be.oneOf([403, 404]);
  });

  it('are read but not changed while the customer is in the trash', async () => {
    const note = await add('Likes tea');
    await database.db('customers').where({ id: ben }).update({ status: 'trashed' });
    expect(await texts()).to.deep.equal(['Likes tea']);
    const answer = await call('PATCH', `/${note.id}`, { version: 1, text: 'No' });
    expect([answer.status, answer.body.error.code]).to.deep.equal([409, 'conflict']);
    expect((await call('POST', '', { text: 'No' })).status).to.equal(409);
  });

  it('hold what was typed as it was typed, whatever it looks like (S42)', async () => {
    const payloads = ['<script>alert(1)</script>', '{{7*7}}<%= 7*7 %>', "'; DROP TABLE customers; --", '\u202eevil'];
    for (const text of payloads) await add(text);
    expect(await texts()).to.deep.equal([...payloads].reverse());
  });
});
