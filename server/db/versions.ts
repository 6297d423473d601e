import type { Db, Tx } from './connect.js';

/**
 * Writes the calendar rows of these resources, in sorted order so that two writers never wait for one another in a ring. The first
 * statement of every transaction that changes time, before any read (DESIGN, section 4).
 */
export async function bumpCalendars(tx: Tx, resourceIds: readonly number[]): Promise<void> {
  for (const resourceId of [...new Set(resourceIds)].sort((left, right) => left - right)) {
    await tx.raw('UPDATE calendars SET version = version + 1 WHERE resource_id = ?', [resourceId]);
  }
}

/** Says that services, providers, locations, hours, special days or closures changed: whatever was computed from them is stale. */
export async function bumpCatalog(tx: Tx): Promise<void> {
  const changed = await tx('versions').where({ name: 'catalog' }).increment('version', 1);
  if (changed === 0) await tx('versions').insert({ name: 'catalog', version: 1 });
}

/** The catalog's version; 0 before anything was written. */
export async function catalogVersion(db: Db | Tx): Promise<number> {
  const row = await db('versions').where({ name: 'catalog' }).first('version');
  return Number(row?.version ?? 0);
}
