import { h } from 'preact';
import { Status } from '../kit/badge.js';
import { formatDay, formatTime, formatTimeRange, sameClock, zonePlace } from '../kit/dates.js';
import type { View } from '../kit/html.js';
import { html } from '../kit/html.js';
import { formatMoney } from '../kit/money.js';
import type { BookingWords, OwnBooking } from './types.js';

/** A booking as its owner sees it: reference, status, when (in the place's time), where, what, the price. */
export function BookingCard({ booking, words }: { booking: OwnBooking; words: BookingWords }): View {
  const { t, language } = words;
  const { items, currency, totalMinor, timezone } = booking;
  const first = items[0]!;
  const { location } = first;
  const zone = location.timeZone;
  const money = (minor: number) => formatMoney(language, minor, currency);
  return html`<dl class="card summary">
    <div class="fact">
      <dt>${t('done.reference')}</dt>
      <dd class="reference">${booking.reference}</dd>
      <dd class="fact-change">${h(Status, { status: first.status, word: t(`status.${first.status}`) })}</dd>
    </div>
    <div class="fact">
      <dt>${t('review.when')}</dt>
      <dd>
        <p>${formatDay(language, first.start, 'full', zone)}<br />${formatTimeRange(language, first.start, items.at(-1)!.end, zone)}</p>
        ${
          !sameClock(zone, timezone, first.start) &&
          html`<p class="row-text">${t('review.localTime', { time: formatTime(language, first.start, timezone), place: zonePlace(timezone) })}</p>`
        }
      </dd>
    </div>
    <div class="fact">
      <dt>${t('review.where')}</dt>
      <dd><p>${location.name}</p><p class="row-text">${location.address}</p></dd>
    </div>
    <div class="fact">
      <dt>${t('review.what')}</dt>
      <dd>
        <ul>
          ${items.map(
            (item) => html`<li class="line">
              <span>
                ${item.service}
                <span class="row-text"> ${[item.provider, item.persons > 1 ? t('persons', { count: item.persons }) : ''].filter(Boolean).join(' · ')}</span>
              </span>
              <span class="tabular">${money(item.priceMinor)}</span>
            </li>`,
          )}
        </ul>
      </dd>
    </div>
    <div class="total"><dt>${t('review.total')}</dt><dd class="tabular">${money(totalMinor)}</dd></div>
  </dl>`;
}
