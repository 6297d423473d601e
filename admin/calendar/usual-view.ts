import type { CalendarViewName } from './calendar-state.js';
import { calendarViews } from './calendar-state.js';

const storageName = 'bookpane-admin-calendar';

/** The view that was looked at last on this machine; at first a week, and on a telephone a list. */
export function usualView(narrow: boolean): CalendarViewName {
  try {
    const kept = localStorage.getItem(`${storageName}${narrow ? '-narrow' : ''}`);
    return calendarViews.find((name) => name === kept) ?? (narrow ? 'agenda' : 'week');
  } catch {
    return narrow ? 'agenda' : 'week';
  }
}

/** Remembers a view; telephones and desks each have their own. */
export function keepView(view: CalendarViewName, narrow: boolean): void {
  try {
    localStorage.setItem(`${storageName}${narrow ? '-narrow' : ''}`, view);
  } catch {
    // Without storage it holds until the page is left.
  }
}
