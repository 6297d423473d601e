import type { ComponentChildren } from 'preact';
import { h } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { formatDay, formatTime } from '../../widget/kit/dates.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import { axisOf, hoursOf, topOf } from './axis.js';
import type { CalendarState } from './calendar-state.js';
import { backdropOf, columnsOf } from './columns.js';
import { DragLayer } from './drag-layer.js';
import type { Drop } from './dragging.js';
import { GridColumn } from './grid-column.js';
import { mostLanes } from './lanes.js';
import css from './time-grid.css';
import type { CalendarAnswer, Column } from './types.js';
import { MINUTE } from './zone-day.js';

style(css);

export interface TimeGridProps {
  data: CalendarAnswer;
  state: CalendarState;
  today: string;
  now: number;
  open: string | undefined;
  addressOf: (id: number) => string;
  /** The day of a column's head, as a link. */
  addressOfDay: (day: string) => string;
  /** null: this account may move and make nothing. */
  onDrop: ((drop: Drop) => void) | null;
  /** What a drop asks, while it asks. */
  asking: { drop: Drop; panel: ComponentChildren } | null;
}

/** Days, or providers, side by side along one axis of time. */
export function TimeGrid(props: TimeGridProps): View {
  const { data, state, today, now, open, addressOf, addressOfDay, onDrop, asking } = props;
  const { words } = useAdmin();
  const { t, language } = words;
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => columnsOf(data, state), [data, state.view, state.from, state.to, state.provider]);
  const days = columns.map(({ day }) => day).join();
  const axis = useMemo(() => axisOf(columns.map(({ pieces }) => pieces)), [days]);
  const backdrops = useMemo(() => columns.map((column) => backdropOf(data, state, column)), [columns, state.location]);

  // The first look goes to where work begins, with an hour before it.
  useLayoutEffect(() => {
    const tops = columns.flatMap((column, index) => [
      ...(backdrops[index]?.open ?? []).map(({ from }) => topOf(axis, column.pieces, from)),
      ...column.events.map(({ start }) => topOf(axis, column.pieces, Date.parse(start))),
    ]);
    const element = scroller.current;
    const pixels = (element?.querySelector<HTMLElement>('.grid-columns')?.offsetHeight ?? 0) / axis.length;
    element?.scrollTo({ top: Math.max(0, (tops.length > 0 ? Math.min(...tops) : 480) - 30) * pixels });
  }, [state.view, state.from]);

  // Wide enough for a press on each of those side by side (24 px, WCAG 2.5.8); beyond the window it scrolls.
  const least = useMemo(() => Math.max(104, 8 + 26 * mostLanes(columns)), [columns]);

  const hours = hoursOf(axis);
  const [longest] = columns;
  return html`<div
    class=${`grid-scroll columns-${columns.length > 1 ? 'many' : 'one'}`}
    ref=${scroller}
    role="region"
    aria-label=${t('calendar.grid')}
    tabindex="0"
    style=${{ '--columns': String(columns.length), '--axis': String(axis.length), '--column-least': `${least}px` }}
  >
    <div class="grid-head">
      <span></span>
      ${columns.map((column) => headOf(column))}
    </div>
    <div class="grid-body">
      <div class="grid-axis" aria-hidden="true">
        ${hours.map(({ top, minute, again }) => html`<span style=${{ '--top': String(top) }} class=${again ? 'again' : ''}>${hourName(minute)}</span>`)}
      </div>
      <div class="grid-columns">
        ${columns.map(
          (
            column,
            index,
          ) => html`<section class=${column.day === today ? 'grid-column today' : 'grid-column'} key=${column.key} aria-label=${nameOf(column)}>
            ${h(GridColumn, {
              column,
              axis,
              data,
              backdrop: backdrops[index] ?? { open: [], absences: [], closures: [] },
              words,
              now,
              open,
              addressOf,
              movable: onDrop !== null,
            })}
            ${column.day === today && html`<div class="now-line" style=${{ '--top': String(topOf(axis, column.pieces, now)) }}></div>`}
          </section>`,
        )}
        ${onDrop && h(DragLayer, { scroller, columns, axis, data, onDrop, asking })}
      </div>
    </div>
  </div>`;

  function nameOf({ day, provider }: Column): string {
    const date = formatDay(language, day, 'long');
    return state.view === 'providers' && provider ? `${provider.name}, ${date}` : date;
  }

  function headOf(column: Column): View {
    const { day, provider, key } = column;
    if (state.view === 'providers') return html`<h2 key=${key}>${provider?.name}</h2>`;
    const look = day === today ? 'grid-day today' : 'grid-day';
    return html`<h2 key=${key} class=${look}>
      <a href=${addressOfDay(day)}>
        <span class="hidden-text">${formatDay(language, day, 'full')}</span>
        <span aria-hidden="true">${formatDay(language, day, 'weekdayShort')}</span><b aria-hidden="true">${formatDay(language, day, 'number')}</b>
      </a>
    </h2>`;
  }

  /** On a plain day: what minutes are called doesn't depend on it. */
  function hourName(minute: number): string {
    return longest ? formatTime(language, minute * MINUTE, 'UTC') : '';
  }
}
