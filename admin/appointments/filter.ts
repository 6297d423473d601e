import { addDays, isDay } from '../../widget/kit/days.js';
import type { AppointmentBooking } from '../admin-api.js';
import type { Query } from '../kit/address.js';

/** What stands in the list by status: groups that people look for, each with what the server is asked. */
export const statusFilters = {
  active: 'active',
  pending: 'pending',
  confirmed: 'confirmed',
  completed: 'completed',
  no_show: 'no_show',
  off: 'cancelled,rejected',
  all: 'all',
} as const;
export type StatusFilter = keyof typeof statusFilters;

export const spans = ['1', '7', '30', 'all'] as const;
/** How many days are shown; `all`: all time, `own`: from one day to another that the address names. */
export type Span = (typeof spans)[number] | 'own';

export const sorts = ['start', '-start', '-created'] as const;
export type Sort = (typeof sorts)[number];

/**
 * What the list shows. It lives in the address: `?from=2026-05-04&days=1&provider=3&location=1&status=all&page=2`. A search is over
 * all time, whatever the days were.
 */
export interface Filter {
  from: string;
  /** Last day, inclusive. */
  to: string;
  span: Span;
  provider: string;
  location: string;
  service: string;
  source: AppointmentBooking['source'];
  status: StatusFilter;
  sort: Sort;
  q: string;
}

/** Reads an address that anybody may have typed; what makes no sense counts as not said. Without a day: seven from today. */
export function readFilter(query: Query, today: string): Filter {
  const from = isDay(query['from'] ?? '') ? query['from']! : today;
  const q = (query['q'] ?? '').slice(0, 100);
  const last = isDay(query['to'] ?? '') && query['to']! >= from ? query['to']! : null;
  const span = q !== '' ? 'all' : last ? 'own' : oneOf(spans, query['days'], '7');
  return {
    from,
    to: span === 'own' ? last! : span === 'all' ? from : addDays(from, Number(span) - 1),
    span,
    provider: idOf(query['provider']),
    location: idOf(query['location']),
    service: idOf(query['service']),
    source: oneOf(['', 'widget', 'admin', 'import'], query['source'], ''),
    status: oneOf(Object.keys(statusFilters) as StatusFilter[], query['status'], q === '' ? 'active' : 'all'),
    sort: oneOf(sorts, query['sort'], usualSort(span)),
    q,
  };
}

/** What comes is read forwards, all that ever was backwards. */
export const usualSort = (span: Span): Sort => (span === 'all' ? '-start' : 'start');

/** The filter as the server takes it. */
export function asked({ from, to, span, provider, location, service, source, status, sort, q }: Filter) {
  return {
    ...(span === 'all' ? {} : { from, to }),
    provider: provider || undefined,
    location: location || undefined,
    service: service || undefined,
    source: (source || undefined) as 'widget' | undefined,
    status: statusFilters[status],
    q: q || undefined,
    sort,
  };
}

const idOf = (text: string | undefined): string => (/^[1-9]\d{0,14}$/.test(text ?? '') ? text! : '');
const oneOf = <Value extends string>(values: readonly Value[], text: string | undefined, otherwise: Value): Value =>
  values.find((value) => value === text) ?? otherwise;

/** Everything that narrows the list beside the days. */
/** How many days are shown; 0: all time. */
export const daysOf = ({ from, to, span }: Filter): number =>
  span === 'all' ? 0 : (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

export const narrowing = ['provider', 'location', 'service', 'source', 'status', 'q'] as const;

/** Whether anything but the days narrows the list. */
export const narrowed = (filter: Filter): boolean =>
  filter.status !== 'active' && filter.status !== 'all'
    ? true
    : [filter.provider, filter.location, filter.service, filter.source, filter.q].some((value) => value !== '');
