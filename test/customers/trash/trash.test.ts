import { expect } from 'chai';
import { assertBookable } from '../../../server/customers/trash/bookable.js';
import { transact } from '../../../server/db/transact.js';
import { eachDatabase } from '../../support/databases.js';
import { codeOf } from '../../support/refusal.js';
import { aMember } from '../../support/team.js';
import type { Scene } from './scene.js';
import { aScene } from './scene.js';

eachDatabase('the trash', (database) => {
  let scene: Scene;
  before(async () => {
    scene = await aScene(database);
  });
  after(() => scene.app.stop());

  it('takes a customer by a change of status, unlinks nothing, and gives it back as it was (A077, A078, A080, A083, A085, A090)', async () => {
    const { number, reference } = await scene.book(
      { firstName: 'Ana', email: 'ana@example.com' },
      '2026-12-01T10:00:00Z',
    );
    const before = await scene.row(number);
    const trashed = await scene.admin('POST', `/customers/${number}/trash`, { cancel: [] });
    expect(trashed.body, trashed.text).to.deep.equal({
      ...{ number, status: 'trashed', version: 2 },
      ...{ cancelled: [], notCancelled: [] },
    });
    const row = await scene.row(number);
    expect(row).to.deep.equal({
      ...before,
      status: 'trashed',
      identity_key: null,
      version: 2,
      trashed_at: scene.clock.now(),
      updated_at: scene.clock.now(),
    });
    const [booking] = await scene.db('bookings').where({ reference });
    expect(booking).to.include({ customer_id: number, first_name: 'Ana', email: 'ana@example.com' });
    const [item] = await scene.db('booking_items').where({ booking_id: booking.id });
    expect(item.status).to.equal('confirmed');

    const restored = await scene.admin('DELETE', `/customers/${number}/trash`);
    expect(restored.body, restored.text).to.deep.equal({ number, status: 'active', version: 3 });
    expect(await scene.row(number)).to.deep.equal({ ...before, version: 3, updated_at: scene.clock.now() });
    expect(await scene.trail(`customer:${number}`)).to.deep.equal([
      'customer.created',
      'customer.trashed',
      'customer.restored',
    ]);
  });

  it('answers 409 for what is so already, and for what is not in the trash', async () => {
    const number = await scene.add();
    expect((await scene.admin('DELETE', `/customers/${number}/trash`)).body.error).to.deep.include({
      code: 'conflict',
      details: { status: 'active' },
    });
    await scene.admin('POST', `/customers/${number}/trash`, { cancel: [] });
    const again = await scene.admin('POST', `/customers/${number}/trash`, { cancel: [] });
    expect([again.status, again.body.error.code, again.body.error.details.status]).to.deep.equal([
      409,
      'conflict',
      'trashed',
    ]);
    expect((await scene.admin('GET', `/customers/${number}/trash-preview`)).status).to.equal(409);
    expect(await scene.trail(`customer:${number}`)).to.deep.equal(['customer.trashed']);
  });

  it('of two who do it at once, lets one, and cancels once', async () => {
    const { number, reference } = await scene.book({ email: 'twice@example.com' }, '2026-12-02T10:00:00Z');
    const answers = await Promise.all(
      [1, 2].map(() => scene.admin('POST', `/customers/${number}/trash`, { cancel: [reference] })),
    );
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409]);
    const restores = await Promise.all([1, 2].map(() => scene.admin('DELETE', `/customers/${number}/trash`)));
    expect(restores.map(({ status }) => status).sort()).to.deep.equal([200, 409]);
    expect(await scene.trail(`customer:${number}`)).to.deep.equal([
      'customer.created',
      'customer.trashed',
      'customer.restored',
    ]);
  });

  it('shows coming and pending bookings first, cancels those that are named and none beside (A084)', async () => {
    const who = { firstName: 'Cleo', email: 'cleo@example.com' };
    const past = await scene.book(who, '2026-11-24T09:00:00Z');
    const first = await scene.book(who, '2026-12-03T10:00:00Z');
    const second = await scene.book(who, '2026-12-04T10:00:00Z');
    const other = await scene.book({ email: 'other@example.com' }, '2026-12-05T10:00:00Z');
    await scene
      .db('booking_items')
      .where({ booking_id: scene.db('bookings').where({ reference: second.reference }).select('id') })
      .update({ status: 'pending' });
    scene.clock.set('2026-11-25T08:00:00Z');
    const cookie = await scene.app.signIn();
    const preview = await scene.admin('GET', `/customers/${first.number}/trash-preview`, undefined, cookie);
    expect(preview.body, preview.text).to.deep.include({
      number: first.number,
      name: 'Cleo Miller',
      comingTotal: 2,
      past: 1,
    });
    expect(
      preview.body.coming.map((one: { reference: string; status: string; start: string }) => [
        one.reference,
        one.status,
        one.start,
      ]),
    ).to.deep.equal([
      [first.reference, 'confirmed', '2026-12-03T10:00:00Z'],
      [second.reference, 'pending', '2026-12-04T10:00:00Z'],
    ]);
    expect(preview.body.coming[0]).to.deep.include({ services: ['Haircut'], timeZone: 'Europe/Lisbon' });

    for (const foreign of [past.reference, other.reference, '3333-3333']) {
      const refused = await scene.admin('POST', `/customers/${first.number}/trash`, { cancel: [foreign] }, cookie);
      expect([refused.status, refused.body.error.field], foreign).to.deep.equal([422, 'cancel']);
    }
    expect((await scene.row(first.number))['status'], 'a refusal moves nobody').to.equal('active');

    const trashed = await scene.admin(
      'POST',
      `/customers/${first.number}/trash`,
      { cancel: [first.reference] },
      cookie,
    );
    expect(trashed.body, trashed.text).to.deep.include({ cancelled: [first.reference], notCancelled: [] });
    const statusOf = async (reference: string) =>
      (
        await scene
          .db('booking_items')
          .join('bookings', 'bookings.id', 'booking_items.booking_id')
          .where({ reference })
          .first('booking_items.status')
      ).status;
    expect(await statusOf(first.reference)).to.equal('cancelled');
    expect(await statusOf(second.reference), 'nothing is cancelled silently').to.equal('pending');
    expect(await statusOf(other.reference)).to.equal('confirmed');
    const told = await scene.db('outbox').where({ event: 'booking.cancelled' }).orderBy('id', 'desc').first();
    expect(JSON.parse(told.payload)).to.include({ by: 'business' });
  });

  it('says which booking could not be cancelled, and leaves the customer in the trash', async () => {
    const { number, reference } = await scene.book({ email: 'stuck@example.com' }, '2026-12-07T10:00:00Z');
    const { trash } = scene.app.context;
    const real = trash.cancelBooking;
    trash.cancelBooking = async (bookingId, actor) => {
      await real(bookingId, actor);
      return real(bookingId, actor);
    };
    const cookie = await scene.app.signIn();
    const answer = await scene.admin('POST', `/customers/${number}/trash`, { cancel: [reference] }, cookie);
    trash.cancelBooking = real;
    expect(answer.body, answer.text).to.deep.include({
      ...{ status: 'trashed', cancelled: [] },
      notCancelled: [{ reference, code: 'already_decided' }],
    });
  });

  it('refuses to cancel for those who may not, before anything is moved', async () => {
    const { number, reference } = await scene.book({ email: 'may@example.com' }, '2026-12-08T10:00:00Z');
    const { cookie } = await aMember(database.db, scene.clock, {
      name: 'Clerk',
      role: 'own',
      permissions: ['customers.view', 'customers.view_all', 'customers.delete', 'appointments.view_all'],
    });
    const refused = await scene.admin('POST', `/customers/${number}/trash`, { cancel: [reference] }, cookie);
    expect([refused.status, (await scene.row(number))['status']]).to.deep.equal([403, 'active']);
    expect((await scene.admin('POST', `/customers/${number}/trash`, { cancel: [] }, cookie)).status).to.equal(200);
  });

  it('is hidden from those without business there, and its customers can’t be restored by them (S13)', async () => {
    const cookieOf = async (role: string, name: string) =>
      (await aMember(database.db, scene.clock, { name, role })).cookie;
    const receptionist = await cookieOf('receptionist', 'Rita');
    const provider = await cookieOf('provider', 'Paul');
    const deleter = await aMember(database.db, scene.clock, {
      name: 'Dora',
      role: 'own',
      permissions: ['customers.view', 'customers.view_all', 'customers.delete', 'customers.export'],
    });
    const number = await scene.add({ firstName: 'Hidden' });
    const owner = await scene.app.signIn();
    await scene.admin('POST', `/customers/${number}/trash`, { cancel: [] }, owner);
    for (const cookie of [receptionist, provider]) {
      expect((await scene.admin('DELETE', `/customers/${number}/trash`, undefined, cookie)).status).to.equal(403);
      expect((await scene.admin('POST', `/customers/${number}/trash`, { cancel: [] }, cookie)).status).to.equal(403);
      expect((await scene.admin('GET', `/customers/${number}`, undefined, cookie)).status).to.equal(404);
    }
    expect((await scene.admin('DELETE', `/customers/${number}/trash`, undefined, deleter.cookie)).status).to.equal(403);
    const exporter = await aMember(database.db, scene.clock, {
      name: 'Erik',
      role: 'own',
      permissions: ['customers.view', 'customers.view_all', 'customers.export'],
    });
    const shown = (cookie: string) => scene.admin('GET', `/customers/${number}/export?as=json`, undefined, cookie);
    expect((await shown(exporter.cookie)).status, 'exporting what is in the trash').to.equal(404);
    expect((await shown(deleter.cookie)).status).to.equal(200);
    expect((await scene.row(number))['status']).to.equal('trashed');
  });

  it('keeps its customers out of new appointments (A082)', async () => {
    const number = await scene.add({ firstName: 'Away' });
    const choose = () => codeOf(transact(scene.db, (tx) => assertBookable(tx, number)));
    expect(await choose()).to.equal('accepted');
    const owner = await scene.app.signIn();
    await scene.admin('POST', `/customers/${number}/trash`, { cancel: [] }, owner);
    expect(await choose()).to.equal('conflict');
    await scene.db('customers').where({ id: number }).update({ status: 'merged' });
    expect(await choose()).to.equal('conflict');
    expect(await codeOf(transact(scene.db, (tx) => assertBookable(tx, 999_999)))).to.equal('not_found');
  });

  it('leaves a restored customer its bookings only where nobody took the place meanwhile', async () => {
    const who = { firstName: 'Dan', email: 'dan@example.com' };
    const first = await scene.book(who, '2026-12-09T10:00:00Z');
    const owner = await scene.app.signIn();
    await scene.admin('POST', `/customers/${first.number}/trash`, { cancel: [] }, owner);
    const second = await scene.book(who, '2026-12-10T10:00:00Z');
    expect(second.number).to.not.equal(first.number);
    expect((await scene.admin('DELETE', `/customers/${first.number}/trash`, undefined, owner)).status).to.equal(200);
    expect((await scene.row(first.number))['identity_key']).to.equal(null);
    expect((await scene.book(who, '2026-12-11T10:00:00Z')).number).to.equal(second.number);
  });
});
