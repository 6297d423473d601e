import { addDays, addMonths, monthOf, sameDayIn } from '../../../widget/kit/days.js';

/** A wall-clock time as the fields hold it: `YYYY-MM-DD` and `HH:MM`. */
export interface WallTime {
  day: string;
  time: string;
}

export const presetKeys = ['tomorrow', 'week', 'month'] as const;
export type PresetKey = (typeof presetKeys)[number];

/** When people begin to work: what a reminder is set to unless another time is chosen. */
export const usualTime = '09:00';

/** What “Remind me tomorrow” and the like mean on the day `today`. */
export function presetTime(key: PresetKey, today: string): WallTime {
  if (key === 'tomorrow') return { day: addDays(today, 1), time: usualTime };
  if (key === 'week') return { day: addDays(today, 7), time: usualTime };
  return { day: sameDayIn(addMonths(monthOf(today), 1), today), time: usualTime };
}
