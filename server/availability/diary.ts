import type { Intervals, Span } from './intervals.js';

/** A service as one provider performs it at one location. All lengths are in milliseconds. */
export interface Offer {
  serviceId: number;
  providerId: number;
  resourceId: number;
  locationId: number;
  duration: number;
  step: number;
  bufferBefore: number;
  bufferAfter: number;
  capacity: number;
  /** Price for one person, in minor units. */
  priceMinor: number;
  /** Price of what is booked with it, whoever many come. */
  extrasMinor?: number;
}

/** An appointment that takes a provider's time. `from` and `to` include its buffers. */
export interface Busy extends Span {
  appointmentId: number;
  startsAt: number;
  endsAt: number;
  serviceId: number;
  locationId: number;
  capacity: number;
  /** Persons in active bookings of it. */
  taken: number;
}

/** What a provider's time looks like from one location. */
export interface Diary {
  /** Windows here, by start: each is the anchor of a grid (rule T3). */
  windows: readonly Span[];
  /** Their union (rule T4). */
  open: Intervals;
  /** When the provider works at another location. */
  elsewhere: Intervals;
  closures: Intervals;
  absences: Intervals;
  /** Sorted by `from`; `longestBusy` bounds how far back one that still lasts can begin. */
  busy: readonly Busy[];
  longestBusy: number;
}

/** The bounds that the moment of asking sets; `visitLimits` makes them. */
export interface Limits {
  now: number;
  /** First start that leaves the lead time (rule T6). */
  earliest: number;
  /** First instant beyond the horizon. */
  horizonEnd: number;
  /** Staff decided knowingly against every rule but one: two appointments never overlap. */
  overruled?: boolean | undefined;
}

/** The busy times that meet [from, to). */
export function busyWithin(diary: Diary, from: number, to: number): Busy[] {
  const found: Busy[] = [];
  for (let at = firstFrom(diary.busy, from - diary.longestBusy); at < diary.busy.length; at += 1) {
    const busy = diary.busy[at] as Busy;
    if (busy.from >= to) break;
    if (busy.to > from) found.push(busy);
  }
  return found;
}

/** Index of the first span that begins at or after `instant`. */
export function firstFrom(spans: readonly Span[], instant: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle] as Span).from < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
