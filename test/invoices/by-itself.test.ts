import { expect } from 'chai';
import { DAY, HOUR, MINUTE } from '../../server/lib/time-zone.js';
import { eachDatabase } from '../support/databases.js';
import type { Till } from './a-till.js';
import { aTill } from './a-till.js';

eachDatabase('invoices that are drawn up of themselves (A123)', (database) => {
  let till: Till;
  const work = () => till.app.context.upkeep.drawUpInvoices();
  const invoiced = async (bookingId: number): Promise<string[]> =>
    (await database.db('invoices').where({ booking_id: bookingId }).orderBy('id')).map(
      (row: { status: string }) => row.status,
    );
  before(async () => {
    till = await aTill(database);
  });
  after(() => till.app.stop());

  it('are none while the setting says by hand, nor for what was booked before', async () => {
    const earlier = await till.book('2026-12-01T10:00:00Z');
    till.clock.advance(MINUTE);
    expect(await work()).to.equal(0);
    await till.set({ invoiceDrawUp: 'on_confirmation' });
    expect(await work()).to.equal(0);
    expect(await invoiced(earlier.bookingId)).to.deep.equal([]);
  });

  it('come with the confirmation: once, though several servers look at once and again', async () => {
    const { bookingId } = await till.book('2026-12-01T11:00:00Z');
    const made = await Promise.all([work(), work(), work()]);
    expect(made.reduce((sum, each) => sum + each, 0)).to.equal(1);
    till.clock.advance(MINUTE);
    expect(await work()).to.equal(0);
    expect(await invoiced(bookingId)).to.deep.equal(['draft']);
  });

  it('wait for a request to be approved', async () => {
    const { bookingId, reference } = await till.book('2026-12-01T12:00:00Z');
    await database.db('booking_items').where({ booking_id: bookingId }).update({ status: 'pending' });
    expect(await work()).to.equal(0);
    await till.done('POST', `/bookings/${reference}/approval`, {});
    expect(await work()).to.equal(1);
    expect(await invoiced(bookingId)).to.deep.equal(['draft']);
  });

  it('wait for the whole of a visit to be approved', async () => {
    const { bookingId } = await till.book('2026-12-01T14:00:00Z');
    const { id: _, ...place } = await database.db('booking_items').where({ booking_id: bookingId }).first();
    const [second] = await database.db('booking_items').insert({ ...place, status: 'pending' });
    expect(await work()).to.equal(0);
    await database.db('booking_items').where({ id: second }).delete();
    expect(await work()).to.equal(1);
  });

  it('are not made again when somebody discarded or voided them', async () => {
    const { bookingId } = await till.book('2026-12-01T13:00:00Z');
    await work();
    const { id } = await database.db('invoices').where({ booking_id: bookingId }).first('id');
    await till.done('DELETE', `/invoices/${id}`);
    till.clock.advance(MINUTE);
    expect(await work()).to.equal(0);
    expect(await invoiced(bookingId)).to.deep.equal(['discarded']);
  });

  it('come with the completion: when staff say so, or half a day after a visit that nobody marked', async () => {
    await till.set({ invoiceDrawUp: 'on_completion' });
    const marked = await till.book('2026-12-02T10:00:00Z');
    const unmarked = await till.book('2026-12-02T11:00:00Z');
    const missed = await till.book('2026-12-02T12:00:00Z');
    till.clock.advance(Date.parse('2026-12-02T13:30:00Z') - till.clock.now());
    // The first two of the tests before were of the other setting.
    await work();
    await database.db('booking_items').where({ booking_id: marked.bookingId }).update({ status: 'completed' });
    await database.db('booking_items').where({ booking_id: missed.bookingId }).update({ status: 'no_show' });
    await work();
    expect([await invoiced(marked.bookingId), await invoiced(unmarked.bookingId)]).to.deep.equal([['draft'], []]);
    till.clock.advance(12 * HOUR);
    await work();
    expect(await invoiced(unmarked.bookingId)).to.deep.equal(['draft']);
    till.clock.advance(DAY);
    await work();
    expect(await invoiced(missed.bookingId)).to.deep.equal([]);
    expect(await invoiced(marked.bookingId)).to.deep.equal(['draft']);
  });
});
