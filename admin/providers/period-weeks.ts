import { addDays, weekdayOf } from '../../widget/kit/days.js';
import type { PeriodDraft } from './hours-draft.js';

export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day));

/** Which of a period's weeks a date lies in, from 0 (the rule is the server's: providers/hours-rules.ts, `weekIndexOf`). */
export function weekOn({ anchor, weeks }: PeriodDraft, day: string): number {
  const passed = Math.floor((Date.parse(day) - Date.parse(anchor)) / 604_800_000);
  return ((passed % weeks.length) + weeks.length) % weeks.length;
}

/** Weeks in turn are called A, B, C …: “week 2” is one of the year. */
export const letterOf = (index: number): string => String.fromCharCode(65 + index);
