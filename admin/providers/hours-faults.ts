import type { DayDraft, PeriodDraft, WeekDraft, WindowDraft } from './hours-draft.js';
import { lengthOf } from './hours-draft.js';

/** What is wrong with a window while it is edited; the server has the last word (server/providers/hours-rules.ts). */
export type WindowFault = 'start' | 'end' | 'same' | 'overlap';

export type Faults = ReadonlyMap<number, WindowFault>;

/** Faults of the windows of some weeks in turn, by window. Of two that meet, the later row is at fault. */
export function faultsOfWeeks(weeks: readonly WeekDraft[]): Faults {
  return faultsOf(
    weeks.flatMap((week, index) => week.flatMap((day, at) => day.map((window) => ({ window, day: index * 7 + at })))),
    weeks.length * 7 * 1440,
  );
}

/** Faults of the windows of one date. */
export const faultsOfDay = (day: DayDraft): Faults =>
  faultsOf(
    day.map((window) => ({ window, day: 0 })),
    Number.POSITIVE_INFINITY,
  );

export const periodIsFine = (period: PeriodDraft): boolean => faultsOfWeeks(period.weeks).size === 0;

function faultsOf(placed: readonly { window: WindowDraft; day: number }[], circle: number): Faults {
  const faults = new Map<number, WindowFault>();
  const sound: { from: number; length: number }[] = [];
  for (const { window, day } of placed) {
    const alone = faultOf(window);
    if (alone) {
      faults.set(window.key, alone);
      continue;
    }
    const one = { from: day * 1440 + (window.start ?? 0), length: lengthOf(window) };
    if (sound.some((other) => meets(one, other, circle))) faults.set(window.key, 'overlap');
    sound.push(one);
  }
  return faults;
}

function faultOf({ start, end }: WindowDraft): WindowFault | null {
  if (start === null || start === 1440) return 'start';
  if (end === null) return 'end';
  return start === end ? 'same' : null;
}

interface Stretch {
  from: number;
  length: number;
}

const meets = (one: Stretch, other: Stretch, circle: number): boolean =>
  ahead(one, other, circle) < one.length || ahead(other, one, circle) < other.length;

/** The way forward from the start of one to the start of the other, round the circle. */
function ahead(one: Stretch, other: Stretch, circle: number): number {
  const way = other.from - one.from;
  return way >= 0 ? way : way + circle;
}
