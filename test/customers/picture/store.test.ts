import { expect } from 'chai';
import { erasePicture, keepPicture, readPicture } from '../../../server/customers/picture/store.js';
import { transact } from '../../../server/db/transact.js';
import { eachDatabase } from '../../support/databases.js';
import { addCustomer } from '../sensitive/add-customer.js';

const encoded = { 512: Buffer.alloc(200_000, 1), 128: Buffer.from([0, 1, 255]) };
const key = 'a'.repeat(32);

eachDatabase('pictures in the database (A020)', (database) => {
  const keep = (id: number) => transact(database.db, (tx) => keepPicture(tx, id, key, encoded, 1000));

  it('come back byte for byte, also when they are large', async () => {
    const id = await addCustomer(database.db);
    expect(await keep(id)).to.equal(true);
    expect((await readPicture(database.db, id, key, 512))?.equals(encoded[512])).to.equal(true);
    expect((await readPicture(database.db, id, key, 128))?.equals(encoded[128])).to.equal(true);
    expect(await readPicture(database.db, id, 'b'.repeat(32), 512)).to.equal(null);
  });

  it('are kept of nobody who was trashed or erased while the file was on its way', async () => {
    for (const status of ['trashed', 'erased', 'merged']) {
      const id = await addCustomer(database.db, 'Ben', { status });
      expect(await keep(id), status).to.equal(false);
      expect(await database.db('customer_pictures').where({ customer_id: id })).to.deep.equal([]);
    }
  });

  it('are erased, and gone with their customer', async () => {
    const [one, other] = [await addCustomer(database.db), await addCustomer(database.db)];
    for (const id of [one, other]) await keep(id);
    expect(await transact(database.db, (tx) => erasePicture(tx, one))).to.equal(true);
    expect(await transact(database.db, (tx) => erasePicture(tx, one))).to.equal(false);
    expect((await database.db('customers').where({ id: one }).first()).picture_key).to.equal(null);
    await database.db('customers').where({ id: other }).delete();
    expect(await database.db('customer_pictures').whereIn('customer_id', [one, other])).to.deep.equal([]);
  });
});
