import { h } from 'preact';
import { Status } from '../../widget/kit/badge.js';
import {
  formatDay,
  formatTime,
  formatTimeRange,
  offsetName,
  sameClock,
  visitorZone,
  zonePlace,
} from '../../widget/kit/dates.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import type { AppointmentBooking, AppointmentDetail } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { EntryList } from '../customers/detail/activity-entry.js';
import { Facts } from '../kit/facts.js';
import { BookingCard } from './booking-card.js';
import type { Decision } from './decisions.js';
import { MoveButton } from './move/move-button.js';
import type { Acts } from './use-acts.js';

export interface AppointmentDetailProps {
  appointment: AppointmentDetail;
  acts: Acts;
  onAsk: (decision: Decision, booking: AppointmentBooking) => void;
  /** The appointment was changed otherwise than by `acts`. */
  onChanged: () => void;
}

/** When, where, with whom; who is in it; what else they booked; and all that happened to it. */
export function AppointmentDetailView({ appointment, acts, onAsk, onChanged }: AppointmentDetailProps): View {
  const { t, language } = useAdmin().words;
  const { start, end, location, provider, status, capacity, taken, bookings, alsoBooked, activity } = appointment;
  const zone = location.timeZone;
  const isElsewhere = !sameClock(zone, visitorZone(), start);
  return html`
    <div class="appointment-head">
      <p>${formatDay(language, start, 'full', zone)}<br />${formatTimeRange(language, start, end, zone)}
        ${isElsewhere && html`<small>${t('detail.zone', { place: zonePlace(zone), offset: offsetName(language, zone, start) })}</small>`}
      </p>
      ${h(Status, { status, word: t(`status.${status}` as 'status.confirmed') })}
    </div>
    ${h(Facts, {
      facts: [
        [t('detail.provider'), provider.name],
        [t('detail.location'), location.name],
        [t('detail.places'), capacity > 1 && t('appointments.room', { taken, capacity })],
      ],
    })}
    ${h(MoveButton, { appointment, onMoved: onChanged })}
    <div class="booking-list">
      <h3>${bookings.length > 1 ? t('detail.bookings') : t('detail.customer')}</h3>
      ${bookings.length === 0 && html`<p class="decision-whole">${t('appointments.nobody')}</p>`}
      ${bookings.map((booking) => h(BookingCard, { key: booking.reference, booking, appointment, acts, onAsk }))}
    </div>
    ${
      alsoBooked.length > 0 &&
      html`<div class="booking-list">
        <h3>${t('detail.alsoBooked')}</h3>
        <ul class="also-booked">${alsoBooked.map(
          (other) => html`<li><a href=${`/admin/appointments?open=${other.appointment}`}>
            ${formatDay(language, other.start, 'short', zone)}, ${formatTime(language, other.start, zone)} · ${other.service}</a></li>`,
        )}</ul>
      </div>`
    }
    ${
      activity.length > 0 &&
      html`<details class="appointment-story">
        <summary>${t('detail.activity', { count: activity.length })}</summary>
        ${h(EntryList, { entries: activity })}
      </details>`
    }
  `;
}
