import type { Actor } from '../lib/actor.js';
import { AppError } from '../lib/errors.js';
import { DAY, formatDay, parseDay } from '../lib/time-zone.js';
import type { ProviderDeps } from './deps.js';
import { changeTimeOf, tellOfProvider, theProvider } from './deps.js';
import type { HoursPeriod } from './hours-queries.js';
import { anyMonday, readPeriods, replacePeriods } from './hours-queries.js';
import type { HoursWindow, WeeklyWindow, WindowFault } from './hours-rules.js';
import { faultOfWeeks, minuteOf, mondayOf, periodOn, wallTimeOf, weekIndexOf } from './hours-rules.js';
import type { HoursOfDate, Periods, PeriodsAnswer } from './hours-schema.js';
import type { Week } from './schema.js';

/** Weekly working hours: one week that always holds, or periods of one week or several in turn. */
export function createHours(deps: ProviderDeps) {
  const { db, clock } = deps;
  /** Nowhere on earth is it an earlier date. */
  const today = (): string => formatDay(Math.floor(clock.now() / DAY) - 1);

  const replace = (
    actor: Actor,
    providerId: number,
    make: (before: readonly HoursPeriod[], locations: ReadonlySet<number>) => HoursPeriod[],
  ): Promise<HoursPeriod[]> =>
    changeTimeOf(deps, providerId, async (tx, provider) => {
      const before = await readPeriods(tx, providerId);
      await replacePeriods(tx, providerId, make(before, new Set(provider.locations)));
      const after = await readPeriods(tx, providerId);
      await tellOfProvider(deps, tx, actor, 'hours_changed', providerId, toldChange(before, after));
      return after;
    });

  return {
    /** The windows that hold in the week of today. */
    async week(providerId: number): Promise<Week> {
      await theProvider(db, providerId);
      const periods = await readPeriods(db, providerId);
      const now = today();
      const { anchor, weeks, windows } = periods[periodOn(periods, now)] as HoursPeriod;
      const index = weekIndexOf(parseDay(anchor) ?? 0, weeks, parseDay(now) ?? 0);
      return { windows: windows.filter(({ week }) => week === index).map(weekly) };
    },

    async replaceWeek(actor: Actor, providerId: number, { windows }: Week): Promise<Week> {
      const [period] = await replace(actor, providerId, (before, locations) => {
        if (!isOneWeek(before))
          throw new AppError(
            'conflict',
            'These hours rotate or change at a date, so one week can’t take their place. Change them as a whole.',
          );
        const week = windows.map((window) => ({ week: 0, weekday: window.weekday, ...inMinutes(window) }));
        refuse(faultOfWeeks(week, 1, locations));
        return [{ from: null, anchor: anyMonday, weeks: 1, windows: week }];
      });
      return { windows: (period?.windows ?? []).map(weekly) };
    },

    async periods(providerId: number): Promise<PeriodsAnswer> {
      await theProvider(db, providerId);
      return onTheWire(await readPeriods(db, providerId));
    },

    async replacePeriods(actor: Actor, providerId: number, wish: Periods): Promise<PeriodsAnswer> {
      return onTheWire(await replace(actor, providerId, (_, locations) => periodsOf(wish.periods, locations, today())));
    },
  };
}

/** What was asked for, as it is kept. Throws `invalid_request` with the field: `periods.1.windows.3`. */
function periodsOf(wish: Periods['periods'], locations: ReadonlySet<number>, today: string): HoursPeriod[] {
  for (const [index, { from }] of wish.entries()) {
    if ((from === null) !== (index === 0)) throw wrong(index, 'must be null for the first period, and for no other');
    if (index > 1 && (from ?? '') <= (wish[index - 1]?.from ?? ''))
      throw wrong(index, 'must be after the period before');
  }
  const holds = periodOn(wish, today);
  return wish.map(({ from, weeks, anchor, windows }, index) => {
    const kept = windows.map((window) => ({ week: window.week, weekday: window.weekday, ...inMinutes(window) }));
    // What is over stays as it was, wherever the provider works since.
    refuse(faultOfWeeks(kept, weeks, index < holds ? null : locations), `periods.${index}.`);
    return { from, weeks, anchor: formatDay(mondayOf(parseDay(anchor ?? from ?? today) ?? 0)), windows: kept };
  });
}

const wrong = (index: number, message: string): AppError =>
  new AppError('invalid_request', message, { field: `periods.${index}.from` });

const isOneWeek = (periods: readonly HoursPeriod[]): boolean => periods.length === 1 && periods[0]?.weeks === 1;

/** Of one week before and after, its windows, as the trail has always had them. */
function toldChange(before: readonly HoursPeriod[], after: readonly HoursPeriod[]): object {
  if (isOneWeek(before) && isOneWeek(after))
    return { windows: { from: before[0]?.windows.map(weekly), to: after[0]?.windows.map(weekly) } };
  return { periods: { from: onTheWire(before).periods, to: onTheWire(after).periods } };
}

export const inMinutes = ({ locationId, start, end }: HoursOfDate): HoursWindow => ({
  locationId,
  startMinute: minuteOf(start),
  endMinute: minuteOf(end),
});

const weekly = ({ weekday, locationId, startMinute, endMinute }: WeeklyWindow) => ({
  weekday,
  locationId,
  start: wallTimeOf(startMinute),
  end: wallTimeOf(endMinute),
});

const onTheWire = (periods: readonly HoursPeriod[]): PeriodsAnswer => ({
  periods: periods.map(({ windows, ...period }) => ({
    ...period,
    windows: windows.map((window) => ({ week: window.week, ...weekly(window) })),
  })),
});

export function refuse(fault: WindowFault | null, path = ''): void {
  if (fault) throw new AppError('invalid_request', fault.message, { field: path + fault.field });
}
