import { expect } from 'chai';
import { transact } from '../../server/db/transact.js';
import type { NewNotice } from '../../server/notices/tell.js';
import { tellStaff } from '../../server/notices/tell.js';
import type { Staff } from '../customers/staff.js';
import { signedIn } from '../customers/staff.js';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { aBooking } from '../support/builders.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';

eachDatabase('the bell', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let ada: Staff;
  let bea: Staff;
  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
  });
  after(() => app.stop());
  beforeEach(async () => {
    clock.set('2026-11-24T08:00:00Z');
    await database.db('notice_reads').delete();
    await database.db('notices').delete();
    ada = await signedIn(database.db, clock.now(), { name: 'Ada' });
    bea = await signedIn(database.db, clock.now(), { name: 'Bea' });
  });

  const tell = (notice: Partial<NewNotice> = {}): Promise<void> =>
    transact(database.db, (tx) =>
      tellStaff(tx, {
        at: clock.now(),
        kind: 'import.done',
        subject: 'import:4',
        values: { added: 12 },
        permission: 'customers.import',
        ...notice,
      }),
    );
  const bell = async (who = ada) => (await app.call('GET', '/api/v1/admin/notices', { cookie: who.cookie })).body;
  const read = async (ids: number[], who = ada) =>
    (await app.call('POST', '/api/v1/admin/notices/read', { cookie: who.cookie, body: { ids } })).status;

  it('tells everybody who has the permission, each of whom reads for themselves', async () => {
    await tell();
    const shown = await bell();
    expect(shown).to.deep.include({ unread: 1, reminders: [] });
    expect(shown.notices[0]).to.deep.include({
      kind: 'import.done',
      subject: 'import:4',
      customer: null,
      values: { added: 12 },
      createdAt: '2026-11-24T08:00:00Z',
      read: false,
    });
    for (let time = 0; time < 2; time += 1) expect(await read([shown.notices[0].id])).to.equal(204);
    expect(await bell()).to.have.property('unread', 0);
    expect((await bell()).notices[0].read).to.equal(true);
    expect(await bell(bea)).to.have.property('unread', 1);
  });

  it('tells nobody who lacks the permission, and an account’s own notices nobody else', async () => {
    const provider = await signedIn(database.db, clock.now(), { role: 'provider' });
    await tell();
    await tell({ accountId: ada.id });
    expect(await bell()).to.have.property('unread', 2);
    expect(await bell(bea)).to.have.property('unread', 1);
    expect(await bell(provider)).to.deep.equal({ unread: 0, reminders: [], notices: [] });
    const ids = (await bell()).notices.map((notice: { id: number }) => notice.id);
    expect(await read([...ids, 999_999], bea)).to.equal(204);
    expect(await database.db('notice_reads').where({ account_id: bea.id })).to.have.length(1);
    expect(await read(ids, provider)).to.equal(204);
    expect(await database.db('notice_reads').where({ account_id: provider.id })).to.have.length(0);
  });

  it('names the customer as they are called now, and tells providers of their own alone (S04)', async () => {
    const { customerId, providerIds } = await aBooking(database.db);
    const own = await signedIn(database.db, clock.now(), { role: 'provider', providerId: providerIds[0] ?? null });
    const other = await signedIn(database.db, clock.now(), { role: 'provider' });
    await tell({ kind: 'duplicates.found', subject: `customer:${customerId}`, permission: 'customers.view' });
    await database.db('customers').where({ id: customerId }).update({ display_name: 'Benjamin' });
    expect((await bell()).notices[0].customer).to.deep.equal({ number: customerId, name: 'Benjamin' });
    expect(await bell(own)).to.have.property('unread', 1);
    expect(await bell(other)).to.have.property('unread', 0);
    await database.db('customers').where({ id: customerId }).update({ status: 'erased' });
    expect((await bell()).notices[0].customer).to.equal(null);
  });

  it('holds the newest 30, counts all, and forgets after three months', async () => {
    for (let count = 0; count < 33; count += 1) await tell({ values: { count } });
    const shown = await bell();
    expect(shown.notices).to.have.length(30);
    expect(shown.notices[0].values).to.deep.equal({ count: 32 });
    expect(shown.unread).to.equal(33);
    await read([shown.notices[0].id]);
    clock.advance(91 * 86_400_000);
    await app.context.upkeep.forgetNotes();
    expect(await database.db('notices')).to.have.length(0);
    expect(await database.db('notice_reads')).to.have.length(0);
  });

  it('is there only with the fact that it tells', async () => {
    const failing = transact(database.db, async (tx) => {
      await tellStaff(tx, {
        at: clock.now(),
        kind: 'import.done',
        subject: 'import:4',
        permission: 'customers.import',
      });
      throw new Error('the fact did not happen');
    });
    await failing.then(
      () => expect.fail('should throw'),
      (error: Error) => expect(error.message).to.equal('the fact did not happen'),
    );
    expect(await bell()).to.have.property('unread', 0);
  });
});
