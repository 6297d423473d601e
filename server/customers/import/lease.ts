import type { Db, Tx } from '../../db/connect.js';
import { transact } from '../../db/transact.js';
import type { ImportRow, ImportStatus } from './import-row.js';

/** Milliseconds that a server may be silent about an import before another one goes on with it. */
export const leaseFor = 60_000;

/** States in which somebody has to be at work. */
export const workStatuses: readonly ImportStatus[] = ['checking', 'running', 'undoing'];

/** Somebody else took over, or staff stopped it: whoever works on it ends without a word. */
export class LeaseLost extends Error {}

export interface Lease {
  importId: number;
  owner: string;
  status: ImportStatus;
}

/** Takes an import that waits for somebody; null when somebody is at it, or there is nothing to do. */
export async function takeLease(db: Db, importId: number, owner: string, now: number): Promise<ImportRow | null> {
  return transact(db, async (tx) => {
    const taken = await tx('imports')
      .where({ id: importId })
      .whereIn('status', [...workStatuses])
      .andWhere((free) => free.where({ lease_owner: '' }).orWhere('lease_until', '<', now))
      .update({ lease_owner: owner, lease_until: now + leaseFor });
    return taken === 1 ? ((await tx('imports').where({ id: importId }).first()) as ImportRow) : null;
  });
}

/**
 * Says in a step's own transaction that the import is still ours, with what the step changes of its row. It is written first, so of
 * two servers at one packet the second waits, and then finds that it has lost.
 */
export async function hold(
  tx: Tx,
  lease: Lease,
  now: number,
  at: { next_chunk?: number } = {},
  changes: Record<string, unknown> = {},
): Promise<void> {
  const held = await tx('imports')
    .where({ id: lease.importId, lease_owner: lease.owner, status: lease.status, ...at })
    .update({ ...changes, lease_until: now + leaseFor });
  if (held !== 1) throw new LeaseLost();
}

/** Lets an import go, so that another server need not wait for the lease to run out. */
export async function release(db: Db, importId: number, owner: string): Promise<void> {
  await transact(db, (tx) =>
    tx('imports').where({ id: importId, lease_owner: owner }).update({ lease_owner: '', lease_until: 0 }),
  );
}
