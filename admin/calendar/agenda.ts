import { CalendarX2 } from 'lucide';
import { h } from 'preact';
import { useMemo } from 'preact/hooks';
import { Status } from '../../widget/kit/badge.js';
import { formatDay, formatTimeRange } from '../../widget/kit/dates.js';
import { Empty } from '../../widget/kit/empty.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import css from './agenda.css';
import { eventWords } from './event-words.js';
import { eventsByDay } from './month-grid.js';
import type { CalendarAnswer, CalendarEvent } from './types.js';

style(css);

export interface AgendaProps {
  data: CalendarAnswer;
  today: string;
  now: number;
  open: string | undefined;
  addressOf: (id: number) => string;
  addressOfDay: (day: string) => string;
}

/** What comes, day by day, as a list: everything that the grid shows, without a grid. */
export function Agenda({ data, today, now, open, addressOf, addressOfDay }: AgendaProps): View {
  const { words } = useAdmin();
  const { t, language } = words;
  const days = useMemo(() => [...eventsByDay(data)].sort(([left], [right]) => (left < right ? -1 : 1)), [data]);
  if (days.length === 0)
    return h(Empty, { icon: CalendarX2, title: t('appointments.none'), children: t('calendar.noneText') });
  return html`<div class="agenda">
    ${days.map(([day, events]) => {
      const date = formatDay(language, day, 'long');
      return html`<section key=${day}>
        <h2><a href=${addressOfDay(day)}>${day === today ? t('appointments.today') : date}</a>${day === today && html`<span>${date}</span>`}</h2>
        <ul>${events.map((event) => html`<li key=${event.id}>${row(event)}</li>`)}</ul>
      </section>`;
    })}
  </div>`;

  function row(event: CalendarEvent): View {
    const said = eventWords(words, data, event);
    const provider = data.providers.find(({ id }) => id === event.provider);
    const look = `agenda-row${Date.parse(event.end) <= now ? ' past' : ''}`;
    return html`<a class=${look} href=${addressOf(event.id)} data-appointment=${event.id} aria-current=${String(event.id) === open ? 'true' : undefined} style=${{ '--own': said.colour }}>
      <time datetime=${event.start}>${formatTimeRange(language, event.start, event.end, data.timezone)}</time>
      <span class="agenda-who">${said.customer}</span>
      <span class="agenda-what">${said.service}${said.count && html` <small>${said.count}</small>`}</span>
      <span class="agenda-whom">${provider?.name}</span>
      ${h(Status, { status: event.status, word: said.status })}
    </a>`;
  }
}
