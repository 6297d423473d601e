import { h } from 'preact';
import { Status } from '../kit/badge.js';
import { formatDay, formatTime, formatTimeRange, sameClock, zonePlace } from '../kit/dates.js';
import type { View } from '../kit/html.js';
import { html } from '../kit/html.js';
import { formatMoney } from '../kit/money.js';
import { fact, line, muted, total } from './facts.js';
import type { BookingWords, OwnBooking } from './types.js';

const statusWords = {
  pending: 'status.pending',
  confirmed: 'status.confirmed',
  cancelled: 'status.cancelled',
  rejected: 'status.rejected',
} as const;

/** A booking as its owner sees it: reference, status, when (in the place's time), where, what, the price. */
export function BookingCard({ booking, words }: { booking: OwnBooking; words: BookingWords }): View {
  const { t, language } = words;
  const { items, timezone } = booking;
  const { start, status, location } = items[0]!;
  const zone = location.timeZone;
  const money = (minor: number) => formatMoney(language, minor, booking.currency);
  return html`<dl class="card">
    ${fact(t('done.reference'), html`<b class="reference">${booking.reference}</b>`, h(Status, { status, word: t(statusWords[status]) }))}
    ${fact(
      t('review.when'),
      html`${formatDay(language, start, 'full', zone)}<br />${formatTimeRange(language, start, items.at(-1)!.end, zone)}
      ${!sameClock(zone, timezone, start) && muted(t('review.localTime', { time: formatTime(language, start, timezone), place: zonePlace(timezone) }))}`,
    )}
    ${fact(t('review.where'), html`${location.name}${muted(location.address)}`)}
    ${fact(
      t('review.what'),
      items.map(({ service, provider, persons, priceMinor }) =>
        line(
          service,
          [provider, persons > 1 && t('persons', { count: persons })].filter(Boolean).join(' · '),
          money(priceMinor),
        ),
      ),
    )}
    ${total(t('review.total'), money(booking.totalMinor))}
  </dl>`;
}
