import type { Db } from '../db/connect.js';
import type { Clock } from '../lib/clock.js';
import { notFound } from '../lib/errors.js';
import { formatInstant } from '../lib/time-zone.js';
import type { Impact } from './arrange-schema.js';
import type { Kind } from './queries.js';
import { findThing } from './queries.js';

const shownFirst = 5;

/**
 * The coming appointments of a service or at a location: what a change of it will leave as it is. With `providers` those of these
 * alone. Nobody's name is in it, so that it may be seen by whoever may change the catalog. Throws `not_found`.
 */
export async function impactOn(
  { db, clock }: { db: Db; clock: Clock },
  kind: Kind & { noun: 'service' | 'location' },
  id: number,
  providers?: readonly number[],
): Promise<Impact> {
  if (!(await findThing(db, kind, id))) throw notFound();
  const coming = db('appointments')
    .where({ [`appointments.${kind.noun}_id`]: id })
    .whereIn('appointments.status', ['pending', 'confirmed'])
    .andWhere('appointments.starts_at', '>', clock.now());
  if (providers) coming.whereIn('appointments.provider_id', [...providers]);
  const counted: { count?: number | string; last?: number | null } | undefined = await coming
    .clone()
    .count({ count: '*' })
    .max({ last: 'appointments.starts_at' })
    .first();
  const first: { starts_at: number; service: string; provider: string; time_zone: string }[] = await coming
    .clone()
    .join('services', 'services.id', 'appointments.service_id')
    .join('providers', 'providers.id', 'appointments.provider_id')
    .join('locations', 'locations.id', 'appointments.location_id')
    .orderBy(['appointments.starts_at', 'appointments.id'])
    .limit(shownFirst)
    .select(
      'appointments.starts_at',
      'services.name as service',
      'providers.name as provider',
      'locations.time_zone as time_zone',
    );
  return {
    coming: Number(counted?.count ?? 0),
    last: counted?.last ? formatInstant(Number(counted.last)) : null,
    first: first.map(({ starts_at, time_zone, ...names }) => ({
      ...names,
      start: formatInstant(Number(starts_at)),
      timeZone: time_zone,
    })),
  };
}
