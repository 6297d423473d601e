import { expect } from 'chai';
import { doInBulk } from '../../../server/customers/bulk/doing.js';
import { forgetOldBulkActions } from '../../../server/customers/bulk/forget.js';
import { DAY } from '../../../server/lib/time-zone.js';
import { setUp } from '../../support/business.js';
import { cpuTimeOf } from '../../support/cpu-time.js';
import { eachDatabase } from '../../support/databases.js';
import { aMember } from '../../support/team.js';
import type { Scene } from '../trash/scene.js';
import { aScene } from '../trash/scene.js';

eachDatabase('bulk actions', (database) => {
  let scene: Scene;
  before(async () => {
    scene = await aScene(database);
  });
  after(() => scene.app.stop());

  const bulk = (action: string, selection: object, more: object = {}, cookie?: string) =>
    scene.admin('POST', '/customers/bulk', { action, selection, ...more }, cookie);
  const undo = (id: number, cookie?: string) => scene.admin('POST', `/customers/bulk/${id}/undo`, {}, cookie);
  const several = async (count: number, name = 'Some') => {
    const numbers: number[] = [];
    for (let index = 0; index < count; index += 1)
      numbers.push(
        await scene.add({ firstName: name, lastName: `Body${index}`, email: `${name}${index}@example.com` }),
      );
    return numbers;
  };
  const statuses = async (numbers: number[]) =>
    (await scene.db('customers').whereIn('id', numbers).orderBy('id').select('status')).map((row) => row.status);

  it('moves thirty to the trash at once and takes it back as it was (A086, A087, A088, A089)', async () => {
    const numbers = await several(30);
    const before = await scene.db('customers').whereIn('id', numbers).orderBy('id');
    const done = await bulk('trash', { numbers });
    expect(done.body, done.text).to.deep.include({ done: 30, skipped: 0, failed: 0, results: [] });
    expect(new Set(await statuses(numbers))).to.deep.equal(new Set(['trashed']));
    const undone = await undo(done.body.id);
    expect(undone.body, undone.text).to.deep.include({ done: 30, skipped: 0, failed: 0, results: [] });
    const after = await scene.db('customers').whereIn('id', numbers).orderBy('id');
    expect(after.map((row) => ({ ...row, version: 1, updated_at: null }))).to.deep.equal(
      before.map((row) => ({ ...row, updated_at: null })),
    );
    const [first] = numbers;
    expect(await scene.trail(`customer:${first}`)).to.deep.equal(['customer.trashed', 'customer.restored']);
    expect(await scene.trail(`bulk:${done.body.id}`)).to.deep.equal(['customers.bulk', 'customers.bulk_undone']);
    const again = await undo(done.body.id);
    expect([again.status, again.body.error.details.reason]).to.deep.equal([409, 'undone']);
  });

  it('names each that it leaves out, with the reason, and does the others', async () => {
    const [plain = 0, gone = 0, erased = 0] = await several(3, 'Mixed');
    const coming = await scene.book({ firstName: 'Coming', email: 'coming@example.com' }, '2026-12-01T10:00:00Z');
    await scene.admin('POST', `/customers/${gone}/trash`, { cancel: [] });
    const owner = { numbers: [plain, gone, coming.number] };
    const done = await bulk('trash', owner);
    expect(done.body, done.text).to.deep.include({
      ...{ done: 1, skipped: 2, failed: 0 },
      results: [
        { number: gone, name: 'Mixed Body1', outcome: 'skipped', reason: 'already' },
        { number: coming.number, name: 'Coming Miller', outcome: 'skipped', reason: 'coming' },
      ],
    });
    expect(await statuses([coming.number])).to.deep.equal(['active']);
    const all = await bulk('trash', owner, { includingComing: true });
    expect(all.body, all.text).to.include({ done: 1, skipped: 2 });
    expect((await scene.db('booking_items').first('status')).status, 'and the appointment stands').to.equal(
      'confirmed',
    );
    await scene.db('customers').where({ id: erased }).update({ status: 'erased' });
    const back = await bulk('restore', { numbers: [plain, erased, coming.number] });
    expect(back.body, back.text).to.deep.include({ done: 2, skipped: 0 });
  });

  it('turns the newsletter on and off, and leaves alone who is in the trash', async () => {
    const numbers = await several(3, 'News');
    await scene.admin('POST', `/customers/${numbers[2]}/trash`, { cancel: [] });
    const on = await bulk('newsletter_on', { numbers });
    expect(on.body, on.text).to.deep.include({ done: 2, skipped: 1 });
    expect(on.body.results[0].reason).to.equal('not_active');
    expect((await bulk('newsletter_on', { numbers: numbers.slice(0, 2) })).body).to.include({ done: 0, skipped: 2 });
    expect(await scene.row(numbers[0] as number)).to.include({ newsletter: 1, version: 2 });
    expect((await undo(on.body.id)).body).to.include({ done: 2 });
    expect(await scene.row(numbers[0] as number)).to.include({ newsletter: 0, version: 3 });
  });

  it('takes all that a filter lists but those that were unticked', async () => {
    const numbers = await several(5, 'Filtered');
    const done = await bulk('trash', { matching: { q: 'filtered' }, except: [numbers[1]] });
    expect(done.body, done.text).to.include({ done: 4 });
    expect(await statuses(numbers)).to.deep.equal(['trashed', 'active', 'trashed', 'trashed', 'trashed']);
    const restored = await bulk('restore', { matching: { q: 'filtered', status: 'trashed' } });
    expect(restored.body, restored.text).to.include({ done: 4 });
  });

  it('takes back only where nothing changed since, and says where something did', async () => {
    const numbers = await several(3, 'Since');
    const [first, second, third] = numbers;
    const done = await bulk('newsletter_on', { numbers });
    await bulk('newsletter_off', { numbers: [second] });
    const { version } = (await scene.admin('GET', `/customers/${third}`)).body;
    await scene.admin('PATCH', `/customers/${third}`, { version, city: 'Porto' });
    const undone = await undo(done.body.id);
    expect(undone.body, undone.text).to.deep.include({ done: 1, skipped: 2 });
    expect(
      undone.body.results.map((one: { number: number; reason: string }) => [one.number, one.reason]),
    ).to.deep.equal([
      [second, 'changed'],
      [third, 'changed'],
    ]);
    expect(await scene.row(first as number)).to.include({ newsletter: 0 });
    expect(await scene.row(third as number)).to.include({ newsletter: 1, city: 'Porto' });
  });

  it('needs the permission of the action itself, and of its opposite to undo what others did (S13)', async () => {
    const numbers = await several(2, 'Perms');
    const view = ['customers.view', 'customers.view_all'] as const;
    const member = async (name: string, ...more: ('customers.delete' | 'customers.restore' | 'customers.edit')[]) =>
      (await aMember(database.db, scene.clock, { name, role: 'own', permissions: [...view, ...more] })).cookie;
    const viewer = await member('Vera');
    const editor = await member('Edda', 'customers.edit');
    const deleter = await member('Delia', 'customers.delete');
    const restorer = await member('Resi', 'customers.restore');
    const denials = async () => (await scene.db('audit').where({ action: 'access.denied' })).length;
    const before = await denials();
    for (const [cookie, action] of [
      [viewer, 'newsletter_on'],
      [viewer, 'trash'],
      [editor, 'trash'],
      [deleter, 'restore'],
      [deleter, 'newsletter_off'],
      [restorer, 'trash'],
    ] as const)
      expect((await bulk(action, { numbers }, {}, cookie)).status, action).to.equal(403);
    expect(await denials()).to.equal(before + 6);
    expect(await statuses(numbers)).to.deep.equal(['active', 'active']);
    const done = await bulk('trash', { numbers }, {}, deleter);
    expect(done.status, done.text).to.equal(200);
    for (const cookie of [viewer, editor, await member('Delfina', 'customers.delete')])
      expect((await undo(done.body.id, cookie)).status).to.equal(404);
    expect((await undo(999_999, deleter)).status).to.equal(404);
    expect((await undo(done.body.id, deleter)).body, 'one’s own').to.include({ done: 2 });
    const more = await bulk('trash', { numbers }, {}, deleter);
    expect((await undo(more.body.id, restorer)).body, 'with the permission').to.include({ done: 2 });
  });

  it('lists what was done within a day to who did it and to who may undo it (A087, S13)', async () => {
    const numbers = await several(2, 'Recent');
    const view = ['customers.view', 'customers.view_all'] as const;
    const member = (name: string, ...more: ('customers.delete' | 'customers.restore')[]) =>
      aMember(database.db, scene.clock, { name, role: 'own', permissions: [...view, ...more] });
    const [tess, rhea, vito] = [
      await member('Tess', 'customers.delete'),
      await member('Rhea', 'customers.restore'),
      await member('Vito'),
    ];
    const listed = async (cookie: string) => {
      const { items } = (await scene.admin('GET', '/customers/bulk', undefined, cookie)).body;
      return items.filter(({ account }: { account: string }) => account === 'Tess');
    };
    const { id } = (await bulk('trash', { numbers }, {}, tess.cookie)).body;
    const at = scene.clock.now();
    const until = new Date(at + DAY).toISOString().replace('.000', '');
    const { undoneAt, ...rest } = (await listed(tess.cookie))[0];
    expect(rest).to.deep.include({ id, action: 'trash', customers: 2, undoUntil: until });
    expect(undoneAt).to.equal(null);
    expect((await listed(rhea.cookie))[0]).to.include({ id, undoUntil: until });
    expect(await listed(vito.cookie), 'who may not undo it').to.deep.equal([]);
    await bulk('trash', { numbers }, {}, tess.cookie);
    expect(await listed(tess.cookie), 'what changed nobody').to.have.length(1);
    await undo(id, rhea.cookie);
    expect((await listed(tess.cookie))[0])
      .to.include({ customers: 2, undoUntil: null })
      .and.not.include({ undoneAt });
    await scene
      .db('bulk_actions')
      .where({ id })
      .update({ created_at: at - DAY });
    expect(await listed(tess.cookie), 'a day later').to.deep.equal([]);
  });

  it('touches only customers within the account’s reach (S04)', async () => {
    const [foreign = 0] = await several(1, 'Foreign');
    const own = await scene.book({ firstName: 'Own', email: 'own@example.com' }, '2026-11-24T12:00:00Z');
    const { provider_id: providerId } = await scene
      .db('appointments')
      .join('booking_items', 'booking_items.appointment_id', 'appointments.id')
      .join('bookings', 'bookings.id', 'booking_items.booking_id')
      .where({ reference: own.reference })
      .first('provider_id');
    const { cookie } = await aMember(database.db, scene.clock, {
      ...{ name: 'Prov', role: 'own', providerId },
      permissions: ['customers.view', 'customers.edit', 'customers.delete'],
    });
    const done = await bulk('newsletter_on', { numbers: [foreign, own.number] }, {}, cookie);
    expect(done.body, done.text).to.deep.include({ done: 1, skipped: 0, results: [] });
    expect(await scene.row(foreign)).to.include({ newsletter: 0 });
    expect(await scene.row(own.number)).to.include({ newsletter: 1 });
    // Nor can it end for others what it sees a part of: the whole would be marked as taken back.
    const whole = await bulk('newsletter_off', { numbers: [own.number] });
    expect((await undo(whole.body.id, cookie)).status).to.equal(404);
    expect((await undo(whole.body.id)).body).to.include({ done: 1 });
  });

  it('does a thing once when it is asked twice at the same time', async () => {
    const numbers = await several(10, 'Twice');
    const both = await Promise.all([bulk('trash', { numbers }), bulk('trash', { numbers })]);
    expect(both.map(({ body }) => body.done).sort((a, b) => a - b)).to.deep.equal([0, 10]);
    const ids = both.map(({ body }) => body.id);
    const undone = await Promise.all(ids.map((id) => undo(id)));
    expect(undone.map(({ body }) => body.done ?? 0).reduce((sum, one) => sum + one, 0)).to.equal(10);
    expect(new Set(await statuses(numbers))).to.deep.equal(new Set(['active']));
  });

  it('refuses more than ten thousand and changes nobody then', async () => {
    const at = scene.clock.now();
    const rows = Array.from({ length: 10_001 }, (_, index) => ({
      ...{ first_name: 'Many', last_name: `N${index}`, display_name: `Many N${index}`, sort_name: `n${index} many` },
      ...{ source: 'import', import_id: 77, created_at: at },
    }));
    for (let from = 0; from < rows.length; from += 500)
      await scene.db('customers').insert(rows.slice(from, from + 500));
    const refused = await bulk('trash', { matching: { import: 77 } });
    expect([refused.status, refused.body.error.field, refused.body.error.details]).to.deep.equal([
      422,
      'selection',
      { most: 10_000 },
    ]);
    expect(await scene.db('customers').where({ status: 'trashed', import_id: 77 }).first()).to.equal(undefined);
    const [one] = await scene.db('customers').where({ import_id: 77 }).limit(1).select('id');
    const time = await cpuTimeOf(async () => {
      const done = await bulk('trash', { matching: { import: 77 }, except: [one.id] });
      expect(done.body, done.text).to.include({ done: 10_000, skipped: 0 });
    });
    expect(time).to.be.lessThan(15_000);
  });

  it('goes on when a part of it fails, and says of whom', async () => {
    const numbers = await several(2, 'Fails');
    const errors: unknown[] = [];
    const { context } = scene.app;
    let count = 0;
    const deps = {
      ...context,
      failed: (error: unknown) => errors.push(error),
      record: async () => {
        count += 1;
        if (count === 1) throw new Error('the trail is full');
      },
    };
    const outcome = await doInBulk(deps, setUp, { action: 'trash', selection: { numbers } });
    expect(outcome).to.deep.include({ done: 0, failed: 2 });
    expect(outcome.results[0]).to.deep.include({ outcome: 'failed', reason: 'error', name: 'Fails Body0' });
    expect(errors).to.have.length(1);
    expect(await statuses(numbers), 'none without a line in the trail').to.deep.equal(['active', 'active']);
  });

  it('can be undone for a day', async () => {
    const [number = 0] = await several(1, 'Late');
    const done = await bulk('trash', { numbers: [number] });
    scene.clock.advance(DAY);
    const cookie = await scene.app.signIn();
    const late = await undo(done.body.id, cookie);
    expect([late.status, late.body.error.details.reason]).to.deep.equal([409, 'too_late']);
    expect(await forgetOldBulkActions(scene.db, scene.clock.now())).to.be.greaterThan(5);
    expect(await scene.db('bulk_action_rows')).to.deep.equal([]);
    expect((await undo(done.body.id, cookie)).status).to.equal(404);
  });
});
