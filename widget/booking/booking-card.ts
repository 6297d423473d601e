import type { ComponentChildren } from 'preact';
import { formatDay, formatMinutes, formatTime, formatTimeRange, sameClock, zonePlace } from '../kit/dates.js';
import type { View } from '../kit/html.js';
import { html } from '../kit/html.js';
import { formatMoney } from '../kit/money.js';
import type { Draft } from './draft.js';
import { fact, line, muted, total } from './facts.js';
import type { Step } from './state.js';
import type { BookingWords } from './types.js';

export interface BookingCardProps {
  booking: Draft;
  words: BookingWords;
  /** Stands with the reference. */
  status?: View;
  /** Whose clock stands first, the place's when absent; the other beneath where they differ. */
  zone?: string;
  /** Who comes; a line each. */
  contact?: readonly string[];
  /** What stands at the end of a line: the way to change it. */
  end?: (step: Step, name: string) => ComponentChildren;
  /** The time is gone. */
  lost?: boolean;
}

/** A booking, made or about to be: reference and status, what, when, where, with whom, who, the price. */
export function BookingCard({ booking, words, status, zone: wished, contact, end, lost }: BookingCardProps): View {
  const { t, language } = words;
  const { items, reference, timezone } = booking;
  const { start, location, persons } = items[0]!;
  const zone = wished ?? location.timeZone;
  const other = zone === location.timeZone ? timezone : location.timeZone;
  const money = (minor: number) => formatMoney(language, minor, booking.currency);
  const part = (step: Step, name: string, content: ComponentChildren) => fact(name, content, end?.(step, name));
  const what = items.map(({ service, start: from, end: to, priceMinor }) =>
    line(service, formatMinutes(language, (Date.parse(to) - Date.parse(from)) / 60_000), money(priceMinor)),
  );
  return html`<dl class="card">
    ${reference && fact(t('done.reference'), html`<b class="reference">${reference}</b>`, status)}
    ${part('service', t('review.what'), [what, persons > 1 && muted(t('persons', { count: persons }))])}
    ${part('time', t('review.when'), [
      html`<p class=${lost ? 'struck' : ''}>
        ${formatDay(language, start, 'full', zone)}<br />${formatTimeRange(language, start, items.at(-1)!.end, zone)}
      </p>`,
      !sameClock(zone, other, start) &&
        muted(t('review.localTime', { time: formatTime(language, start, other), place: zonePlace(other) })),
    ])}
    ${part('location', t('review.where'), [location.name, muted(location.address)])}
    ${part('provider', t('review.who'), [...new Set(items.map(({ provider }) => provider))].join(', '))}
    ${contact && part('details', t('review.you'), [contact[0], muted(contact.slice(1).join('\n'))])}
    ${total(t('review.total'), money(booking.totalMinor))}
  </dl>`;
}
