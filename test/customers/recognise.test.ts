import { expect } from 'chai';
import { recogniseCustomer } from '../../server/customers/recognise.js';
import { transact } from '../../server/db/transact.js';
import { onMariadb } from '../support/databases.js';

onMariadb('recognising a customer who is being added by another booking', (database) => {
  const ben = {
    firstName: 'Ben',
    lastName: 'Miller',
    email: 'ben@example.com',
    phone: null,
    language: 'en',
    timeZone: 'Europe/Lisbon',
  };

  it('waits for the other booking, and takes its customer', async () => {
    const signal = () => {
      let give = () => {};
      const given = new Promise<void>((resolve) => {
        give = resolve;
      });
      return { give, given };
    };
    const added = signal();
    const began = signal();
    const first = transact(database.db, async (tx) => {
      const found = await recogniseCustomer(tx, ben, 'PT', 1);
      added.give();
      await began.given;
      // Long enough for the second to look, find nobody, and insert.
      await new Promise((resolve) => setTimeout(resolve, 200));
      return found;
    });
    await added.given;
    const second = transact(database.db, async (tx) => {
      began.give();
      return recogniseCustomer(tx, ben, 'PT', 2);
    });
    const [one, two] = await Promise.all([first, second]);
    expect(one.added).to.equal(true);
    expect(two).to.deep.equal({ id: one.id, added: false, trashed: null });
  });
});
