import { CircleCheck, CircleX, Hourglass } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { BookingCard } from '../booking/booking-card.js';
import { CalendarButtons } from '../booking/calendar-buttons.js';
import { failureWords } from '../booking/failure-words.js';
import type { BookingApi, OwnBooking } from '../booking/types.js';
import type { ApiError } from '../kit/api.js';
import { Status } from '../kit/badge.js';
import { Button } from '../kit/button.js';
import { formatDay, formatTime, now } from '../kit/dates.js';
import type { View } from '../kit/html.js';
import { html } from '../kit/html.js';
import { Notice } from '../kit/notice.js';
import { CancelDialog } from './cancel-dialog.js';
import type { PageWords } from './page-words.js';
import { asBookingWords } from './page-words.js';

export interface ManagedBookingProps {
  api: BookingApi;
  words: PageWords;
  booking: OwnBooking;
  token: string;
  onChange: (booking: OwnBooking) => void;
}

const notices = {
  confirmed: { meaning: 'good', icon: CircleCheck, key: 'manage.confirmed' },
  pending: { meaning: 'warning', icon: Hourglass, key: 'manage.pending' },
  cancelled: { meaning: 'info', icon: CircleX, key: 'manage.cancelled' },
  rejected: { meaning: 'info', icon: CircleX, key: 'manage.rejected' },
} as const;

/** A booking with what its owner can do about it: put it into a calendar, cancel it, or learn why not. */
export function ManagedBooking({ api, words, booking, token, onChange }: ManagedBookingProps): View {
  const { t, language } = words;
  const [asking, ask] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const shared = asBookingWords(words);
  const { status, location } = booking.items[0]!;
  const { reference, cancellableUntil: until } = booking;
  const active = status === 'confirmed' || status === 'pending';
  const past = Date.parse(booking.items.at(-1)!.end) < now();
  const open = active && until !== null && fault !== 'too_late_to_cancel' && Date.parse(until) > now();
  const zone = location.timeZone;

  const cancel = async (reason: string) => {
    setBusy(true);
    setFault(null);
    try {
      const call = { params: { reference }, body: { reason }, bearer: token };
      onChange(await api.call('POST /bookings/:reference/cancellation', call));
    } catch (error) {
      setFault((error as ApiError).code ?? 'internal');
    }
    setBusy(false);
    ask(false);
    scrollTo({ top: 0 });
  };

  const { meaning, icon, key } = notices[status];
  const { name: place, address } = location;
  return html`<div class="step">
    <h1 class="manage-title">${t('manage.title')}</h1>
    ${past && active ? h(Notice, { children: t('manage.past') }) : h(Notice, { meaning, icon, urgent: status === 'cancelled', children: t(key) })}
    ${fault && fault !== 'too_late_to_cancel' && failure()}
    ${h(BookingCard, { booking, words: shared, status: h(Status, { status, word: t(`status.${status}`) }) })}
    ${active && !past && html`<div class="buttons">${h(CalendarButtons, { api, booking, token, words: shared })}</div>`}
    ${open && cancelling(until)}
    ${
      active &&
      !past &&
      !open &&
      h(Notice, {
        meaning: 'warning',
        title: t('manage.late'),
        urgent: fault !== null,
        children: address ? t('manage.lateText', { place, address }) : t('manage.lateTextShort', { place }),
      })
    }
    ${(!active || past) && h(Button, { kind: 'primary', href: '/', children: t('manage.bookNew') })}
  </div>`;

  function failure(): View {
    const [title, text] = failureWords(shared, fault ?? '');
    return h(Notice, { meaning: 'danger', title, urgent: true, children: text });
  }

  function cancelling(last: string): View {
    const time = `${formatDay(language, last, 'long', zone)}, ${formatTime(language, last, zone)}`;
    return html`<div class="cancelling">
      <p class="muted">${t('manage.until', { time })}</p>
      ${h(Button, { kind: 'quiet', icon: CircleX, children: t('manage.cancel'), onPress: () => ask(true) })}
      ${h(CancelDialog, { words, open: asking, busy, onClose: () => ask(false), onCancel: cancel })}
    </div>`;
  }
}
