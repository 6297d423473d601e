import { formatTime, formatTimeRange } from '../../widget/kit/dates.js';
import type { AdminWords } from '../admin-words.js';
import type { CalendarAnswer, CalendarEvent } from './types.js';

/** What a card says, in pieces and as one sentence for who listens or points at it. */
export interface EventWords {
  time: string;
  customer: string;
  service: string;
  colour: string;
  status: string;
  /** `3/8` of a group; '' for one person's. */
  count: string;
  sentence: string;
}

export function eventWords({ t, language }: AdminWords, data: CalendarAnswer, event: CalendarEvent): EventWords {
  const { start, end, capacity, taken, others } = event;
  const service = data.services.find(({ id }) => id === event.service);
  const provider = data.providers.find(({ id }) => id === event.provider)?.name ?? '';
  const name = event.customer || t('appointments.nobody');
  const status = t(`status.${event.status}` as 'status.confirmed');
  const sentence = [
    formatTimeRange(language, start, end, data.timezone),
    others > 0 ? `${name} ${t('appointments.others', { count: others })}` : name,
    service?.name,
    provider,
    status,
    capacity > 1 && t('appointments.room', { taken, capacity }),
  ];
  return {
    time: formatTime(language, start, data.timezone),
    customer: others > 0 ? `${name} +${others}` : name,
    service: service?.name ?? '',
    colour: service?.colour ?? '',
    status: event.status === 'pending' ? t('statusShort.pending') : status,
    count: capacity > 1 ? `${taken}/${capacity}` : '',
    sentence: sentence.filter(Boolean).join(', '),
  };
}
