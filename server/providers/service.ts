import { changedValues } from '../audit/changes.js';
import type { Tx } from '../db/connect.js';
import { isForeignKey, transact } from '../db/transact.js';
import { bumpCatalog } from '../db/versions.js';
import type { Actor } from '../lib/actor.js';
import { AppError } from '../lib/errors.js';
import { DAY, formatDay } from '../lib/time-zone.js';
import type { ProviderDeps } from './deps.js';
import { changeTimeOf, tellOfProvider, theProvider } from './deps.js';
import { createHours } from './hours.js';
import { readPeriods, readSpecialDays } from './hours-queries.js';
import { periodOn } from './hours-rules.js';
import { orderProviders } from './order.js';
import {
  countOf,
  deleteProvider,
  existingIds,
  insertProvider,
  readProviders,
  replaceLocations,
  replaceServices,
  updateProvider,
} from './queries.js';
import type { NewProvider, Provider, ProviderChange } from './schema.js';
import { createSpecialDays } from './special-days.js';
import { createTimeOff } from './time-off.js';

/** Providers: who they are, what they perform and where, when they work and when not. */
export function createProviders(deps: ProviderDeps) {
  const { db, clock } = deps;

  /** What the provider's windows, weekly and of dates, from today on still need must stay one of the provider's locations. */
  async function refuseToStrand(tx: Tx, id: number, locationIds: readonly number[]): Promise<void> {
    const today = formatDay(Math.floor(clock.now() / DAY) - 1);
    const special = (await readSpecialDays(tx, id)).filter(({ day }) => day >= today);
    const periods = await readPeriods(tx, id);
    const windows: { locationId: number }[] = [
      ...periods.slice(periodOn(periods, today)).flatMap((period) => period.windows),
      ...special.flatMap((day) => day.windows),
    ];
    if (windows.some(({ locationId }) => !locationIds.includes(locationId)))
      throw new AppError(
        'invalid_request',
        'There are working hours at a location that is not in the list. Change the hours first.',
        { field: 'locations' },
      );
  }

  return {
    ...createHours(deps),
    ...createSpecialDays(deps),
    ...createTimeOff(deps),

    list: (): Promise<Provider[]> => readProviders(db),

    get: (id: number): Promise<Provider> => theProvider(db, id),

    order: (actor: Actor, ids: readonly number[]): Promise<null> => orderProviders(deps, actor, ids),

    add: (actor: Actor, { locations, services, ...fields }: NewProvider): Promise<Provider> =>
      transact(db, async (tx) => {
        await bumpCatalog(tx);
        await checkReferences(tx, { locations, services });
        const id = await insertProvider(tx, fields);
        await replaceLocations(tx, id, locations);
        await replaceServices(tx, id, services);
        await tellOfProvider(deps, tx, actor, 'created', id, { ...fields, locations, services });
        return theProvider(tx, id);
      }),

    change: (actor: Actor, id: number, change: ProviderChange): Promise<Provider> =>
      changeTimeOf(deps, id, async (tx, before) => {
        await checkReferences(tx, change);
        const { locations, services, ...fields } = change;
        if (locations) await refuseToStrand(tx, id, locations);
        await updateProvider(tx, id, fields);
        if (locations) await replaceLocations(tx, id, locations);
        if (services) await replaceServices(tx, id, services);
        const after = await theProvider(tx, id);
        const changed = changedValues(before, after);
        if (Object.keys(changed).length > 0) await tellOfProvider(deps, tx, actor, 'changed', id, changed);
        return after;
      }),

    remove: (actor: Actor, id: number): Promise<null> =>
      changeTimeOf(deps, id, async (tx, before, resourceId) => {
        for (const table of ['appointments', 'accounts'] as const) {
          const count = await countOf(tx, table, id);
          if (count > 0) throw inUse(table, count);
        }
        try {
          await deleteProvider(tx, id, resourceId);
        } catch (error) {
          throw isForeignKey(error) ? inUse('something else') : error;
        }
        await tellOfProvider(deps, tx, actor, 'removed', id, before);
        return null;
      }),
  };
}

export type ProviderService = ReturnType<typeof createProviders>;

const inUse = (by: string, count?: number): AppError =>
  new AppError('in_use', `This provider is still used by ${by}${count === undefined ? '' : ` (${count})`}.`, {
    details: { by, ...(count === undefined ? {} : { count }) },
  });

async function checkReferences(
  tx: Tx,
  { locations = [], services = [] }: { locations?: number[]; services?: { serviceId: number }[] },
): Promise<void> {
  const serviceIds = services.map(({ serviceId }) => serviceId);
  await checkIds(tx, 'locations', locations, (index) => `locations.${index}`);
  await checkIds(tx, 'services', serviceIds, (index) => `services.${index}.serviceId`);
}

async function checkIds(
  tx: Tx,
  table: 'locations' | 'services',
  ids: readonly number[],
  fieldOf: (index: number) => string,
): Promise<void> {
  const known = ids.length > 0 ? await existingIds(tx, table, ids) : new Set<number>();
  for (const [index, id] of ids.entries()) {
    if (ids.indexOf(id) !== index)
      throw new AppError('invalid_request', 'is in the list twice', { field: fieldOf(index) });
    if (!known.has(id)) throw new AppError('invalid_request', 'must be an id that exists', { field: fieldOf(index) });
  }
}
