import { addDays, addMonths, firstOf, isDay, lastOf, monthOf, sameDayIn, weekdayOf } from '../../widget/kit/days.js';
import type { Query } from '../kit/address.js';

/** `day`: everybody in one column; `providers`: one day, a column for each; `agenda`: a list. */
export const calendarViews = ['day', 'providers', 'week', 'month', 'agenda'] as const;
export type CalendarViewName = (typeof calendarViews)[number];

/** What the calendar shows. All of it stands in the address: `?view=week&day=2026-05-04&provider=3&status=all`. */
export interface CalendarState {
  view: CalendarViewName;
  day: string;
  /** First and last day that are fetched and drawn, both inclusive. */
  from: string;
  to: string;
  /** Ids, '' where nothing is narrowed. */
  provider: string;
  location: string;
  service: string;
  status: string;
}

const statuses = ['all', 'pending', 'confirmed', 'completed', 'no_show', 'cancelled', 'rejected'];

/** Reads an address that anybody may have typed; what makes no sense counts as not said. `weekStart`: 1 Monday … 7 Sunday. */
export function readState(
  query: Query,
  { today, weekStart, usual }: { today: string; weekStart: number; usual: CalendarViewName },
): CalendarState {
  const view = calendarViews.find((name) => name === query['view']) ?? usual;
  const day = isDay(query['day'] ?? '') ? (query['day'] as string) : today;
  return {
    view,
    day,
    ...rangeOf(view, day, weekStart),
    provider: idOf(query['provider']),
    location: idOf(query['location']),
    service: idOf(query['service']),
    status: statuses.includes(query['status'] ?? '') ? (query['status'] as string) : '',
  };
}

const idOf = (text: string | undefined): string => (/^[1-9]\d{0,14}$/.test(text ?? '') ? (text as string) : '');

/** The days of a view around `day`: a month in whole weeks, an agenda of a week from the day on. */
export function rangeOf(view: CalendarViewName, day: string, weekStart: number): { from: string; to: string } {
  const weekOf = (one: string): string => addDays(one, -((weekdayOf(one) - weekStart + 7) % 7));
  if (view === 'week') return { from: weekOf(day), to: addDays(weekOf(day), 6) };
  if (view === 'agenda') return { from: day, to: addDays(day, 6) };
  if (view === 'month') {
    const month = monthOf(day);
    return { from: weekOf(firstOf(month)), to: addDays(weekOf(lastOf(month)), 6) };
  }
  return { from: day, to: day };
}

/** The day that one step on (1) or back (-1) leads to. */
export function stepped({ view, day }: CalendarState, count: 1 | -1): string {
  if (view === 'month') return sameDayIn(addMonths(monthOf(day), count), day);
  return addDays(day, count * (view === 'week' || view === 'agenda' ? 7 : 1));
}

export const daysBetween = (from: string, to: string): string[] => {
  const days = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};
