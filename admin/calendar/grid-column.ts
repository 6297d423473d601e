import { h } from 'preact';
import { useMemo } from 'preact/hooks';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import type { AdminWords } from '../admin-words.js';
import type { Axis } from './axis.js';
import { topOf, voidsOf } from './axis.js';
import type { Backdrop } from './columns.js';
import { EventCard } from './event-card.js';
import { eventWords } from './event-words.js';
import { lanesOf } from './lanes.js';
import { isMovable } from './movable.js';
import type { CalendarAnswer, Column, Span } from './types.js';

/** Shorter ones stand in one line. In minutes of the axis. */
const tallFrom = 40;

export interface GridColumnProps {
  column: Column;
  axis: Axis;
  data: CalendarAnswer;
  backdrop: Backdrop;
  words: AdminWords;
  now: number;
  open: string | undefined;
  addressOf: (id: number) => string;
  movable: boolean;
}

/** Where something lies in a column, for its style. */
export const placeOf = (from: number, to: number) => ({ '--top': String(from), '--length': String(to - from) });

/** A column of the grid: hours, absences and closures behind, appointments with their buffers before them. */
export function GridColumn({ column, axis, data, backdrop, words, now, open, ...more }: GridColumnProps): View {
  const { addressOf, movable } = more;
  const { pieces, events } = column;
  const { t } = words;
  const place = ({ from, to }: Span) => placeOf(topOf(axis, pieces, from), topOf(axis, pieces, to));
  // The same drawing for the same data: a week of a large shop has thousands of cards, and a minute that passes changes none.
  const behind = useMemo(
    () => html`
      ${backdrop.open.map((span) => html`<div class="open-time" style=${place(span)}></div>`)}
      ${backdrop.absences.map((absence) => {
        const label = t('calendar.awayName', { name: absence.name });
        return html`<div class=${column.provider ? 'absence' : 'absence narrow'} style=${place(absence)} title=${label}>
          ${column.provider && html`<span>${t('calendar.away')}</span>`}
        </div>`;
      })}
      ${backdrop.closures.map((span) => html`<div class="closure" style=${place(span)}><span>${t('calendar.closed')}</span></div>`)}
      ${voidsOf(axis, pieces).map(({ top, length }) => html`<div class="void" style=${placeOf(top, top + length)} title=${t('calendar.noSuchTime')}></div>`)}
    `,
    [column, axis, backdrop, t],
  );
  const cards = useMemo(() => {
    const placed = events.map((event) => {
      const top = (instant: string) => topOf(axis, pieces, Date.parse(instant));
      const [from, to] = [top(event.start), top(event.end)];
      // A quarter of an hour is the least that can be read.
      return { event, from, to: Math.max(to, from + 15), before: top(event.busyFrom), after: top(event.busyTo) };
    });
    const lanes = lanesOf(placed.map(({ before, after, to }) => ({ from: before, to: Math.max(after, to) })));
    return html`<ul>
      ${placed.map(({ event, from, to, before, after }, index) => {
        const { lane = 0, lanes: count = 1 } = lanes[index] ?? {};
        const standing = event.status !== 'cancelled' && event.status !== 'rejected';
        return html`<li key=${event.id} class="event" style=${{ ...placeOf(from, to), '--lane': String(lane), '--lanes': String(count) }}>
          ${standing && before < from && html`<i class="buffer" style=${{ '--top': String(before - from), '--length': String(from - before) }}></i>`}
          ${standing && after > to && html`<i class="buffer" style=${{ '--top': String(to - from), '--length': String(after - to) }}></i>`}
          ${h(EventCard, {
            event,
            said: eventWords(words, data, event),
            href: addressOf(event.id),
            open: String(event.id) === open,
            past: Date.parse(event.end) <= now,
            size: to - from < tallFrom ? 'line' : 'tall',
            resizable: movable && isMovable(event),
          })}
        </li>`;
      })}
    </ul>`;
  }, [column, axis, data, words, open, movable, Math.floor(now / 900_000)]);
  return html`${behind}${cards}`;
}
