import { expect } from 'chai';
import { dialectOf } from '../../server/db/connect.js';
import { transact } from '../../server/db/transact.js';
import type { TestDatabase } from '../support/databases.js';
import { eachDatabase, onMariadb } from '../support/databases.js';

eachDatabase('a connection', (database: TestDatabase) => {
  it('knows its dialect, in a transaction too', async () => {
    expect(dialectOf(database.db)).to.equal(database.dialect);
    expect(await transact(database.db, async (tx) => dialectOf(tx))).to.equal(database.dialect);
  });

  it('sees what another connection has committed', async () => {
    await database.db('settings').insert({ name: 'colour', value: '"green"' });
    const rows = await database.connect()('settings').where({ name: 'colour' });
    expect(rows).to.deep.equal([{ name: 'colour', value: '"green"' }]);
  });

  it('keeps instants as whole numbers up to the year 9999', async () => {
    const instant = Date.parse('9999-12-31T23:59:59Z');
    await database.db('job_runs').insert({ name: 'late', last_run_at: instant });
    const row = await database.db('job_runs').where({ name: 'late' }).first('last_run_at');
    expect(row).to.deep.equal({ last_run_at: instant });
  });

  it('compares text by code point: neither case nor accent is folded behind our back', async () => {
    await database.db('settings').insert(['Zoë', 'zoë', 'Zoe'].map((name) => ({ name, value: '1' })));
    const rows = await database.db('settings').whereIn('name', ['Zoë', 'ZOË']).select('name');
    expect(rows).to.deep.equal([{ name: 'Zoë' }]);
    const sorted = await database.db('settings').where('name', 'like', 'Z%').orderBy('name').select('name');
    expect(sorted.map(({ name }) => name)).to.deep.equal(['Zoe', 'Zoë']);
  });

  it('never expands an object in the place of a value into SQL (S37)', async () => {
    await database.db('settings').insert({ name: 'secret', value: '1' });
    const trick = { name: 1 } as unknown as string;
    const found = await database
      .db('settings')
      .where('name', trick)
      .catch(() => []);
    expect(found).to.deep.equal([]);
  });

  it('refuses a reference to nothing', async () => {
    const insert = database.db('provider_locations').insert({ provider_id: 999_999, location_id: 999_999 });
    const error = await insert.then(
      () => null,
      (reason: Error) => reason,
    );
    expect(error).to.be.instanceOf(Error);
  });
});

onMariadb('a connection to MariaDB', (database) => {
  it('reads what is committed, in strict mode, whatever the server defaults to', async () => {
    const [[row]] = await database.db.raw('SELECT @@tx_isolation AS isolation, @@sql_mode AS mode');
    expect(row.isolation).to.equal('READ-COMMITTED');
    expect(row.mode).to.include('STRICT_ALL_TABLES');
  });

  it('takes an object for text, even where it could name columns (S37)', async () => {
    await database.db('settings').insert({ name: 'price', value: '100' });
    const update = database.db.raw('UPDATE settings SET ? WHERE name = ?', [{ value: '0' }, 'price']);
    await update.catch(() => null);
    expect(await database.db('settings').where({ name: 'price' }).first('value')).to.deep.equal({ value: '100' });
  });

  it('refuses text that is too long instead of cutting it off', async () => {
    const insert = database.db('settings').insert({ name: 'x'.repeat(101), value: '1' });
    const error = await insert.then(
      () => null,
      (reason: { errno: number }) => reason.errno,
    );
    expect(error).to.equal(1406);
  });
});

eachDatabase('the embedded file', (database) => {
  if (database.dialect !== 'sqlite') return;

  it('loses nothing that was committed when the power goes: WAL, synchronous=FULL', async () => {
    const pragma = async (name: string): Promise<unknown> =>
      Object.values((await database.db.raw(`PRAGMA ${name}`))[0])[0];
    expect(await pragma('journal_mode')).to.equal('wal');
    expect(await pragma('synchronous')).to.equal(2);
    expect(await pragma('foreign_keys')).to.equal(1);
    expect(await pragma('busy_timeout')).to.equal(5000);
  });
});
