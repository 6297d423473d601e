import { isDuplicate } from '../db/transact.js';
import type { Actor } from '../lib/actor.js';
import { AppError, notFound } from '../lib/errors.js';
import type { ProviderDeps } from './deps.js';
import { changeTimeOf, tellOfProvider, theProvider } from './deps.js';
import { inMinutes, refuse } from './hours.js';
import { deleteSpecialDay, insertSpecialDay, readSpecialDays } from './hours-queries.js';
import { faultOfDay } from './hours-rules.js';
import type { NewSpecialDay, SpecialDay } from './schema.js';

/** The dates that have hours of their own. */
export function createSpecialDays(deps: ProviderDeps) {
  const { db } = deps;
  return {
    async specialDays(providerId: number): Promise<SpecialDay[]> {
      await theProvider(db, providerId);
      return readSpecialDays(db, providerId);
    },

    addSpecialDay: (actor: Actor, providerId: number, special: NewSpecialDay): Promise<SpecialDay> =>
      changeTimeOf(deps, providerId, async (tx, provider) => {
        refuse(faultOfDay(special.windows.map(inMinutes), new Set(provider.locations)));
        const id = await insertSpecialDay(tx, providerId, special).catch((error: unknown) => {
          if (!isDuplicate(error)) throw error;
          throw new AppError('conflict', 'This date has hours of its own already. Remove them first.', {
            field: 'day',
          });
        });
        await tellOfProvider(deps, tx, actor, 'special_day_added', providerId, special);
        return { id, ...special };
      }),

    removeSpecialDay: (actor: Actor, providerId: number, id: number): Promise<null> =>
      changeTimeOf(deps, providerId, async (tx) => {
        const special = (await readSpecialDays(tx, providerId)).find((known) => known.id === id);
        if (!special) throw notFound();
        await deleteSpecialDay(tx, id);
        await tellOfProvider(deps, tx, actor, 'special_day_removed', providerId, special);
        return null;
      }),
  };
}
