import { addDays, isDay } from '../../widget/kit/days.js';
import type { Query } from '../kit/address.js';

/** What the list shows. It lives in the address: `?from=2026-05-04&days=1&provider=3&location=1&status=all&page=2`. */
export interface Filter {
  from: string;
  /** Last day, inclusive. */
  to: string;
  days: 1 | 7;
  provider: string;
  location: string;
  status: 'active' | 'all';
}

/** Reads an address that anybody may have typed; what makes no sense counts as not said. Without a day: seven from today. */
export function readFilter(query: Query, today: string): Filter {
  const from = isDay(query['from'] ?? '') ? query['from']! : today;
  const days = query['days'] === '1' ? 1 : 7;
  return {
    from,
    to: addDays(from, days - 1),
    days,
    provider: idOf(query['provider']),
    location: idOf(query['location']),
    status: query['status'] === 'all' ? 'all' : 'active',
  };
}

const idOf = (text: string | undefined): string => (/^[1-9]\d{0,14}$/.test(text ?? '') ? text! : '');

/** Whether anything but the days narrows the list. */
export const narrowed = (filter: Filter): boolean => filter.provider !== '' || filter.location !== '';
