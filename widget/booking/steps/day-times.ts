import { CalendarX } from 'lucide';
import { h } from 'preact';
import { Button } from '../../kit/button.js';
import { formatDay, formatTime, partOfDay } from '../../kit/dates.js';
import { firstOf } from '../../kit/days.js';
import { Empty } from '../../kit/empty.js';
import type { View } from '../../kit/html.js';
import { html } from '../../kit/html.js';
import { Skeleton } from '../../kit/skeleton.js';
import { useBooking } from '../context.js';
import type { MonthState } from '../times.js';
import type { Slot } from '../types.js';

export interface DayTimesProps {
  shown: MonthState;
  month: string;
  day: string | null;
  zone: string;
  onShow: (day: string) => void;
}

const parts = ['morning', 'afternoon', 'evening'] as const;

/** The free times of a day in three groups; or why there are none, and where the next ones are. */
export function DayTimes({ shown, month, day, zone, onShow }: DayTimesProps): View {
  const { words } = useBooking();
  const { t, language } = words;
  return html`<div class="times" part="times">${content()}</div>`;

  function content(): View {
    if (shown.state === 'waiting') return h(Skeleton, { rows: 4, columns: 3, height: 44, label: t('loading') });
    if (shown.state === 'failed') {
      const action = h(Button, { children: t('retry'), onPress: shown.retry });
      return h(Empty, { icon: CalendarX, title: t('trouble.load'), children: t('trouble.loadText'), action });
    }
    const slots = day ? shown.days[day] : undefined;
    if (day && slots)
      return html`<h3>${formatDay(language, day, 'long')}</h3>${parts.map((part) => group(part, slots))}`;
    if (Object.keys(shown.days).length > 0) return html``;
    const { next } = shown;
    if (!next) return h(Empty, { icon: CalendarX, title: t('time.none'), children: t('time.noneText') });
    const title = t('time.noneInMonth', { month: formatDay(language, firstOf(month), 'month') });
    const text = t('time.nextIs', { day: formatDay(language, next, 'long') });
    const label = t('time.showNext', { day: formatDay(language, next, 'short') });
    const action = h(Button, { children: label, onPress: () => onShow(next) });
    return h(Empty, { icon: CalendarX, title, children: text, action });
  }

  function group(part: (typeof parts)[number], slots: readonly Slot[]): View | null {
    const own = slots.filter(({ start }) => partOfDay(start, zone) === part);
    if (own.length === 0) return null;
    return html`<section>
      <h4>${t(`time.${part}`)}</h4>
      ${h(SlotList, { slots: own, zone })}
    </section>`;
  }
}

export interface SlotListProps {
  slots: readonly Slot[];
  zone: string;
  /** Names the day with each time: the times are of several days. */
  withDay?: boolean;
}

/** Times as buttons; one press picks and goes on. */
export function SlotList({ slots, zone, withDay }: SlotListProps): View {
  const { state, words, dispatch } = useBooking();
  const { t, language } = words;
  return html`<div class=${withDay ? 'slots with-day' : 'slots'}>
    ${slots.map(
      (slot) => html`<button
        key=${slot.start}
        type="button"
        class="slot tabular"
        part="slot"
        aria-pressed=${state.visit.slot?.start === slot.start}
        onClick=${() => dispatch({ type: 'slot', slot })}
      >
        ${withDay && html`<span class="row-text">${formatDay(language, slot.start, 'short', zone)} </span>`}${formatTime(language, slot.start, zone)}
        ${slot.room !== undefined && html`<span class="row-text"> ${t('time.room', { count: slot.room })}</span>`}
      </button>`,
    )}
  </div>`;
}
