import { useMemo } from 'preact/hooks';
import { dayAt, formatDay, formatTimeRange } from '../../widget/kit/dates.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import css from './day-sheet.css';
import { eventWords } from './event-words.js';
import type { CalendarAnswer, CalendarEvent } from './types.js';

style(css);

export interface DaySheetProps {
  data: CalendarAnswer;
  /** Days of the view, inclusive. */
  from: string;
  to: string;
}

/** What is printed in place of the page: each provider's appointments, day by day, a sheet each. On the screen nobody sees it. */
export function DaySheet({ data, from, to }: DaySheetProps): View {
  const { words, site } = useAdmin();
  const { t, language } = words;
  const sheets = useMemo(() => sheetsOf(data, from, to), [data, from, to]);
  return html`<div class="day-sheets" aria-hidden="true">
    ${sheets.map(
      ({ provider, day, events }) => html`<section>
        <header><h2>${provider}</h2><p>${formatDay(language, day, 'full')} · ${site.name}</p></header>
        <table>
          <thead><tr>
            <th>${t('calendar.time')}</th><th>${t('detail.customer')}</th><th>${t('calendar.service')}</th>
            <th>${t('appointments.location')}</th><th>${t('appointments.status')}</th>
          </tr></thead>
          <tbody>${events.map((event) => rowOf(event))}</tbody>
        </table>
      </section>`,
    )}
    ${sheets.length === 0 && html`<p>${t('appointments.none')}</p>`}
  </div>`;

  function rowOf(event: CalendarEvent): View {
    const said = eventWords(words, data, event);
    return html`<tr>
      <td>${formatTimeRange(language, event.start, event.end, data.timezone)}</td>
      <td>${said.customer}</td>
      <td>${said.service} ${said.count}</td>
      <td>${data.locations.find(({ id }) => id === event.location)?.name}</td>
      <td>${said.status}</td>
    </tr>`;
  }
}

function sheetsOf({ providers, events, timezone }: CalendarAnswer, from: string, to: string) {
  const sheets = new Map<string, { provider: string; day: string; events: CalendarEvent[] }>();
  for (const { id, name } of providers)
    for (const event of events) {
      const day = dayAt(timezone, event.start);
      if (event.provider !== id || day < from || day > to) continue;
      const sheet = sheets.get(`${id} ${day}`) ?? { provider: name, day, events: [] };
      sheet.events.push(event);
      sheets.set(`${id} ${day}`, sheet);
    }
  return [...sheets.values()];
}
