import { expect } from 'chai';
import { transact } from '../../server/db/transact.js';
import { announce } from '../../server/outbox/announce.js';
import { eachDatabase } from '../support/databases.js';

eachDatabase('the outbox', (database) => {
  beforeEach(() => database.db('outbox').delete());

  const at = Date.parse('2026-11-20T10:00:00Z');

  it('holds what was announced, until the relay has told it', async () => {
    await transact(database.db, (tx) =>
      announce(tx, at, {
        event: 'booking.cancelled',
        payload: { bookingId: 7, by: 'customer', reason: 'Überall „Zitate“ 💇' },
      }),
    );
    const [row] = await database.db('outbox').select();
    expect(row).to.deep.include({
      event: 'booking.cancelled',
      created_at: at,
      relayed_at: 0,
      lease_until: 0,
      attempts: 0,
    });
    expect(JSON.parse(row.payload)).to.deep.equal({ bookingId: 7, by: 'customer', reason: 'Überall „Zitate“ 💇' });
  });

  it('holds nothing of what did not happen (I5, I6)', async () => {
    await transact(database.db, async (tx) => {
      await announce(tx, at, { event: 'booking.created', payload: { bookingId: 7 } });
      throw new Error('no');
    }).catch(() => {});
    expect(await database.db('outbox').select()).to.deep.equal([]);
  });
});
