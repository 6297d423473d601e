import type { Db } from '../db/connect.js';

/** The names of the accounts that stand in the trail's short form (`account:3`), by their ids. One that is gone has none. */
export async function namesOfActors(db: Db, actors: readonly string[]): Promise<Map<number, string>> {
  const ids = new Set(actors.map((actor) => Number(/^account:(\d+)$/.exec(actor)?.[1] ?? 0)));
  const accounts: { id: number; name: string }[] = await db('accounts')
    .whereIn('id', [...ids])
    .select('id', 'name');
  return new Map(accounts.map(({ id, name }) => [id, name]));
}
