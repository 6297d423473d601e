import { expect } from 'chai';
import { dialectOf } from '../../server/db/connect.js';
import { eachDatabase, onMariadb } from '../support/databases.js';

eachDatabase('a connection', (database) => {
  it('knows its dialect', () => {
    expect(dialectOf(database.db)).to.equal(database.dialect);
  });

  it('sees what another connection has committed', async () => {
    await database.db('settings').insert({ name: 'colour', value: '"green"' });
    const rows = await database.connect()('settings').where({ name: 'colour' });
    expect(rows).to.deep.equal([{ name: 'colour', value: '"green"' }]);
  });

  it('keeps instants as whole numbers up to the year 9999', async () => {
    const instant = Date.parse('9999-12-31T23:59:59Z');
    await database.db('job_runs').insert({ name: 'late', last_run_at: instant });
    expect(await database.db('job_runs').where({ name: 'late' }).first('last_run_at')).to.deep.equal({
      last_run_at: instant,
    });
  });

  it('refuses an object in the place of a value, or takes it as text (S37)', async () => {
    await database.db('settings').insert({ name: 'secret', value: '1' });
    const found = await database
      .db('settings')
      .where('name', { name: 'secret' } as unknown as string)
      .catch(() => []);
    expect(found).to.deep.equal([]);
  });

  it('enforces references', async () => {
    const row = { provider_id: 999_999, location_id: 999_999 };
    const error = await database
      .db('provider_locations')
      .insert(row)
      .catch((reason: Error) => reason);
    expect(error).to.be.instanceOf(Error);
  });
});
