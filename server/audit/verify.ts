import type { Db } from '../db/connect.js';
import { sha256 } from '../lib/ids.js';
import type { SealedRow } from './chain.js';
import { beginning, nextSeal, sealedColumns } from './chain.js';
import { settledId } from './seal.js';

/** What is wrong with the trail, and where. */
export interface AuditFault {
  /** `removed`, `changed`: a sealed row; `inserted`: between rows that were sealed long ago; `broken`: a seal itself. */
  kind: 'removed' | 'changed' | 'inserted' | 'broken';
  auditId: number;
}

export interface AuditReport {
  sealed: number;
  /** The last seal: whoever writes it down sees later whether the end of the trail was cut off together with its seals. */
  head: string;
  /** The first faults, at most 20. */
  faults: AuditFault[];
}

const batch = 1000;
const mostFaults = 20;

type Row = Partial<SealedRow> & { audit_id: number; position: number; chain_hash: string; values: string };

/**
 * Goes through the whole chain. Values that were erased with their person are no fault, others that don't go with their hash are.
 * Needs the secret that the seals were made with.
 */
export async function verifyAudit(db: Db, secret: string, now: number): Promise<AuditReport> {
  const faults: AuditFault[] = [];
  const emptied: { id: number; subject: string; action: string }[] = [];
  let chain = beginning;
  let position = 0;
  for (;;) {
    const rows = await nextRows(db, position);
    for (const row of rows) {
      position += 1;
      const fault = faultOf(row, position, secret, chain);
      if (fault) faults.push({ kind: fault, auditId: row.audit_id });
      else if (row.values_hash !== sha256(row.values))
        if (row.values === '{}') emptied.push(row as { id: number; subject: string; action: string });
        else faults.push({ kind: 'changed', auditId: row.audit_id });
      // A fault is told once: what follows is held against the seals that are there.
      chain = row.chain_hash;
      position = row.position;
    }
    if (rows.length < batch) break;
  }
  for (const row of emptied) if (!(await isErased(db, row))) faults.push({ kind: 'changed', auditId: row.id });
  faults.push(...(await insertedRows(db, now)));
  return { sealed: position, head: chain, faults: faults.slice(0, mostFaults) };
}

const nextRows = (db: Db, position: number): Promise<Row[]> =>
  db('audit_seals')
    .leftJoin('audit', 'audit.id', 'audit_seals.audit_id')
    .where('audit_seals.position', '>', position)
    .orderBy('audit_seals.position')
    .limit(batch)
    .select(
      'audit_seals.audit_id',
      'audit_seals.position',
      'audit_seals.chain_hash',
      'audit.values',
      ...sealedColumns.map((name) => `audit.${name}`),
    );

function faultOf(row: Row, position: number, secret: string, before: string): AuditFault['kind'] | null {
  if (row.id === null || row.id === undefined) return 'removed';
  if (row.position !== position) return 'broken';
  return nextSeal(secret, before, row as SealedRow) === row.chain_hash ? null : 'changed';
}

/** Whether what a row says may have been emptied: its person was erased. Of a merge, the row of either one says something. */
async function isErased(db: Db, { subject, action }: { subject: string; action: string }): Promise<boolean> {
  const [, kind, id] = /^(customer|booking):(\d+)$/.exec(subject) ?? [];
  if (kind === undefined) return false;
  const customers =
    kind === 'customer'
      ? [Number(id)]
      : (
          await db('bookings')
            .where({ id: Number(id) })
            .select('customer_id')
        ).map((row) => row.customer_id);
  if (action === 'customer.merged')
    customers.push(
      ...(
        await db('merges')
          .where({ kept_id: Number(id) })
          .select('gone_id')
      ).map((row) => row.gone_id),
    );
  return (await db('customers').whereIn('id', customers).where({ status: 'erased' }).first('id')) !== undefined;
}

/** Rows without a seal among those that were sealed long ago. */
async function insertedRows(db: Db, now: number): Promise<AuditFault[]> {
  const rows: { id: number }[] = await db('audit')
    .leftJoin('audit_seals', 'audit_seals.audit_id', 'audit.id')
    .where('audit.id', '<=', await settledId(db, now))
    .whereNull('audit_seals.audit_id')
    .orderBy('audit.id')
    .limit(mostFaults)
    .select('audit.id');
  return rows.map(({ id }) => ({ kind: 'inserted', auditId: id }));
}
