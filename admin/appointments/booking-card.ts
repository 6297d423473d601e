import { h } from 'preact';
import { Status } from '../../widget/kit/badge.js';
import { Button } from '../../widget/kit/button.js';
import { formatDay, formatTime, now, visitorZone } from '../../widget/kit/dates.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { formatMoney } from '../../widget/kit/money.js';
import type { Appointment, AppointmentBooking } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { InvoiceButton } from '../invoices/invoice-button.js';
import { Facts } from '../kit/facts.js';
import type { Decision } from './decisions.js';
import { decisionsFor, decisionWords, marksFor, markWords } from './decisions.js';
import type { Acts } from './use-acts.js';

export interface BookingCardProps {
  booking: AppointmentBooking;
  appointment: Appointment;
  acts: Acts;
  onAsk: (decision: Decision, booking: AppointmentBooking) => void;
}

/** A customer's place in an appointment: who, how to reach them, what they said, and what can be done. */
export function BookingCard({ booking, appointment, acts, onAsk }: BookingCardProps): View {
  const { words, may } = useAdmin();
  const { t, language } = words;
  const { customer, email, phone, note, extras, persons, priceMinor, currency, status, reference, createdAt, source } =
    booking;
  const here = visitorZone();
  const alone = appointment.bookings.length === 1;
  const booked = `${formatDay(language, createdAt, 'short', here)}, ${formatTime(language, createdAt, here)}`;
  const beside = extras.map(({ name, quantity }) => (quantity > 1 ? `${quantity} × ${name}` : name));
  const sourceWord = `source.${source}` as 'source.widget';
  return html`<article class="booking-card" aria-label=${customer.name}>
    <div class="booking-card-head">
      <h4>${may('customers.view') ? html`<a href=${`/admin/customers/${customer.id}`}>${customer.name}</a>` : customer.name} ${persons > 1 && html`<span>${t('appointments.persons', { count: persons })}</span>`}</h4>
      ${(!alone || status !== appointment.status) && h(Status, { status, word: t(`status.${status}` as 'status.confirmed') })}
    </div>
    ${h(Facts, {
      facts: [
        [t('detail.email'), email && html`<a href=${`mailto:${email}`}>${email}</a>`],
        [t('detail.phone'), phone && html`<a href=${`tel:${phone.replace(/[^\d+]/g, '')}`} dir="ltr">${phone}</a>`],
        [t('detail.note'), note && html`<span class="quoted">${note}</span>`],
        [t('detail.extras'), beside.length > 0 && new Intl.ListFormat(language).format(beside)],
        [t('detail.price'), html`<span class="tabular">${formatMoney(language, priceMinor, currency)}</span>`],
        [t('detail.reference'), html`<span class="tabular">${reference}</span>`],
        [t('detail.booked'), `${booked} · ${t(sourceWord)}`],
      ],
    })}
    ${may('appointments.edit') && h(Actions, { booking, appointment, acts, onAsk })}
    ${status !== 'cancelled' && status !== 'rejected' && html`<div class="booking-actions">${h(InvoiceButton, { reference })}</div>`}
  </article>`;
}

function Actions({ booking, appointment, acts, onAsk }: BookingCardProps): View | null {
  const { t } = useAdmin().words;
  const begun = Date.parse(appointment.start) <= now();
  const marks = begun ? marksFor(booking.status) : [];
  const decisions = decisionsFor(booking.status);
  if (marks.length + decisions.length === 0) return null;
  return html`<div class="booking-actions">
    ${marks.map((mark) =>
      h(Button, {
        kind: mark === 'completed' ? 'primary' : mark === 'confirmed' ? 'quiet' : 'secondary',
        size: 'small',
        onPress: () => acts.mark(mark, booking, appointment.id),
        children: t(markWords[mark].verb),
      }),
    )}
    ${decisions.map((decision) =>
      h(Button, {
        kind: decision === 'approval' ? 'primary' : 'secondary',
        size: 'small',
        onPress: () => onAsk(decision, booking),
        children: t(decisionWords[decision].verb),
      }),
    )}
  </div>`;
}
