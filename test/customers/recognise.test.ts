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
    let secondBegan = () => {};
    const began = new Promise<void>((resolve) => {
      secondBegan = resolve;
    });
    const first = transact(database.db, async (tx) => {
      const added = await recogniseCustomer(tx, ben, 'PT', 1);
      await began;
      // Long enough for the second to look, find nobody, and insert.
      await new Promise((resolve) => setTimeout(resolve, 200));
      return added;
    });
    const second = transact(database.db, async (tx) => {
      secondBegan();
      return recogniseCustomer(tx, ben, 'PT', 2);
    });
    const [one, two] = await Promise.all([first, second]);
    expect(one.added).to.equal(true);
    expect(two).to.deep.equal({ id: one.id, added: false, trashed: null });
  });
});
