import { bumpCatalog } from '../db/versions.js';
import type { Actor } from '../lib/actor.js';
import { AppError, notFound } from '../lib/errors.js';
import type { ProviderDeps } from './deps.js';
import { change, changeTimeOf, tellOfProvider, theProvider } from './deps.js';
import { existingIds } from './queries.js';
import type { Absence, Closure, NewAbsence, NewClosure } from './schema.js';
import {
  deleteAbsence,
  deleteClosure,
  insertAbsence,
  insertClosure,
  readAbsences,
  readClosures,
} from './time-off-queries.js';

/** Absences of one provider, and closures of a location or of the whole business. */
export function createTimeOff(deps: ProviderDeps) {
  const { db, clock, record } = deps;
  return {
    async absences(providerId: number): Promise<Absence[]> {
      await theProvider(db, providerId);
      return readAbsences(db, providerId);
    },

    addAbsence: (actor: Actor, providerId: number, absence: NewAbsence): Promise<Absence> =>
      changeTimeOf(deps, providerId, async (tx) => {
        const id = await insertAbsence(tx, providerId, absence);
        await tellOfProvider(deps, tx, actor, 'absence_added', providerId, absence);
        return { id, ...absence };
      }),

    removeAbsence: (actor: Actor, providerId: number, id: number): Promise<null> =>
      changeTimeOf(deps, providerId, async (tx) => {
        const absence = (await readAbsences(tx, providerId)).find((known) => known.id === id);
        if (!absence) throw notFound();
        await deleteAbsence(tx, id);
        await tellOfProvider(deps, tx, actor, 'absence_removed', providerId, absence);
        return null;
      }),

    closures: (): Promise<Closure[]> => readClosures(db),

    addClosure: (actor: Actor, closure: NewClosure): Promise<Closure> =>
      change(deps, async (tx) => {
        await bumpCatalog(tx);
        const { locationId } = closure;
        if (locationId !== null && !(await existingIds(tx, 'locations', [locationId])).has(locationId))
          throw new AppError('invalid_request', 'There is no location with this id.', { field: 'locationId' });
        const id = await insertClosure(tx, closure);
        await record(tx, [
          { at: clock.now(), actor, action: 'closure.created', subject: `closure:${id}`, values: closure },
        ]);
        return { id, ...closure };
      }),

    removeClosure: (actor: Actor, id: number): Promise<null> =>
      change(deps, async (tx) => {
        await bumpCatalog(tx);
        const closure = (await readClosures(tx)).find((known) => known.id === id);
        if (!closure) throw notFound();
        await deleteClosure(tx, id);
        await record(tx, [
          { at: clock.now(), actor, action: 'closure.removed', subject: `closure:${id}`, values: closure },
        ]);
        return null;
      }),
  };
}
