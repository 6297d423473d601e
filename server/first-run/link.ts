import type { Db, Tx } from '../db/connect.js';
import { isDuplicate } from '../db/transact.js';
import type { Random } from '../lib/ids.js';
import { sameHash, sha256 } from '../lib/ids.js';

/*
 * The one row that says whether this installation is still to be set up: a seed while it is, `done` afterwards and for ever
 * (ATTACKS S25). The token is made from the seed and the server's secret, so that every server of the database prints the same
 * link, and a copy of the database opens nothing.
 */
const name = 'first-run';
const done = JSON.stringify('done');

const storedValue = async (db: Db | Tx): Promise<string | null> =>
  (await db('settings').where({ name }).first('value'))?.value ?? null;

/** Opens the set-up of an empty database; one that was set up, or is open already, stays as it is. */
export async function openFirstRun(db: Db, random: Random): Promise<void> {
  if (await storedValue(db)) return;
  try {
    await db('settings').insert({ name, value: newSeed(random) });
  } catch (error) {
    // Another server that starts at the same moment was first.
    if (!isDuplicate(error)) throw error;
  }
}

/** Opens it anew, for a database that was emptied in this transaction. */
export async function reopenFirstRun(tx: Tx, random: Random): Promise<string> {
  const value = newSeed(random);
  await tx('settings').insert({ name, value }).onConflict('name').merge({ value });
  return JSON.parse(value) as string;
}

const newSeed = (random: Random): string => JSON.stringify(random.bytes(32).toString('hex'));

/** The seed while the set-up is open; null when it is not: done, never opened, or somebody can sign in already. */
export async function openSeed(db: Db | Tx): Promise<string | null> {
  const value = await storedValue(db);
  if (value === null || value === done || (await db('accounts').first('id'))) return null;
  return JSON.parse(value) as string;
}

/** Whether a token is the one of the seed, told without a hint by how long it takes. */
export const fits = (token: string, right: string): boolean => sameHash(sha256(token), sha256(right));

/** Closes the set-up; of several at once, one is answered true. */
export async function closeFirstRun(tx: Tx, seed: string): Promise<boolean> {
  const closed = await tx('settings')
    .where({ name, value: JSON.stringify(seed) })
    .update({ value: done });
  return closed === 1;
}
