import { expect } from 'chai';
import { fromRow, toRow } from '../../server/db/rows.js';
import { eachDatabase } from '../support/databases.js';

interface Account {
  id: number;
  displayName: string;
  isActive: boolean;
  tags: string[] | null;
}

const shape = { booleans: ['isActive'], json: ['tags'] };

describe('a row', () => {
  it('has snake_case columns where the code has camelCase names', () => {
    expect(toRow({ firstName: 'Ada', busyFrom: 1, id: 2 })).to.deep.equal({ first_name: 'Ada', busy_from: 1, id: 2 });
    expect(fromRow({ first_name: 'Ada', line_2: 'x' })).to.deep.equal({ firstName: 'Ada', line2: 'x' });
  });

  it('holds 0 and 1 for booleans, and text for lists and objects', () => {
    expect(toRow({ isActive: true, isPrivate: false, tags: ['a'], extra: { b: 1 } })).to.deep.equal({
      is_active: 1,
      is_private: 0,
      tags: '["a"]',
      extra: '{"b":1}',
    });
  });

  it('leaves out what is undefined and keeps null: absent is not the same as cleared', () => {
    expect(toRow({ phone: null, note: undefined })).to.deep.equal({ phone: null });
  });

  it('keeps bytes as they are', () => {
    const picture = Buffer.from([1, 2, 3]);
    expect(toRow({ picture })).to.deep.equal({ picture });
  });

  it('reads booleans and JSON only in the columns that say so', () => {
    const row = { id: 1, display_name: '["not", "json"]', is_active: 0, tags: '["vip"]' };
    expect(fromRow<Account>(row, shape)).to.deep.equal({
      id: 1,
      displayName: '["not", "json"]',
      isActive: false,
      tags: ['vip'],
    });
    expect(fromRow<Account>({ ...row, tags: null }, shape).tags).to.equal(null);
  });
});

eachDatabase('a row that was written', (database) => {
  it('is read back as it was', async () => {
    const value = { text: 'Zoë 北京 👩‍🎨', list: [1, null, true] };
    await database.db('settings').insert(toRow({ name: 'trial', value }));
    const row = await database.db('settings').where({ name: 'trial' }).first();
    expect(fromRow(row, { json: ['value'] })).to.deep.equal({ name: 'trial', value });
  });
});
