import { expect } from 'chai';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import type { Shop } from '../support/shop.js';
import { aShop, bookOver } from '../support/shop.js';

eachDatabase('the manage link of a booking', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let shop: Shop;
  let reference: string;
  let token: string;
  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    shop = await aShop(database.db, clock, { cancelNoticeMinutes: 24 * 60 });
    const { body } = await bookOver(app.call, shop, { start: '2026-12-01T10:00:00Z' });
    reference = body.booking.reference;
    token = body.manageUrl.split('#')[1];
  });
  after(() => app.stop());
  const bearer = (value: string) => ({ headers: { authorization: `Bearer ${value}` } });

  it('shows the booking to whoever holds the token', async () => {
    const { status, body } = await app.call('GET', `/api/v1/bookings/${reference}`, bearer(token));
    expect(status).to.equal(200);
    expect(body).to.include({ reference, firstName: 'Ben', totalMinor: 3500 });
  });

  it('S10 S66 answers a wrong, empty, missing or foreign token like an unknown reference', async () => {
    const other = await bookOver(app.call, shop, { start: '2026-12-02T10:00:00Z' });
    const foreign = other.body.manageUrl.split('#')[1];
    const unknown = await app.call('GET', '/api/v1/bookings/3333-3333', bearer(token));
    expect(unknown.status).to.equal(404);
    for (const options of [
      bearer('A'.repeat(43)),
      bearer(''),
      {},
      bearer(foreign),
      { headers: { authorization: token } },
    ]) {
      const answer = await app.call('GET', `/api/v1/bookings/${reference}`, options);
      expect([answer.status, answer.text]).to.deep.equal([404, unknown.text]);
      const act = await app.call('POST', `/api/v1/bookings/${reference}/cancellation`, { ...options, body: {} });
      expect(act.status).to.equal(404);
    }
  });

  it('S66 keeps no token in the database, and GET changes nothing', async () => {
    const dump = JSON.stringify(
      await Promise.all(
        ['bookings', 'idempotency_keys', 'outbox', 'messages', 'audit'].map((table) => database.db(table).select()),
      ),
    );
    expect(dump).to.include(reference).and.not.include(token);
    await app.call('GET', `/api/v1/bookings/${reference}`, bearer(token));
    expect((await app.call('GET', `/api/v1/bookings/${reference}`, bearer(token))).body.items[0].status).to.equal(
      'confirmed',
    );
  });

  it('gives the booking as a calendar file', async () => {
    const { status, text, headers } = await app.call('GET', `/api/v1/bookings/${reference}/calendar`, bearer(token));
    expect(status).to.equal(200);
    expect(headers.get('content-type')).to.equal('text/calendar; charset=utf-8');
    expect(text).to.include('BEGIN:VEVENT').and.include('DTSTART:20261201T100000Z');
  });

  it('refuses to cancel within the notice, and says until when it could be', async () => {
    clock.set('2026-11-30T10:00:01Z');
    const { body } = await app.call('GET', `/api/v1/bookings/${reference}`, bearer(token));
    expect(body.cancellableUntil).to.equal(null);
    const late = await app.call('POST', `/api/v1/bookings/${reference}/cancellation`, { ...bearer(token), body: {} });
    expect([late.status, late.body.error.code]).to.deep.equal([409, 'too_late_to_cancel']);
    clock.set('2026-11-24T08:00:00Z');
  });

  it('A122 cancels once, with who, when and why', async () => {
    const cancel = () =>
      app.call('POST', `/api/v1/bookings/${reference}/cancellation`, { ...bearer(token), body: { reason: 'Ill' } });
    const first = await cancel();
    expect([first.status, first.body.items[0].status, first.body.cancellableUntil]).to.deep.equal([
      200,
      'cancelled',
      null,
    ]);
    expect((await cancel()).body.error.code).to.equal('already_decided');
    const [story] = await database.db('decisions').select('decision', 'actor', 'reason', 'decided_at');
    expect(story).to.deep.equal({ decision: 'cancelled', actor: 'visitor', reason: 'Ill', decided_at: clock.now() });
    const events = await database.db('outbox').where({ event: 'booking.cancelled' }).select('payload');
    expect(events.map((row) => JSON.parse(row.payload).by)).to.deep.equal(['customer']);
  });
});
