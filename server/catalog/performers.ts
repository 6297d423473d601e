import { changedValues } from '../audit/changes.js';
import type { Db, Tx } from '../db/connect.js';
import type { Row } from '../db/rows.js';
import { fromRow, toRow } from '../db/rows.js';
import { transact } from '../db/transact.js';
import { bumpCatalog } from '../db/versions.js';
import type { Actor } from '../lib/actor.js';
import { AppError, notFound } from '../lib/errors.js';
import type { Performer } from './arrange-schema.js';
import { findThing, serviceKind } from './queries.js';
import type { ThingDeps } from './things.js';

/** Who performs a service, by provider. */
export async function readPerformers(db: Db | Tx, serviceId: number): Promise<Performer[]> {
  const rows: Row[] = await db('provider_services')
    .select('provider_id', 'price_minor', 'duration_minutes')
    .where({ service_id: serviceId })
    .orderBy('provider_id');
  return rows.map((row) => fromRow<Performer>(row));
}

export async function writePerformers(tx: Tx, serviceId: number, performers: readonly Performer[]): Promise<void> {
  await tx('provider_services').where({ service_id: serviceId }).delete();
  if (performers.length > 0)
    await tx('provider_services').insert(performers.map((performer) => toRow({ serviceId, ...performer })));
}

/**
 * Says who performs a service. Whoever bookings decide about compares the catalog's version behind its calendar row, so that none is
 * made by a list that is gone. AppErrors: `not_found`, `invalid_request` naming the line at fault.
 */
export const replacePerformers = (
  { db, clock, record }: ThingDeps,
  actor: Actor,
  serviceId: number,
  performers: readonly Performer[],
): Promise<Performer[]> =>
  transact(db, async (tx) => {
    await bumpCatalog(tx);
    if (!(await findThing(tx, serviceKind, serviceId))) throw notFound();
    const before = await readPerformers(tx, serviceId);
    await checkProviders(
      tx,
      performers.map(({ providerId }) => providerId),
    );
    await writePerformers(tx, serviceId, performers);
    const after = await readPerformers(tx, serviceId);
    const values = changedValues({ providers: before }, { providers: after });
    if (Object.keys(values).length > 0)
      await record(tx, [
        { at: clock.now(), actor, action: 'service.providers_changed', subject: `service:${serviceId}`, values },
      ]);
    return after;
  });

async function checkProviders(tx: Tx, ids: readonly number[]): Promise<void> {
  const rows: { id: number }[] = await tx('providers')
    .select('id')
    .whereIn('id', [...ids]);
  const known = new Set(rows.map(({ id }) => id));
  for (const [index, id] of ids.entries()) {
    const field = `providers.${index}.providerId`;
    if (ids.indexOf(id) !== index) throw new AppError('invalid_request', 'is in the list twice', { field });
    if (!known.has(id)) throw new AppError('invalid_request', 'must be an id that exists', { field });
  }
}
