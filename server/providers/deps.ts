import type { RecordAudit } from '../audit/record.js';
import type { Db, Tx } from '../db/connect.js';
import { transact } from '../db/transact.js';
import { bumpCalendars, bumpCatalog } from '../db/versions.js';
import type { Actor } from '../lib/actor.js';
import type { Clock } from '../lib/clock.js';
import { notFound } from '../lib/errors.js';
import { findResource, readProviders } from './queries.js';
import type { Provider } from './schema.js';

export interface ProviderDeps {
  db: Db;
  clock: Clock;
  record: RecordAudit;
}

/** One existing provider. Throws `not_found`. */
export async function theProvider(db: Db | Tx, id: number): Promise<Provider> {
  const [provider] = await readProviders(db, id);
  if (!provider) throw notFound();
  return provider;
}

/**
 * Runs a change of one provider's time. The provider's calendar row is written before anything is read, so that no booking
 * decides meanwhile by the hours of before (DESIGN, section 4); then the catalog's version, which says that caches are stale.
 */
export async function changeTimeOf<T>(
  { db }: ProviderDeps,
  providerId: number,
  work: (tx: Tx, provider: Provider, resourceId: number) => Promise<T>,
): Promise<T> {
  // A provider never gets another calendar, so its id can be read ahead of the transaction.
  const resourceId = await findResource(db, providerId);
  if (resourceId === null) throw notFound();
  return transact(db, async (tx) => {
    await bumpCalendars(tx, [resourceId]);
    await bumpCatalog(tx);
    return work(tx, await theProvider(tx, providerId), resourceId);
  });
}

/** One line of the trail about a provider. */
export function tellOfProvider(
  { clock, record }: ProviderDeps,
  tx: Tx,
  actor: Actor,
  action: string,
  providerId: number,
  values: object,
): Promise<void> {
  return record(tx, [
    { at: clock.now(), actor, action: `provider.${action}`, subject: `provider:${providerId}`, values: { ...values } },
  ]);
}
