import { expect } from 'chai';
import type { TestAnswer, TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import type { Shop } from '../support/shop.js';
import { aShop, bookOver } from '../support/shop.js';
import { aMember, aSession } from '../support/team.js';

const base = '/api/v1/admin';

eachDatabase('what becomes of a booking', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let shop: Shop;
  let mara = 0;
  let day = 1;

  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    shop = await aShop(database.db, clock);
    mara = (await aMember(database.db, clock, { name: 'Mara', role: 'manager' })).id;
  });
  after(() => app.stop());
  beforeEach(() => {
    day += 1;
    clock.set('2026-11-24T08:00:00Z');
  });

  /** Signed in just now, however far the clock was set. */
  const call = async (method: string, path: string, body?: object): Promise<TestAnswer> =>
    app.call(method, base + path, { cookie: await aSession(database.db, clock, mara), ...(body ? { body } : {}) });
  const at = (time: string): string => `2026-12-${String(day).padStart(2, '0')}T${time}:00Z`;
  const booked = async (wish: Record<string, unknown> = {}): Promise<{ reference: string; id: number }> => {
    const answer = await bookOver(app.call, shop, { provider: shop.ada.id, start: at('10:00'), ...wish });
    expect(answer.status, answer.text).to.equal(201);
    const { reference } = answer.body.booking;
    const listed = await call('GET', `/appointments?q=${reference}&status=all`);
    return { reference, id: listed.body.items[0].id };
  };
  const act = (reference: string, what: string, body: object = {}): Promise<TestAnswer> =>
    call('POST', `/bookings/${reference}/${what}`, body);
  const detail = (id: number): Promise<TestAnswer> => call('GET', `/appointments/${id}`);
  const mails = async (reference: string) => {
    await app.context.notifications.relayOnce();
    const rows = await database
      .db('messages')
      .join('bookings', 'bookings.id', 'messages.booking_id')
      .where({ reference })
      .orderBy('messages.id')
      .select('messages.template');
    return rows.map(({ template }) => template);
  };

  it('notes who came and who didn’t, once it has begun, and takes it back; the time stays taken', async () => {
    const { reference, id } = await booked();
    const early = await act(reference, 'attendance', { attendance: 'no_show' });
    expect(early.body.error.code).to.equal('conflict');
    clock.set(at('10:20'));
    expect((await act(reference, 'attendance', { attendance: 'no_show' })).body.status).to.equal('no_show');
    const { body } = await detail(id);
    expect(body).to.deep.include({ status: 'no_show', taken: 1 });
    const again = await bookOver(app.call, shop, { provider: shop.ada.id, start: at('10:00') });
    expect(again.body.error.code).to.be.oneOf(['slot_taken', 'slot_not_offered']);
    await act(reference, 'attendance', { attendance: 'completed' });
    expect((await detail(id)).body.status).to.equal('completed');
    await act(reference, 'attendance', { attendance: 'confirmed' });
    expect((await detail(id)).body.status).to.equal('confirmed');
    const cancelled = await booked({ provider: shop.bea.id, start: at('12:00') });
    await act(cancelled.reference, 'cancellation');
    const dead = await act(cancelled.reference, 'attendance', { attendance: 'completed' });
    expect(dead.body.error.code).to.equal('already_decided');
  });

  it('takes a cancellation back while the time is free, and says so to the customer', async () => {
    const { reference, id } = await booked();
    await act(reference, 'cancellation', { reason: 'Ada is ill' });
    expect((await act(reference, 'restoration')).body).to.deep.equal({ reference, status: 'confirmed' });
    expect((await detail(id)).body.status).to.equal('confirmed');
    expect(
      (await mails(reference)).filter((template) => !template.startsWith('p') && !template.startsWith('n')),
    ).to.deep.equal(['confirmation', 'cancellation', 'confirmation']);
    expect((await act(reference, 'restoration')).body.error.code).to.equal('already_decided');
    await act(reference, 'cancellation');
    await booked();
    const late = await act(reference, 'restoration');
    expect(late.status).to.equal(409);
    expect(late.body.error).to.deep.include({ code: 'slot_taken' });
    expect((await detail(id)).body.status).to.equal('cancelled');
  });

  it('gives a rejected request back its place in the queue', async () => {
    const bridal = await shop.service({
      categoryId: shop.category.id,
      name: 'Bridal',
      needsApproval: true,
      leadMinutes: 0,
    });
    const dora = await shop.hire(`Dora${day}`, [bridal.id]);
    const wish = { services: [bridal.id], provider: dora.id, quotedMinor: bridal.priceMinor };
    const { reference } = await booked(wish);
    await act(reference, 'rejection', { reason: 'Too late' });
    expect((await act(reference, 'restoration')).body.status).to.equal('pending');
    await act(reference, 'approval');
    await act(reference, 'cancellation');
    expect((await act(reference, 'restoration')).body.status).to.equal('confirmed');
  });

  it('tells the customer nothing where staff say so, and the provider all the same', async () => {
    const { reference } = await booked();
    await act(reference, 'cancellation', { notify: false });
    expect((await mails(reference)).slice(-1)).to.deep.equal(['provider-cancellation']);
  });

  it('shows an appointment with its story: who did what, when and why, and the mails', async () => {
    const { reference, id } = await booked();
    await act(reference, 'cancellation', { reason: 'Ada is ill' });
    await mails(reference);
    const { body } = await detail(id);
    expect(body.activity.map((event: { action: string }) => event.action)).to.include.members([
      ...['booking.created', 'booking.cancelled', 'mail.sent'],
    ]);
    const cancelled = body.activity.find((event: { action: string }) => event.action === 'booking.cancelled');
    expect(cancelled).to.deep.include({ who: { kind: 'account', name: 'Mara' }, booking: reference });
    expect(cancelled.facts.reason).to.equal('Ada is ill');
    expect((await detail(999_999)).status).to.equal(404);
  });

  it('does one thing to several appointments, and says which it could not', async () => {
    const first = await booked();
    const second = await booked({ start: at('12:00') });
    clock.set(at('11:00'));
    const bulk = (body: object) => call('POST', '/appointments/bulk', body);
    const noted = await bulk({ ids: [first.id, second.id, 999_999], action: 'completed' });
    expect(noted.body).to.deep.equal({
      done: [first.id],
      skipped: [
        { id: second.id, code: 'conflict' },
        { id: 999_999, code: 'not_found' },
      ],
    });
    const off = await bulk({ ids: [second.id], action: 'cancelled', reason: 'Closed', notify: false });
    expect(off.body.done).to.deep.equal([second.id]);
    expect((await bulk({ ids: [second.id], action: 'restored', notify: false })).body.done).to.deep.equal([second.id]);
    expect((await bulk({ ids: [], action: 'completed' })).status).to.equal(422);
  });
});
