import { h } from 'preact';
import { Status } from '../../widget/kit/badge.js';
import { formatDay, formatTimeRange, now, zonePlace } from '../../widget/kit/dates.js';
import { addDays } from '../../widget/kit/days.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import type { Appointment } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import dotCss from '../kit/dot.css';
import css from './appointment-list.css';
import { byDay, eachAlone } from './by-day.js';
import { peopleOf } from './people.js';

style(dotCss);
style(css);

export interface AppointmentListProps {
  appointments: readonly Appointment[];
  today: string;
  busy: boolean;
  /** Says the place whose clock each time is read on. */
  showZones: boolean;
  /** The id of the one that is open. */
  open: string | undefined;
  /** The address that opens one. */
  addressOf: (id: number) => string;
  /** The latest first. */
  backwards?: boolean;
  /** In the order in which they were booked: no days then. */
  byBooking?: boolean;
  /** Who may decide on many ticks them here. */
  ticked?: ReadonlySet<number>;
  onTick?: (id: number, on: boolean) => void;
}

/** Appointments under the day they fall on. Each row is a link to its detail. */
export function AppointmentList(props: AppointmentListProps): View {
  const { appointments, today, busy, backwards = false, byBooking = false, ...row } = props;
  const { t, language } = useAdmin().words;
  const names: Record<string, string> = {
    [today]: t('appointments.today'),
    [addDays(today, 1)]: t('appointments.tomorrow'),
    [addDays(today, -1)]: t('appointments.yesterday'),
  };
  const look = `day-list${busy ? ' pale' : ''}${row.showZones ? ' zoned' : ''}${hasDayPeriods(language) ? ' twelve' : ''}`;
  return html`<div class=${look} aria-busy=${busy ? 'true' : undefined}>
    ${(byBooking ? eachAlone(appointments) : byDay(appointments, backwards)).map(({ day, appointments: list }) => {
      const date = formatDay(language, day, day.slice(0, 4) === today.slice(0, 4) ? 'long' : 'full');
      return html`<section class="day" key=${byBooking ? list[0]?.id : day} aria-label=${t('appointments.onDay', { day: date })}>
        <h2>${names[day] ?? date}<span>${names[day] && date}</span></h2>
        <ul>
          ${list.map((appointment) => html`<li key=${appointment.id}>${h(Row, { appointment, ...row })}</li>`)}
        </ul>
      </section>`;
    })}
  </div>`;
}

interface RowProps extends Pick<AppointmentListProps, 'showZones' | 'open' | 'addressOf' | 'ticked' | 'onTick'> {
  appointment: Appointment;
}

function Row({ appointment, showZones, open, addressOf, ticked, onTick }: RowProps): View {
  const { words } = useAdmin();
  const { t, language } = words;
  const { id, start, end, service, provider, location, status, capacity, taken } = appointment;
  const isOff = status === 'cancelled' || status === 'rejected';
  const look = `appointment${Date.parse(end) <= now() ? ' past' : ''}${isOff ? ' off' : ''}`;
  const who = peopleOf(appointment, words);
  const word = t(status === 'pending' ? 'statusShort.pending' : (`status.${status}` as 'status.confirmed'));
  const time = formatTimeRange(language, start, end, location.timeZone);
  return html`${
    onTick &&
    html`<label class="appointment-tick">
      <input type="checkbox" checked=${ticked?.has(id)} onChange=${(event: Event) => onTick(id, (event.currentTarget as HTMLInputElement).checked)} aria-label=${t('appointments.tick', { name: who.name, time })} />
    </label>`
  }<a class=${look} href=${addressOf(id)} data-appointment=${id} aria-current=${String(id) === open ? 'true' : undefined}>
    <span class="appointment-time">
      <time datetime=${start}>${time}</time>
      ${showZones && html` <small>${zonePlace(location.timeZone)}</small>`}
    </span>
    <span class="appointment-service">
      <i class="dot" style=${{ '--dot': service.colour }}></i><span class="name">${service.name}</span>
      ${capacity > 1 && places(`${taken}/${capacity}`, t('appointments.room', { taken, capacity }))}
    </span>
    <span class="appointment-people"><span class="name">${who.name}</span>${who.more && places(who.more.shown, who.more.said)}</span>
    <span class="appointment-provider">${provider.name}</span>
    <span class="appointment-location">${location.name}</span>
    <span class="appointment-status">${h(Status, { status, word })}</span>
  </a>`;
}

/** “9:00 am” takes more room than “09:00”. */
const hasDayPeriods = (language: string): boolean =>
  new Intl.DateTimeFormat(language, { hour: 'numeric' }).resolvedOptions().hour12 === true;

/** A short mark for the eye, and the words for it. */
const places = (shown: string, said: string): View =>
  html`<span class="places" title=${said}><span aria-hidden="true">${shown}</span><span class="hidden-text">${said}</span></span>`;
