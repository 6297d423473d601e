import { h } from 'preact';
import { Button } from '../../kit/button.js';
import { formatDay, formatTime, partOfDay } from '../../kit/dates.js';
import { firstOf } from '../../kit/days.js';
import type { View } from '../../kit/html.js';
import { html } from '../../kit/html.js';
import { Notice } from '../../kit/notice.js';
import { Skeleton } from '../../kit/skeleton.js';
import type { Booking, StepProps } from '../context.js';
import { notLoaded } from '../not-loaded.js';
import type { MonthState } from '../times.js';
import type { Slot } from '../types.js';

export interface DayTimesProps extends StepProps {
  shown: MonthState;
  month: string;
  day: string | null;
  zone: string;
  onShow: (day: string) => void;
}

const parts = [
  ['morning', 'time.morning'],
  ['afternoon', 'time.afternoon'],
  ['evening', 'time.evening'],
] as const;

/** The free times of a day in three groups; or why there are none, and where the next ones are. */
export function DayTimes({ booking, shown, month, day, zone, onShow }: DayTimesProps): View | null {
  const { t, language } = booking.words;
  if (shown.state === 'waiting') return h(Skeleton, { rows: 4, columns: 3, height: 44, label: t('loading') });
  const empty = (title: string, children: string, label?: string, onPress?: () => void) =>
    h(Notice, { title, children: [children, label && html`<div>${h(Button, { children: label, onPress })}</div>`] });
  if (shown.state === 'failed') return notLoaded(booking.words, shown.retry, t('trouble.load'));
  const { days, next } = shown;
  const slots = day && days[day];
  if (slots) {
    return html`<h3>${formatDay(language, day, 'long')}</h3>
      ${parts.map(([part, title]) => {
        const own = slots.filter(({ start }) => part === partOfDay(start, zone));
        return own.length > 0 && html`<h4>${t(title)}</h4>${slotList(booking, own, zone)}`;
      })}`;
  }
  // A month with free days and none chosen: the month says enough.
  if (Object.keys(days).length > 0) return null;
  if (!next) return empty(t('time.none'), t('time.noneText'));
  return empty(
    t('time.noneInMonth', { month: formatDay(language, firstOf(month), 'month') }),
    t('time.nextIs', { day: formatDay(language, next, 'long') }),
    t('time.showNext', { day: formatDay(language, next, 'short') }),
    () => onShow(next),
  );
}

/** Times as buttons; one press picks and goes on. `withDay` where they are of several days. */
export function slotList(booking: Booking, slots: readonly Slot[], zone: string, withDay = false): View {
  const { state, words, dispatch } = booking;
  const { t, language } = words;
  return html`<div class=${withDay ? 'slots with-day' : 'slots'}>
    ${slots.map(
      (slot) => html`<button
        type="button"
        class="slot tabular"
        part="slot"
        aria-pressed=${state.visit.slot?.start === slot.start}
        onClick=${() => dispatch({ type: 'slot', slot })}
      >
        ${withDay && html`<span class="muted">${formatDay(language, slot.start, 'short', zone)} </span>`}${formatTime(language, slot.start, zone)}
        ${slot.room !== undefined && html`<span class="muted"> ${t('time.room', { count: slot.room })}</span>`}
      </button>`,
    )}
  </div>`;
}
