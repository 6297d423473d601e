import type { Db, Tx } from '../../db/connect.js';
import { transact } from '../../db/transact.js';
import type { Clock } from '../../lib/clock.js';
import type { TellStaff } from '../../notices/tell.js';
import { notePairs } from '../record/pairs.js';
import type { Comparable } from './similar.js';
import { likenessOf } from './similar.js';

/** How many others one customer is compared with: a family, not a whole company with one telephone. */
const mostCompared = 50;

interface Candidate {
  id: number;
  first_name: string;
  last_name: string;
  email_folded: string | null;
  phone_e164: string | null;
  birth_date: string | null;
}

const columns = ['id', 'first_name', 'last_name', 'email_folded', 'phone_e164', 'birth_date'];

const comparable = (row: Candidate): Comparable => ({
  firstName: row.first_name,
  lastName: row.last_name,
  emailFolded: row.email_folded,
  phoneE164: row.phone_e164,
  birthDate: row.birth_date,
});

/** Customers in use with the same e-mail, telephone number or birth date, each through its index. */
async function candidatesFor(db: Db | Tx, row: Candidate): Promise<Candidate[]> {
  const others = () =>
    db('customers').where('status', 'active').whereNot('id', row.id).limit(mostCompared).select(columns);
  const found = new Map<number, Candidate>();
  for (const [column, value] of [
    ['email_folded', row.email_folded],
    ['phone_e164', row.phone_e164],
    ['birth_date', row.birth_date],
  ] as const) {
    if (value === null) continue;
    for (const other of (await others().where(column, value)) as Candidate[]) found.set(other.id, other);
  }
  return [...found.values()];
}

/** Notes with whom one customer may be confused; pairs that are known stay as they are. Answers how many are new. */
async function pairCustomer(tx: Tx, row: Candidate, at: number): Promise<number> {
  const likely = (await candidatesFor(tx, row)).flatMap((other) => {
    const reason = likenessOf(comparable(row), comparable(other));
    return reason === null ? [] : [{ number: other.id, reason }];
  });
  if (likely.length === 0) return 0;
  const before = await pairsOf(tx, row.id);
  await notePairs(tx, row.id, likely, at);
  return (await pairsOf(tx, row.id)) - before;
}

async function pairsOf(tx: Tx, id: number): Promise<number> {
  const [row] = await tx('customer_pairs').where({ low_id: id }).orWhere({ high_id: id }).count({ count: '*' });
  return Number(row?.['count'] ?? 0);
}

export interface PairsDeps {
  db: Db;
  clock: Clock;
  tell: TellStaff;
}

const batch = 200;
const watermark = 'duplicates-looked-at';

/**
 * Looks at customers who came since the last time, whoever brought them: imports, older versions, the demo. Answers how many were
 * looked at, `most` at a time. The place it has come to is kept in `versions`. Who may merge is told in the bell of what was found: those
 * that staff were shown while they added somebody are known by then.
 */
export async function findNewPairs({ db, clock, tell }: PairsDeps, most = 20_000): Promise<number> {
  let looked = 0;
  let found = 0;
  while (looked < most) {
    const mark = await db('versions').where({ name: watermark }).first('version');
    const rows: Candidate[] = await db('customers')
      .where('id', '>', Number(mark?.version ?? 0))
      .where('status', 'active')
      .orderBy('id')
      .limit(batch)
      .select(columns);
    if (rows.length === 0) break;
    found += await transact(db, async (tx) => {
      let some = 0;
      for (const row of rows) some += await pairCustomer(tx, row, clock.now());
      const version = rows.at(-1)?.id as number;
      const moved = await tx('versions').where({ name: watermark }).update({ version });
      if (moved === 0) await tx('versions').insert({ name: watermark, version });
      return some;
    });
    looked += rows.length;
  }
  if (found > 0) {
    const values = { count: found };
    await transact(db, (tx) =>
      tell(tx, {
        at: clock.now(),
        kind: 'duplicates.found',
        subject: 'business',
        values,
        permission: 'customers.merge',
      }),
    );
  }
  return looked;
}
