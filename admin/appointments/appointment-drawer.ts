import { CalendarX2 } from 'lucide';
import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Status } from '../../widget/kit/badge.js';
import { formatDay, formatTimeRange, offsetName, sameClock, visitorZone, zonePlace } from '../../widget/kit/dates.js';
import { Drawer } from '../../widget/kit/dialog.js';
import { Empty } from '../../widget/kit/empty.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import type { Appointment, AppointmentBooking } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { Facts } from '../kit/facts.js';
import css from './appointment-drawer.css';
import { BookingCard } from './booking-card.js';
import { DecisionDialog } from './decision-dialog.js';
import type { Decision } from './decisions.js';

style(css);

export interface AppointmentDrawerProps {
  /** From the address; undefined when nothing is open. */
  id: string | undefined;
  /** What is listed; undefined as long as it is not known. */
  appointments: readonly Appointment[] | undefined;
  onClose: () => void;
  /** Something was decided: what is listed is no longer right. */
  onDecided: () => void;
}

/** One appointment in detail, with what can be decided about its bookings. */
export function AppointmentDrawer({ id, appointments, onClose, onDecided }: AppointmentDrawerProps): View {
  const { t } = useAdmin().words;
  const [asking, setAsking] = useState<{ decision: Decision; booking: AppointmentBooking } | null>(null);
  useEffect(() => setAsking(null), [id]);
  const found = appointments?.find((appointment) => String(appointment.id) === id);
  // What was just cancelled leaves the list, yet the drawer shows it until it is closed.
  const [last, setLast] = useState<Appointment | undefined>();
  useEffect(() => {
    if (found) setLast(found);
  }, [found]);
  const shown = found ?? (String(last?.id) === id ? last : undefined);
  const open = id !== undefined && (shown !== undefined || appointments !== undefined);
  const decided = (decision: Decision) => {
    setAsking(null);
    // What stays in the list is worth seeing; what leaves it need not stay open.
    if (decision !== 'approval' && shown && shown.bookings.filter(isActive).length < 2) onClose();
    onDecided();
  };
  return html`
    ${h(Drawer, {
      open,
      title: shown?.service.name ?? t('detail.title'),
      closeLabel: t('common.close'),
      onClose,
      children: shown
        ? h(Detail, { appointment: shown, onAsk: (decision, booking) => setAsking({ decision, booking }) })
        : h(Empty, { icon: CalendarX2, title: t('detail.gone'), children: t('detail.goneText') }),
    })}
    ${shown && h(DecisionDialog, { asking, appointment: shown, onClose: () => setAsking(null), onDecided: decided, onStale: onDecided })}
  `;
}

const isActive = ({ status }: AppointmentBooking): boolean => status === 'pending' || status === 'confirmed';

interface DetailProps {
  appointment: Appointment;
  onAsk: (decision: Decision, booking: AppointmentBooking) => void;
}

function Detail({ appointment, onAsk }: DetailProps): View {
  const { t, language } = useAdmin().words;
  const { start, end, location, provider, status, capacity, taken, bookings } = appointment;
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
    <div class="booking-list">
      <h3>${bookings.length > 1 ? t('detail.bookings') : t('detail.customer')}</h3>
      ${bookings.map((booking) => h(BookingCard, { key: booking.reference, booking, zone, alone: bookings.length === 1, onAsk }))}
    </div>
  `;
}
