import { h } from 'preact';
import { Badge, confirmedLook, pendingLook } from '../../kit/badge.js';
import { Button } from '../../kit/button.js';
import type { View } from '../../kit/html.js';
import { html } from '../../kit/html.js';
import { Notice } from '../../kit/notice.js';
import { BookingCard } from '../booking-card.js';
import { CalendarButtons } from '../calendar-buttons.js';
import type { StepProps } from '../context.js';

/** It is booked: the reference, what happens next, the calendar, the way to change it. */
export function DoneStep({ booking: { state, words, api, dispatch } }: StepProps): View {
  const { t } = words;
  const { booking, manageUrl } = state.booked!;
  const { email, items } = booking;
  const waits = items.some(({ status }) => status === 'pending');
  const look = waits ? pendingLook : confirmedLook;
  return html`${email && h(Notice, { ...look, children: t(waits ? 'done.requestedText' : 'done.text', { email }) })}
  ${h(BookingCard, { booking, words, status: h(Badge, { ...look, children: t(waits ? 'status.pending' : 'status.confirmed') }) })}
  <div class="buttons">
    ${h(CalendarButtons, { api, booking, token: manageUrl.split('#')[1] ?? '', words })}
    ${
      // The address comes from the server; all the same it becomes a link only if it is one.
      /^https?:/.test(manageUrl) && h(Button, { href: manageUrl, newTab: true, children: t('done.manage') })
    }
    ${h(Button, { kind: 'quiet', children: t('done.again'), onPress: () => dispatch({ type: 'again' }) })}
  </div>`;
}
