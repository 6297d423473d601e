import { h } from 'preact';
import { Status } from '../../widget/kit/badge.js';
import { Button } from '../../widget/kit/button.js';
import { formatDay, formatTime, visitorZone } from '../../widget/kit/dates.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { formatMoney } from '../../widget/kit/money.js';
import type { AppointmentBooking } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { Facts } from '../kit/facts.js';
import type { Decision } from './decisions.js';
import { decisionsFor, decisionWords } from './decisions.js';

export interface BookingCardProps {
  booking: AppointmentBooking;
  zone: string;
  /** The only booking of its appointment: the appointment's status stands above already. */
  alone: boolean;
  onAsk: (decision: Decision, booking: AppointmentBooking) => void;
}

/** A customer's place in an appointment: who, how to reach them, what they said, and what can be decided. */
export function BookingCard({ booking, alone, onAsk }: BookingCardProps): View {
  const { words, may } = useAdmin();
  const { t, language } = words;
  const { customer, email, phone, note, persons, priceMinor, currency, status, reference, createdAt } = booking;
  const decisions = may('appointments.edit') ? decisionsFor(status) : [];
  const here = visitorZone();
  return html`<article class="booking-card" aria-label=${customer.name}>
    <div class="booking-card-head">
      <h4>${may('customers.view') ? html`<a href=${`/admin/customers/${customer.id}`}>${customer.name}</a>` : customer.name} ${persons > 1 && html`<span>${t('appointments.persons', { count: persons })}</span>`}</h4>
      ${!alone && h(Status, { status, word: t(`status.${status}` as 'status.confirmed') })}
    </div>
    ${h(Facts, {
      facts: [
        [t('detail.email'), email && html`<a href=${`mailto:${email}`}>${email}</a>`],
        [t('detail.phone'), phone && html`<a href=${`tel:${phone.replace(/[^\d+]/g, '')}`} dir="ltr">${phone}</a>`],
        [t('detail.note'), note && html`<span class="quoted">${note}</span>`],
        [t('detail.price'), html`<span class="tabular">${formatMoney(language, priceMinor, currency)}</span>`],
        [t('detail.reference'), html`<span class="tabular">${reference}</span>`],
        [
          t('detail.booked'),
          `${formatDay(language, createdAt, 'short', here)}, ${formatTime(language, createdAt, here)}`,
        ],
      ],
    })}
    ${
      decisions.length > 0 &&
      html`<div class="booking-actions">
        ${decisions.map((decision) =>
          h(Button, {
            kind: decision === 'approval' ? 'primary' : 'secondary',
            size: 'small',
            onPress: () => onAsk(decision, booking),
            children: t(decisionWords[decision].verb),
          }),
        )}
      </div>`
    }
  </article>`;
}
