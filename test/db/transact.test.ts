import { expect } from 'chai';
import type { Db } from '../../server/db/connect.js';
import { isDuplicate, isForeignKey, transact } from '../../server/db/transact.js';
import { AppError } from '../../server/lib/errors.js';
import { eachDatabase, onMariadb } from '../support/databases.js';

const setting = (name: string): { name: string; value: string } => ({ name, value: '1' });
const names = async (db: Db): Promise<string[]> =>
  (await db('settings').orderBy('name').select('name')).map(({ name }) => name);
const lostRace = (): Error => Object.assign(new Error('Deadlock found'), { errno: 1213 });
const thrownBy = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'nothing',
    (error: unknown) => error,
  );

eachDatabase('a transaction', (database) => {
  beforeEach(() => database.db('settings').delete());

  it('keeps what its work wrote and answers what it answered', async () => {
    const answer = await transact(database.db, async (tx) => {
      await tx('settings').insert(setting('one'));
      return 7;
    });
    expect(answer).to.equal(7);
    expect(await names(database.db)).to.deep.equal(['one']);
  });

  it('leaves nothing behind when its work refuses, and passes the refusal on', async () => {
    const refusal = new AppError('slot_taken', 'Somebody was quicker.');
    const thrown = await thrownBy(
      transact(database.db, async (tx) => {
        await tx('settings').insert(setting('one'));
        throw refusal;
      }),
    );
    expect(thrown).to.equal(refusal);
    expect(await names(database.db)).to.deep.equal([]);
  });

  it('runs again after a lost race, from an empty sheet', async () => {
    let runs = 0;
    await transact(database.db, async (tx) => {
      runs += 1;
      await tx('settings').insert(setting(`run ${runs}`));
      if (runs < 3) throw lostRace();
    });
    expect(await names(database.db)).to.deep.equal(['run 3']);
  });

  it('gives up after twelve lost races and says that too many are at it', async () => {
    let runs = 0;
    const thrown = await thrownBy(
      transact(database.db, async () => {
        runs += 1;
        throw lostRace();
      }),
    );
    expect(runs).to.equal(12);
    expect(thrown).to.be.instanceOf(AppError).with.property('code', 'overloaded');
  });

  it('does not run again after any other error', async () => {
    const fault = new Error('a fault of ours');
    let runs = 0;
    const thrown = await thrownBy(
      transact(database.db, async () => {
        runs += 1;
        throw fault;
      }),
    );
    expect([runs, thrown]).to.deep.equal([1, fault]);
  });

  it('runs again after a lost connection only when its work recognises its own commit', async () => {
    const lost = Object.assign(new Error('gone'), { code: 'PROTOCOL_CONNECTION_LOST' });
    let runs = 0;
    const work = async (): Promise<string> => {
      runs += 1;
      if (runs === 1) throw lost;
      return 'done';
    };
    expect(await thrownBy(transact(database.db, work))).to.equal(lost);
    runs = 0;
    expect(await transact(database.db, work, { repeatable: true })).to.equal('done');
  });

  it('keeps a refusal that came after a lost race in the same run', async () => {
    const refusal = new AppError('slot_taken', 'Somebody was quicker.');
    const thrown = await thrownBy(
      transact(database.db, async () => {
        throw Object.assign(refusal, { errno: 1213 });
      }),
    );
    expect(thrown).to.equal(refusal);
  });

  it('keeps its refusal when the ROLLBACK after it fails, as Galera lets it', async () => {
    const refusal = new AppError('slot_taken', 'Somebody was quicker.');
    const client = database.db.client.constructor.prototype as {
      query(connection: unknown, sql: unknown): Promise<unknown>;
    };
    const query = client.query;
    let rollbacks = 0;
    client.query = async function (connection, statement) {
      const answer = await query.call(this, connection, statement);
      const { sql = String(statement) } = statement as { sql?: string };
      if (!/^ROLLBACK/i.test(sql)) return answer;
      rollbacks += 1;
      throw lostRace();
    };
    const thrown = await thrownBy(transact(database.db, () => Promise.reject(refusal)));
    client.query = query;
    expect([thrown, rollbacks]).to.deep.equal([refusal, 1]);
  });

  it('tells a value that is there already', async () => {
    await database.db('settings').insert(setting('one'));
    const error = await thrownBy(database.db('settings').insert(setting('one')));
    expect([isDuplicate(error), isForeignKey(error)]).to.deep.equal([true, false]);
  });

  it('tells a reference to a row that is not there', async () => {
    const error = await thrownBy(database.db('provider_locations').insert({ provider_id: 404, location_id: 404 }));
    expect([isDuplicate(error), isForeignKey(error)]).to.deep.equal([false, true]);
  });
});

onMariadb('two transactions that wait for each other', (database) => {
  it('both come through: the one that loses runs again', async () => {
    const { db } = database;
    await db('settings').insert([setting('left'), setting('right')]);
    let waiting = 0;
    let release = (): void => {};
    const bothHoldOne = new Promise<void>((resolve) => {
      release = resolve;
    });
    let runs = 0;
    const cross = (first: string, second: string): Promise<void> =>
      transact(db, async (tx) => {
        runs += 1;
        await tx('settings')
          .where({ name: first })
          .update({ value: tx.raw("concat(value, '1')") });
        waiting += 1;
        if (waiting >= 2) release();
        await bothHoldOne;
        await tx('settings')
          .where({ name: second })
          .update({ value: tx.raw("concat(value, '1')") });
      });
    await Promise.all([cross('left', 'right'), cross('right', 'left')]);
    expect(runs).to.be.greaterThan(2);
    expect(await db('settings').orderBy('name').select('value')).to.deep.equal([{ value: '111' }, { value: '111' }]);
  });
});
