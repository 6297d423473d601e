import { h } from 'preact';
import { useMemo } from 'preact/hooks';
import { dayAt, formatDay } from '../../widget/kit/dates.js';
import { addDays, monthOf } from '../../widget/kit/days.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import type { CalendarState } from './calendar-state.js';
import { daysBetween } from './calendar-state.js';
import { EventCard } from './event-card.js';
import { eventWords } from './event-words.js';
import css from './month-grid.css';
import type { CalendarAnswer, CalendarEvent } from './types.js';

style(css);

export interface MonthGridProps {
  data: CalendarAnswer;
  state: CalendarState;
  today: string;
  now: number;
  open: string | undefined;
  addressOf: (id: number) => string;
  addressOfDay: (day: string) => string;
}

/** So many stand in a day; the rest behind a link to it. */
const mostShown = 4;

/** Events by the dates on which they begin, on the calendar's clock. */
export function eventsByDay({ events, timezone }: CalendarAnswer): Map<string, CalendarEvent[]> {
  const days = new Map<string, CalendarEvent[]>();
  for (const event of events) {
    const day = dayAt(timezone, event.start);
    const known = days.get(day);
    if (known) known.push(event);
    else days.set(day, [event]);
  }
  return days;
}

/** A month in whole weeks, with the first appointments of each day. */
export function MonthGrid({ data, state, today, now, open, addressOf, addressOfDay }: MonthGridProps): View {
  const { words } = useAdmin();
  const { t, language } = words;
  const byDay = useMemo(() => eventsByDay(data), [data]);
  const days = daysBetween(state.from, state.to);
  const closed = new Set(
    data.closures
      .filter(({ location }) => location === null)
      .flatMap(({ start, end }) => daysBetween(dayAt(data.timezone, start), addDays(dayAt(data.timezone, end), -1))),
  );
  return html`<div class="month-grid">
    <div class="month-head" aria-hidden="true">
      ${days.slice(0, 7).map((day) => html`<span>${formatDay(language, day, 'weekdayShort')}</span>`)}
    </div>
    <div class="month-days">
      ${days.map((day) => dayOf(day))}
    </div>
  </div>`;

  function dayOf(day: string): View {
    const events = byDay.get(day) ?? [];
    const more = events.length > mostShown ? events.length - mostShown + 1 : 0;
    const shown = more > 0 ? events.slice(0, mostShown - 1) : events;
    const outside = monthOf(day) !== monthOf(state.day);
    const look = `month-day${outside ? ' outside' : ''}${day === today ? ' today' : ''}`;
    const name = formatDay(language, day, 'long');
    return html`<section key=${day} class=${look} aria-label=${t('calendar.onDay', { day: name, count: events.length })}>
      <h2><a href=${addressOfDay(day)}><span class="hidden-text">${name}</span><span aria-hidden="true">${formatDay(language, day, 'number')}</span></a>
        ${closed.has(day) && html`<small>${t('calendar.closed')}</small>`}
      </h2>
      <ul>
        ${shown.map(
          (event) =>
            html`<li key=${event.id}>${h(EventCard, {
              event,
              said: eventWords(words, data, event),
              href: addressOf(event.id),
              open: String(event.id) === open,
              past: Date.parse(event.end) <= now,
              size: 'line',
            })}</li>`,
        )}
      </ul>
      ${more > 0 && html`<a class="month-more" href=${addressOfDay(day)}>${t('calendar.more', { count: more })}<span class="hidden-text"> ${name}</span></a>`}
      ${events.length > 0 && html`<a class="month-count" href=${addressOfDay(day)} aria-label=${t('calendar.onDay', { day: name, count: events.length })}>${events.length}</a>`}
    </section>`;
  }
}
