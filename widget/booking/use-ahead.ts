import { useEffect } from 'preact/hooks';
import { dayAt, now } from '../kit/dates.js';
import { monthOf } from '../kit/days.js';
import { askOf } from './ask.js';
import type { Booking } from './context.js';
import { zonesOf } from './zones.js';

/** Fetches the first month of times while the visitor still chooses where and with whom. */
export function useAhead({ choice, state, times, ownZone }: Booking): void {
  const { shown } = zonesOf(choice, state, ownZone);
  const ask = askOf(state, shown);
  const early = state.step === 'location' || state.step === 'provider';
  useEffect(() => {
    if (!early) return;
    const today = dayAt(shown, now());
    times.month(ask, monthOf(state.day ?? today), today).catch(() => {});
  }, [early, JSON.stringify(ask)]);
}
