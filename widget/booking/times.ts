import { useEffect, useState } from 'preact/hooks';
import { addMonths, firstOf, lastOf, monthOf } from '../kit/days.js';
import type { Availability, BookingApi } from './types.js';

/** What times are asked for; texts as in the query. */
export interface Ask {
  service: string;
  location: string | undefined;
  provider: string | undefined;
  persons: string | undefined;
  /** Such as `4:2`; only staff choose extras. */
  extras?: string | undefined;
  timezone: string;
}

/** Free times by month, each asked for once. */
export interface Times {
  /** The month's answer; a failure is not kept. */
  month(ask: Ask, month: string, today: string): Promise<Availability>;
  /** What was known may no longer hold: somebody took a slot. */
  forget(): void;
}

export function createTimes(api: BookingApi): Times {
  const known = new Map<string, Promise<Availability>>();
  return {
    month(ask, month, today) {
      const key = JSON.stringify([ask, month]);
      let answer = known.get(key);
      if (!answer) {
        const from = monthOf(today) === month ? today : firstOf(month);
        answer = api.call('GET /availability', { query: { ...ask, from, to: lastOf(month) } });
        known.set(key, answer);
        answer.catch(() => known.delete(key));
      }
      return answer;
    },
    forget: () => known.clear(),
  };
}

export type MonthState =
  | { state: 'waiting' }
  | { state: 'failed'; retry: () => void }
  | { state: 'ready'; days: Availability['days']; next: string | null };

const waiting: MonthState = { state: 'waiting' };

/** One month of free times; the month after is fetched when this one is there. */
export function useMonth(times: Times, ask: Ask, month: string, today: string): MonthState {
  const [tries, setTries] = useState(0);
  const key = JSON.stringify([ask, month, tries]);
  const [shown, show] = useState<{ key: string; state: MonthState }>({ key: '', state: waiting });
  useEffect(() => {
    let wanted = true;
    times.month(ask, month, today).then(
      ({ days, next }) => {
        if (!wanted) return;
        show({ key, state: { state: 'ready', days, next } });
        times.month(ask, addMonths(month, 1), today).catch(() => {});
      },
      () => wanted && show({ key, state: { state: 'failed', retry: () => setTries((count) => count + 1) } }),
    );
    return () => {
      wanted = false;
    };
  }, [key]);
  return shown.key === key ? shown.state : waiting;
}
