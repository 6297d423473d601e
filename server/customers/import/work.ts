import { randomUUID } from 'node:crypto';
import { transact } from '../../db/transact.js';
import type { Actor } from '../../lib/actor.js';
import { AppError } from '../../lib/errors.js';
import { checkImport } from './checking.js';
import type { ImportDeps } from './deps.js';
import type { ImportRow } from './import-row.js';
import type { Lease } from './lease.js';
import { LeaseLost, release, takeLease, workStatuses } from './lease.js';
import { runImport } from './running.js';
import { undoImport } from './undoing.js';

/** The background work on imports of one server process. */
export interface ImportWork {
  /** Begins, or goes on with, what an import waits for; answers when this process is done with it. */
  begin(importId: number): Promise<void>;
  /** Goes on with what other servers left lying. Called by the timetable. */
  resume(): Promise<void>;
  /** Waits for the packets that are being written; the rest is left to another server, or to the next start. */
  stop(): Promise<void>;
}

export function createImportWork(deps: ImportDeps): ImportWork {
  const { db, clock, log } = deps;
  const owner = randomUUID();
  const running = new Map<number, Promise<void>>();
  let stopping = false;

  async function workOn(importId: number): Promise<void> {
    const row = await takeLease(db, importId, owner, clock.now());
    if (!row || stopping) return;
    const lease: Lease = { importId, owner, status: row.status };
    const actor: Actor = accountActor(row);
    // Who stops waits for one packet, not for a million rows.
    const own: ImportDeps = { ...deps, clock: { now: () => whileGoing(clock.now()) } };
    try {
      if (row.status === 'checking') await checkImport(own, row, lease);
      else if (row.status === 'running') await runImport(own, actor, row, lease);
      else await undoImport(own, actor, row, lease);
    } catch (error) {
      if (error instanceof LeaseLost) return;
      if (row.status === 'checking' && error instanceof AppError && error.code === 'invalid_request')
        await failed(importId, error.details ?? {});
      else {
        log.error({ err: error, importId }, 'an import was cut off and will be tried again');
      }
    } finally {
      await release(db, importId, owner).catch(() => {});
    }
  }

  const whileGoing = (now: number): number => {
    if (stopping) throw new LeaseLost();
    return now;
  };

  /** The file can't be read by the settings that were chosen: a matter for staff, not for another try. */
  const failed = (importId: number, details: Record<string, unknown>): Promise<unknown> =>
    transact(db, (tx) =>
      tx('imports')
        .where({ id: importId, status: 'checking', lease_owner: owner })
        .update({ status: 'failed', failure: JSON.stringify(details) }),
    );

  return {
    begin(importId) {
      // What was begun before may still be at its last packet, and find there that it is no longer wanted.
      const before = running.get(importId) ?? Promise.resolve();
      const work: Promise<void> = before
        .then(() => workOn(importId))
        .catch((error) => log.error({ err: error, importId }, 'an import could not be worked on'))
        .finally(() => {
          if (running.get(importId) === work) running.delete(importId);
        });
      running.set(importId, work);
      return work;
    },
    async resume() {
      const waiting: { id: number }[] = await db('imports')
        .whereIn('status', [...workStatuses])
        .select('id');
      for (const { id } of waiting) await this.begin(id);
    },
    async stop() {
      stopping = true;
      await Promise.all(running.values());
    },
  };
}

/** Whose work it is in the trail: the account that began it, whichever server goes on with it. */
const accountActor = (row: ImportRow): Actor => ({
  kind: 'account',
  accountId: row.account_id,
  sessionHash: '',
  name: '',
  permissions: new Set(),
  providerId: null,
});
