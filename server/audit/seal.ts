import type { Db, Tx } from '../db/connect.js';
import { isDuplicate, transact } from '../db/transact.js';
import { giveWay } from '../lib/courtesy.js';
import { HOUR, MINUTE } from '../lib/time-zone.js';
import type { SealedRow } from './chain.js';
import { beginning, nextSeal, sealedColumns } from './chain.js';

const batch = 500;
/** No transaction lasts as long: what has a lower id than a row that was sealed so long ago is either sealed or was put in later. */
export const settled = HOUR;
/** Younger rows wait: a transaction that began before them may still bring one with a lower id. */
const ripe = MINUTE / 2;

/**
 * Seals what the trail has and the chain has not, in the order of ids as far as they are there: a row that is committed late, with a
 * lower id, is sealed later. Called by the timetable; answers how many. Of two servers that do it at once one gives way.
 */
export async function sealAudit(db: Db, secret: string, now: number): Promise<number> {
  let after = await settledId(db, now);
  let sealed = 0;
  for (;;) {
    const rows: SealedRow[] = await db('audit')
      .leftJoin('audit_seals', 'audit_seals.audit_id', 'audit.id')
      .where('audit.id', '>', after)
      .where('audit.at', '<=', now - ripe)
      .whereNull('audit_seals.audit_id')
      .orderBy('audit.id')
      .limit(batch)
      .select(sealedColumns.map((name) => `audit.${name}`));
    if (rows.length === 0) return sealed;
    if (!(await append(db, secret, rows, now))) return sealed;
    sealed += rows.length;
    after = rows.at(-1)?.id ?? after;
    if (rows.length < batch) return sealed;
    await giveWay();
  }
}

/** The id below which nothing new is looked for. */
export async function settledId(db: Db | Tx, now: number): Promise<number> {
  const row = await db('audit_seals')
    .where('sealed_at', '<', now - settled)
    .orderBy([
      { column: 'sealed_at', order: 'desc' },
      { column: 'position', order: 'desc' },
    ])
    .first('audit_id');
  return row?.audit_id ?? 0;
}

async function append(db: Db, secret: string, rows: readonly SealedRow[], now: number): Promise<boolean> {
  try {
    await transact(db, async (tx) => {
      const last = await tx('audit_seals').orderBy('position', 'desc').forUpdate().first('position', 'chain_hash');
      let position = Number(last?.position ?? 0);
      let chain: string = last?.chain_hash ?? beginning;
      const seals = rows.map((row) => {
        chain = nextSeal(secret, chain, row);
        position += 1;
        return { audit_id: row.id, position, chain_hash: chain, sealed_at: now };
      });
      await tx('audit_seals').insert(seals);
    });
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}
