import { CalendarPlus } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../kit/button.js';
import type { View } from '../kit/html.js';
import { html } from '../kit/html.js';
import type { BookingApi, BookingWords, OwnBooking } from './types.js';

export interface CalendarButtonsProps {
  api: BookingApi;
  booking: OwnBooking;
  /** The booking's manage token. */
  token: string;
  words: BookingWords;
}

/** Into the visitor's calendar: a file for any, a link for Google's. */
export function CalendarButtons({ api, booking, token, words }: CalendarButtonsProps): View {
  const { t } = words;
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const onPress = async () => {
    setState('busy');
    try {
      const params = { reference: booking.reference };
      const file = await api.call('GET /bookings/:reference/calendar', { params, bearer: token });
      save(new Blob([file], { type: 'text/calendar' }), `${booking.reference}.ics`);
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  return html`${h(Button, { icon: CalendarPlus, busy: state === 'busy', children: t('done.addToCalendar'), onPress })}
    ${h(Button, { href: googleLink(booking), newTab: true, children: t('done.google') })}
    ${state === 'failed' && html`<p class="muted" role="alert">${t('done.calendarFailed')}</p>`}`;
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Holds no name, address or link of the visitor's: what is in an address is kept in many places. */
function googleLink({ items }: OwnBooking): string {
  const compact = (instant: string) => instant.replace(/[-:]/g, '');
  const { location } = items[0]!;
  const query = new URLSearchParams({
    action: 'TEMPLATE',
    text: items.map(({ service }) => service).join(', '),
    dates: `${compact(items[0]!.start)}/${compact(items.at(-1)!.end)}`,
    location: [location.name, location.address].filter(Boolean).join(', '),
  });
  return `https://calendar.google.com/calendar/render?${query}`;
}
