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
  /** In place of `transact`: runs a change only to see what would come of it (impact.ts). */
  within?: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
}

/** Every change of providers and closures runs in here. */
export const change = <T>({ db, within }: ProviderDeps, work: (tx: Tx) => Promise<T>): Promise<T> =>
  within ? within(work) : transact(db, work);

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
  deps: ProviderDeps,
  providerId: number,
  work: (tx: Tx, provider: Provider, resourceId: number) => Promise<T>,
): Promise<T> {
  // A provider never gets another calendar, so its id can be read ahead of the transaction.
  const resourceId = await findResource(deps.db, providerId);
  if (resourceId === null) throw notFound();
  return change(deps, async (tx) => {
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
