import { migrations } from '../../migrations/index.js';
import type { Tx } from '../db/connect.js';
import { isForeignKey } from '../db/transact.js';
import { embeddedName } from '../first-run/launch.js';
import { settingValues } from '../settings/values.js';

/** What belongs to the installation and not to the business in it: which versions there are, when jobs ran, who tried what. */
const kept = new Set(['settings', 'versions', 'job_runs', 'rate_limits']);

/**
 * Empties every table that Bookpane made, but what belongs to the installation; of the settings, those of the business. Tables of
 * others in the same database are left alone.
 */
export async function clearBusiness(tx: Tx): Promise<void> {
  await tx('settings')
    .whereIn('name', [...Object.keys(settingValues), embeddedName])
    .delete();
  // What refers to others was made after them; where it wasn't, it takes another round.
  let left = migrations.flatMap(({ table }) => (table && !kept.has(table) ? [table] : [])).reverse();
  while (left.length > 0) {
    const held: string[] = [];
    let refused: unknown;
    for (const table of left) {
      try {
        await tx(table).delete();
      } catch (error) {
        if (!isForeignKey(error)) throw error;
        refused = error;
        held.push(table);
      }
    }
    if (held.length === left.length) throw refused;
    left = held;
  }
}
