import type { CalendarState } from './calendar-state.js';
import { daysBetween } from './calendar-state.js';
import type { CalendarAnswer, CalendarEvent, CalendarProvider, Column, Span } from './types.js';
import { piecesOf } from './zone-day.js';

export const spanOf = ({ start, end }: { start: string; end: string }): Span => ({
  from: Date.parse(start),
  to: Date.parse(end),
});

const meets = (one: Span, other: Span): boolean => one.from < other.to && one.to > other.from;

/** The providers that the filters leave. */
export function providersShown({ providers }: CalendarAnswer, state: CalendarState): CalendarProvider[] {
  return providers.filter(({ id }) => state.provider === '' || String(id) === state.provider);
}

/** The columns of a day, a week, or a day by provider, each with what happens in it by time. */
export function columnsOf(data: CalendarAnswer, state: CalendarState): Column[] {
  const shown = providersShown(data, state);
  const only = shown.length === 1 ? (shown[0] as CalendarProvider) : null;
  if (state.view !== 'providers')
    return daysBetween(state.from, state.to).map((day) => columnOf(data, day, only, data.events));
  return shown.map((provider) => {
    const own = data.events.filter((event) => event.provider === provider.id);
    return columnOf(data, state.day, provider, own);
  });
}

function columnOf(
  { timezone }: CalendarAnswer,
  day: string,
  provider: CalendarProvider | null,
  events: readonly CalendarEvent[],
): Column {
  const pieces = piecesOf(timezone, day);
  const whole = { from: pieces[0]?.from ?? 0, to: pieces.at(-1)?.to ?? 0 };
  return {
    key: provider ? `${day} ${provider.id}` : day,
    day,
    pieces,
    provider,
    events: events.filter((event) => meets(spanOf(event), whole)),
  };
}

/** What lies behind the cards of a column. */
export interface Backdrop {
  open: Span[];
  absences: (Span & { name: string })[];
  closures: Span[];
}

/** Working hours of whoever the column is of, their absences, and what closes. */
export function backdropOf(data: CalendarAnswer, state: CalendarState, column: Column): Backdrop {
  const whole = { from: column.pieces[0]?.from ?? 0, to: column.pieces.at(-1)?.to ?? 0 };
  const providers = column.provider ? [column.provider] : providersShown(data, state);
  const within = (span: Span): boolean => meets(span, whole);
  const isHere = (location: number | null): boolean =>
    location === null || (state.location === '' ? data.locations.length === 1 : String(location) === state.location);
  return {
    open: providers.flatMap(({ windows }) => windows.map(spanOf)).filter(within),
    absences: providers.flatMap(({ name, absences }) =>
      absences.map((absence) => ({ ...spanOf(absence), name })).filter(within),
    ),
    closures: data.closures
      .filter(({ location }) => isHere(location))
      .map(spanOf)
      .filter(within),
  };
}
