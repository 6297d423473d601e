import { CalendarPlus, CircleCheck, Hourglass } from 'lucide';
import { h } from 'preact';
import { Button } from '../../kit/button.js';
import type { View } from '../../kit/html.js';
import { html } from '../../kit/html.js';
import { Icon } from '../../kit/icon.js';
import { BookingCard } from '../booking-card.js';
import { CalendarButtons } from '../calendar-buttons.js';
import { useBooking } from '../context.js';

/** It is booked: the reference, what happens next, the calendar, the way to change it. */
export function DoneStep(): View {
  const { state, words, api, dispatch } = useBooking();
  const { t } = words;
  const { booking, manageUrl } = state.booked!;
  const waits = booking.items.some(({ status }) => status === 'pending');
  const email = booking.email ?? state.contact.email;
  // The link comes from the server; anything else than a web address is not one.
  const manage = /^https?:\/\//.test(manageUrl) ? manageUrl : undefined;
  return html`<div class="done">
    <p class=${waits ? 'done-text waits' : 'done-text'}>
      ${h(Icon, { icon: waits ? Hourglass : CircleCheck, size: 24 })}
      <span>${t(waits ? 'done.requestedText' : 'done.text', { email })}</span>
    </p>
    ${h(BookingCard, { booking, words })}
    <div class="buttons">
      ${h(CalendarButtons, { api, booking, token: manageUrl.split('#')[1] ?? '', words, icon: CalendarPlus })}
      ${manage && h(Button, { kind: 'quiet', href: manage, newTab: true, children: t('done.manage') })}
      ${h(Button, { kind: 'quiet', children: t('done.again'), onPress: () => dispatch({ type: 'again' }) })}
    </div>
  </div>`;
}
