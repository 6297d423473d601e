import { expect } from 'chai';
import { recordAudit } from '../../server/audit/record.js';
import { sealAudit } from '../../server/audit/seal.js';
import { verifyAudit } from '../../server/audit/verify.js';
import type { Db } from '../../server/db/connect.js';
import { transact } from '../../server/db/transact.js';
import { HOUR, MINUTE } from '../../server/lib/time-zone.js';
import { setUp } from '../support/business.js';
import { eachDatabase } from '../support/databases.js';

const secret = 'a-secret-for-tests-that-is-long-enough';
const began = Date.parse('2026-11-24T08:00:00Z');

/** Puts rows into the trail and answers their ids. */
async function write(db: Db, at: number, ...subjects: string[]): Promise<number[]> {
  await transact(db, (tx) =>
    recordAudit(
      tx,
      subjects.map((subject) => ({ at, actor: setUp, action: 'test.done', subject, values: { subject, name: 'Ana' } })),
    ),
  );
  return (await db('audit').whereIn('subject', subjects).orderBy('id').select('id')).map((row) => row.id);
}

eachDatabase('the chain over the audit trail (S116)', (database) => {
  let ids: number[];
  const later = began + 3 * HOUR;
  const seal = (now: number) => sealAudit(database.db, secret, now);
  const faults = async (now = later, key = secret) => (await verifyAudit(database.db, key, now)).faults;
  /** Changes something, looks what is found, and changes it back. */
  const tried = async (change: () => Promise<unknown>, back: () => Promise<unknown>) => {
    await change();
    const found = await faults();
    await back();
    expect(await faults(), 'after it was put back').to.deep.equal([]);
    return found;
  };

  before(async () => {
    ids = await write(database.db, began, 'thing:1', 'thing:2', 'thing:3', 'customer:7');
  });

  it('seals what is half a minute old, once, and finds nothing wrong', async () => {
    expect(await seal(began + 1000)).to.equal(0);
    expect(await seal(began + MINUTE)).to.equal(4);
    expect(await seal(began + MINUTE)).to.equal(0);
    const report = await verifyAudit(database.db, secret, later);
    expect(report).to.deep.include({ sealed: 4, faults: [] });
    expect(report.head).to.match(/^[0-9a-f]{64}$/);
  });

  it('shows a row that was changed, in any column', async () => {
    const [id] = ids;
    for (const [column, value] of Object.entries({
      at: began + 1,
      actor: 'account:1',
      action: 'test.undone',
      subject: 'thing:9',
      values: '{"subject":"thing:1","name":"Eve"}',
      values_hash: 'f'.repeat(64),
    })) {
      const row = await database.db('audit').where({ id }).first();
      const set = (to: unknown) =>
        database
          .db('audit')
          .where({ id })
          .update({ [column]: to } as never);
      const found = await tried(
        () => set(value),
        () => set(row[column]),
      );
      expect(found, column).to.deep.equal([{ kind: 'changed', auditId: id }]);
    }
  });

  it('shows a row that was changed together with its hash', async () => {
    const [id] = ids;
    const row = await database.db('audit').where({ id }).first();
    const found = await tried(
      () =>
        database
          .db('audit')
          .where({ id })
          .update({ values: '{}', values_hash: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a' }),
      () => database.db('audit').where({ id }).update({ values: row.values, values_hash: row.values_hash }),
    );
    expect(found).to.deep.equal([{ kind: 'changed', auditId: id }]);
  });

  it('shows a row that was removed, with its seal or without', async () => {
    const id = ids[1] as number;
    const row = await database.db('audit').where({ id }).first();
    const sealRow = await database.db('audit_seals').where({ audit_id: id }).first();
    const without = await tried(
      () => database.db('audit').where({ id }).delete(),
      () => database.db('audit').insert(row),
    );
    expect(without).to.deep.equal([{ kind: 'removed', auditId: id }]);
    const withSeal = await tried(
      async () => {
        await database.db('audit').where({ id }).delete();
        await database.db('audit_seals').where({ audit_id: id }).delete();
      },
      async () => {
        await database.db('audit').insert(row);
        await database.db('audit_seals').insert(sealRow);
      },
    );
    expect(withSeal).to.deep.equal([{ kind: 'broken', auditId: ids[2] }]);
  });

  it('shows values that were emptied though nobody was erased, and not those of an erased person', async () => {
    const id = ids[3] as number;
    const { values } = await database.db('audit').where({ id }).first();
    await database.db('audit').where({ id }).update({ values: '{}' });
    expect(await faults()).to.deep.equal([{ kind: 'changed', auditId: id }]);
    await database.db('customers').insert({
      ...{ id: 7, first_name: '', last_name: '', display_name: 'Erased customer #7', sort_name: '' },
      ...{ status: 'erased', source: 'staff', created_at: began },
    });
    expect(await faults()).to.deep.equal([]);
    await database.db('audit').where({ id }).update({ values: '{"subject":"customer:7"}' });
    expect(await faults(), 'other words in their place').to.deep.equal([{ kind: 'changed', auditId: id }]);
    await database.db('audit').where({ id }).update({ values });
  });

  it('does not hold for who has another secret', async () => {
    expect((await faults(later, `${secret}!`)).length).to.equal(4);
  });

  it('seals rows that are committed late, with a lower id, in the order in which it finds them', async () => {
    const at = began + 10 * MINUTE;
    const [first = 0, second = 0, third = 0] = await write(database.db, at, 'late:1', 'late:2', 'late:3');
    const row = await database.db('audit').where({ id: second }).first();
    await database.db('audit').where({ id: second }).delete();
    expect(await seal(at + MINUTE)).to.equal(2);
    await database.db('audit').insert(row);
    expect(await seal(at + 2 * MINUTE)).to.equal(1);
    const seals = await database
      .db('audit_seals')
      .whereIn('audit_id', [first, second, third])
      .orderBy('position')
      .select('audit_id');
    expect(seals.map((one) => one.audit_id)).to.deep.equal([first, third, second]);
    expect(await faults()).to.deep.equal([]);
  });

  it('shows a row that was put in between those that were sealed long ago, and never seals it', async () => {
    const gap = (ids[0] as number) + 1000;
    const now = began + 20 * MINUTE;
    await database
      .db('audit')
      .insert({ ...(await database.db('audit').where({ id: ids[0] }).first()), id: gap + 1, at: now });
    await seal(now + MINUTE);
    expect(await faults(now + 3 * HOUR)).to.deep.equal([]);
    await database.db('audit').insert({ ...(await database.db('audit').where({ id: ids[0] }).first()), id: gap });
    expect(await seal(now + 3 * HOUR)).to.equal(0);
    expect(await faults(now + 3 * HOUR)).to.deep.equal([{ kind: 'inserted', auditId: gap }]);
    await database.db('audit').where({ id: gap }).delete();
  });

  it('is made once when two servers seal at the same time', async () => {
    const now = began + 5 * HOUR;
    await write(database.db, now, ...Array.from({ length: 30 }, (_, index) => `busy:${index}`));
    const other = database.dialect === 'mysql' ? database.connect() : database.db;
    await Promise.all([seal(now + MINUTE), sealAudit(other, secret, now + MINUTE)]);
    expect(await faults(now + HOUR)).to.deep.equal([]);
    const { count } = (await database.db('audit_seals').count({ count: '*' }).first()) as { count: number };
    const { rows } = (await database.db('audit').count({ rows: '*' }).first()) as unknown as { rows: number };
    expect(Number(count)).to.equal(Number(rows));
  });
});
