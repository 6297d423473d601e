import { ChevronLeft, ChevronRight } from 'lucide';
import { h } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from './button.js';
import css from './date-grid.css';
import { dayForKey } from './date-keys.js';
import { formatDay } from './dates.js';
import { addDays, addMonths, firstOf, monthOf, weeksOf } from './days.js';
import type { View } from './html.js';
import { html } from './html.js';
import { style } from './styles.js';

style(css);

export interface DateGridProps {
  language: string;
  /** The month shown, `YYYY-MM`; the owner changes it in `onMonth`. */
  month: string;
  onMonth: (month: string) => void;
  /** 1 Monday … 7 Sunday. */
  weekStart: number;
  today: string;
  chosen: string | null;
  onChoose: (day: string) => void;
  /** Whether a day can be chosen. */
  isFree: (day: string) => boolean;
  /** The next free day, marked with a ring. */
  nextFree?: string | null;
  /** The first month that can be shown. */
  firstMonth?: string;
  /** What is read out after the date: “5 free times”, “no free times”. */
  note: (day: string) => string;
  previousLabel: string;
  nextLabel: string;
  todayLabel: string;
  /** The days of this month are not known yet. */
  busy?: boolean;
  /** The month's heading level; 3 when absent. */
  level?: 2 | 3 | 4;
}

/**
 * A month of days by the APG date grid pattern: one tab stop, arrows by day and week, Home and End within the week, Page Up and
 * Down by month, with Shift by year, Enter or Space to choose; the month's name is read out when it changes.
 */
export function DateGrid(props: DateGridProps): View {
  const { language, month, weekStart, today, chosen, isFree, busy } = props;
  const [cursor, setCursor] = useState<string | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const follows = useRef(false);
  const headingId = useId();
  const weeks = weeksOf(month, weekStart);
  const stop = cursor && monthOf(cursor) === month ? cursor : entry(props, weeks.flat());

  useEffect(() => {
    if (!follows.current) return;
    follows.current = false;
    table.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  });

  const within = (to: string) => to >= (props.firstMonth ?? '') && to <= '9999-12';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (isFree(stop)) props.onChoose(stop);
      return;
    }
    const rightToLeft = table.current?.matches(':dir(rtl)') ?? false;
    const day = dayForKey(event.key, event.shiftKey, stop, weekStart, rightToLeft);
    if (!day) return;
    event.preventDefault();
    if (!within(monthOf(day))) return;
    follows.current = true;
    setCursor(day);
    if (monthOf(day) !== month) props.onMonth(monthOf(day));
  };

  const turn = (count: number, label: string, icon: typeof ChevronLeft) => {
    const to = addMonths(month, count);
    const onPress = () => props.onMonth(to);
    return h(Button, { kind: 'quiet', icon, iconTurns: true, label, disabled: !within(to), onPress });
  };
  const names = Array.from({ length: 7 }, (_, index) => addDays(weeks[1]![0]!, index));
  const heading = h(
    `h${props.level ?? 3}`,
    { id: headingId, 'aria-live': 'polite' },
    formatDay(language, firstOf(month), 'month'),
  );

  return html`<div class="date-grid" part="calendar">
    <div class="date-grid-head">
      ${heading} ${turn(-1, props.previousLabel, ChevronLeft)} ${turn(1, props.nextLabel, ChevronRight)}
    </div>
    <table ref=${table} role="grid" aria-labelledby=${headingId} aria-busy=${busy || undefined} onKeyDown=${onKeyDown}>
      <thead>
        <tr>
          ${names.map((day) => html`<th scope="col" abbr=${formatDay(language, day, 'weekday')}>${formatDay(language, day, 'weekdayShort')}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${weeks.map((week) => html`<tr>${week.map((day) => (day ? cell(day, day === stop, props) : html`<td></td>`))}</tr>`)}
      </tbody>
    </table>
  </div>`;

  function cell(day: string, isStop: boolean, { note, todayLabel, nextFree, onChoose }: DateGridProps): View {
    const free = isFree(day);
    const look = [free && 'free', day === today && 'today', day === nextFree && 'next', day === chosen && 'chosen'];
    const name = [formatDay(language, day, 'full'), day === today && todayLabel, !busy && note(day)];
    const onClick = () => {
      setCursor(day);
      if (free) onChoose(day);
    };
    return html`<td
      key=${day}
      role="gridcell"
      class=${look.filter(Boolean).join(' ')}
      tabindex=${isStop ? 0 : -1}
      data-day=${day}
      aria-label=${name.filter(Boolean).join(', ')}
      aria-selected=${day === chosen}
      aria-disabled=${!free || undefined}
      aria-current=${day === today ? 'date' : undefined}
      onClick=${onClick}
    ><span>${formatDay(language, day, 'number')}</span></td>`;
  }
}

/** Where Tab enters the grid: the chosen day, else the first free one, else today, else the first. */
function entry({ chosen, isFree, today, month }: DateGridProps, days: (string | null)[]): string {
  if (chosen && monthOf(chosen) === month) return chosen;
  return days.find((day) => day && isFree(day)) ?? (monthOf(today) === month ? today : firstOf(month));
}
