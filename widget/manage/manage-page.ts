import { CalendarX, Link2Off } from 'lucide';
import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import css from '../booking/booking.css';
import type { BookingApi, OwnBooking } from '../booking/types.js';
import type { ApiError } from '../kit/api.js';
import { isPassing } from '../kit/api.js';
import { Button } from '../kit/button.js';
import { Empty } from '../kit/empty.js';
import type { View } from '../kit/html.js';
import { html } from '../kit/html.js';
import { Skeleton } from '../kit/skeleton.js';
import { style } from '../kit/styles.js';
import { ManagedBooking } from './managed-booking.js';
import type { PageWords } from './page-words.js';

style(css);

export interface ManagePageProps {
  api: BookingApi;
  words: PageWords;
  reference: string;
  /** From the address's fragment: it never travels but as a bearer. */
  token: string;
}

/** The booking that a manage link belongs to. Looking changes nothing; cancelling is asked twice. */
export function ManagePage({ api, words, reference, token }: ManagePageProps): View {
  const { t } = words;
  const [booking, setBooking] = useState<OwnBooking | 'wrong' | 'failed' | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    setBooking(null);
    // A reference that can't be one, or a link without its end, asks nobody.
    if (!/^[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(reference) || !token) return setBooking('wrong');
    api
      .call('GET /bookings/:reference', { params: { reference }, bearer: token })
      .then(setBooking, (error: ApiError) => {
        setBooking(isPassing(error) ? 'failed' : 'wrong');
      });
  }, [tries]);

  const bookNew = h(Button, { kind: 'primary', href: '/', children: t('manage.bookNew') });
  let content: View;
  if (booking === null) content = h(Skeleton, { rows: 5, height: 56, label: t('loading') });
  else if (booking === 'wrong') {
    content = h(Empty, { icon: Link2Off, title: t('manage.wrong'), children: t('manage.wrongText'), action: bookNew });
  } else if (booking === 'failed') {
    const action = h(Button, { children: t('retry'), onPress: () => setTries(tries + 1) });
    content = h(Empty, { icon: CalendarX, title: t('manage.failed'), children: t('trouble.loadText'), action });
  } else content = h(ManagedBooking, { api, words, booking, token, onChange: setBooking });
  return html`<div class="bookpane booking" lang=${words.language} dir=${words.direction}>
    <div class="booking-frame">${content}</div>
  </div>`;
}
