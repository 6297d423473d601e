import { isDuplicate } from '../db/transact.js';
import type { Actor } from '../lib/actor.js';
import { AppError, notFound } from '../lib/errors.js';
import type { ProviderDeps } from './deps.js';
import { changeTimeOf, tellOfProvider, theProvider } from './deps.js';
import { deleteSpecialDay, insertSpecialDay, readSpecialDays, readWeek, replaceWeek } from './hours-queries.js';
import type { HoursWindow, WeeklyWindow, WindowFault } from './hours-rules.js';
import { faultOfDay, faultOfWeek, minuteOf, wallTimeOf } from './hours-rules.js';
import type { HoursOfDate, NewSpecialDay, SpecialDay, Week } from './schema.js';

/** Weekly working hours and the dates that have hours of their own. */
export function createHours(deps: ProviderDeps) {
  const { db } = deps;
  return {
    async week(providerId: number): Promise<Week> {
      await theProvider(db, providerId);
      return onTheWire(await readWeek(db, providerId));
    },

    replaceWeek: (actor: Actor, providerId: number, week: Week): Promise<Week> =>
      changeTimeOf(deps, providerId, async (tx, provider) => {
        const windows = week.windows.map((window) => ({ weekday: window.weekday, ...inMinutes(window) }));
        refuse(faultOfWeek(windows, new Set(provider.locations)));
        const from = onTheWire(await readWeek(tx, providerId)).windows;
        await replaceWeek(tx, providerId, windows);
        const replaced = onTheWire(await readWeek(tx, providerId));
        await tellOfProvider(deps, tx, actor, 'hours_changed', providerId, {
          windows: { from, to: replaced.windows },
        });
        return replaced;
      }),

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

const inMinutes = ({ locationId, start, end }: HoursOfDate): HoursWindow => ({
  locationId,
  startMinute: minuteOf(start),
  endMinute: minuteOf(end),
});

const onTheWire = (windows: readonly WeeklyWindow[]): Week => ({
  windows: windows.map(({ weekday, locationId, startMinute, endMinute }) => ({
    weekday,
    locationId,
    start: wallTimeOf(startMinute),
    end: wallTimeOf(endMinute),
  })),
});

function refuse(fault: WindowFault | null): void {
  if (fault) throw new AppError('invalid_request', fault.message, { field: fault.field });
}
