import type { Busy, Diary, Limits, Offer } from './diary.js';
import { busyWithin, firstFrom } from './diary.js';
import type { Span } from './intervals.js';
import { covers, meets } from './intervals.js';
import type { RefusalReason } from './schema.js';

/** One service of a visit: who performs it, when, and the buffers that are left of it within the visit. */
export interface Leg {
  offer: Offer;
  diary: Diary;
  start: number;
  bufferBefore: number;
  bufferAfter: number;
}

/** A place found: the group appointment that the leg joins, or null where it makes a new one. */
export type LegAnswer = { bookable: true; joins: Busy | null } | { bookable: false; reason: RefusalReason };

const refusals = new Map<RefusalReason, LegAnswer>();
const fresh: LegAnswer = { bookable: true, joins: null };

/** A refusal, made once a reason. */
function no(reason: RefusalReason): LegAnswer {
  let refusal = refusals.get(reason);
  if (!refusal) {
    refusal = { bookable: false, reason };
    refusals.set(reason, refusal);
  }
  return refusal;
}

/** Rule T6 for the start of a whole visit: whether it is too late or too early to ask for it. */
export function checkMoment(start: number, limits: Limits): RefusalReason | null {
  if (limits.overruled) return null;
  if (start < limits.now) return 'past';
  if (start < limits.earliest) return 'lead_time';
  if (start >= limits.horizonEnd) return 'horizon';
  return null;
}

/**
 * Whether one leg of a visit can take place, or why not. This is the only place where that is decided: the list of slots, the
 * booking transaction and the explanation to staff all ask here (rule T9). `first` legs start on their window's grid (T3);
 * those that follow start when the one before ends. Where staff overrule the rules, what is left is that nothing overlaps.
 */
export function checkLeg(leg: Leg, persons: number, first: boolean, overruled = false): LegAnswer {
  const { offer, diary, start } = leg;
  const end = start + offer.duration;
  if (persons > offer.capacity) return no('full');
  const off = overruled ? null : timeOff(diary, start, end);
  if (off) return no(off);
  const group = offer.capacity > 1 ? groupAt(diary, offer, start) : null;
  // A group appointment stands where it was put, be it on the grid or not; what counts is the room in it.
  if (group) return group.capacity - group.taken >= persons ? { bookable: true, joins: group } : no('full');
  if (overruled) return checkBusy(leg, end, true);
  const outside = outsideHours(diary, start, end);
  if (outside) return no(outside);
  if (first && !onGrid(diary.windows, offer.step, start)) return no('off_grid');
  return checkBusy(leg, end);
}

/**
 * Whether staff may put an appointment there, or why not: the rules of `checkLeg` but for what binds visitors alone (notice,
 * horizon, the grid), and without joining anything. `overruled`: only that nothing overlaps.
 */
export function checkMove(leg: Leg, now: number, overruled: boolean): RefusalReason | null {
  const { offer, diary, start } = leg;
  const end = start + offer.duration;
  const broken = overruled
    ? null
    : ((start < now ? 'past' : null) ?? timeOff(diary, start, end) ?? outsideHours(diary, start, end));
  if (broken) return broken;
  const answer = checkBusy(leg, end, overruled);
  return answer.bookable ? null : answer.reason;
}

const timeOff = (diary: Diary, start: number, end: number): RefusalReason | null =>
  meets(diary.closures, start, end) ? 'closure' : meets(diary.absences, start, end) ? 'absence' : null;

/** Rule T4. */
function outsideHours(diary: Diary, start: number, end: number): RefusalReason | null {
  if (covers(diary.open, start, end)) return null;
  return covers(diary.elsewhere, start, end) ? 'elsewhere' : 'closed';
}

/**
 * Rule T5: with its buffers the leg meets no busy interval. Absences count as busy, unless staff overruled them; hours and closures
 * don't bind buffers.
 */
function checkBusy(leg: Leg, end: number, overruled = false): LegAnswer {
  const { start, diary } = leg;
  const from = start - leg.bufferBefore;
  const to = end + leg.bufferAfter;
  let buffer = !overruled && meets(diary.absences, from, to);
  // A loop, not a list: this runs for every start of every provider.
  for (let at = firstFrom(diary.busy, from - diary.longestBusy); at < diary.busy.length; at += 1) {
    const busy = diary.busy[at] as Busy;
    if (busy.from >= to) break;
    if (busy.to <= from) continue;
    if (busy.startsAt < end && busy.endsAt > start) return no('busy');
    buffer = true;
  }
  return buffer ? no('buffer') : fresh;
}

/** The active group appointment of this very offer at this very start. */
function groupAt(diary: Diary, offer: Offer, start: number): Busy | null {
  const found = busyWithin(diary, start, start + 1).find(
    (busy) =>
      busy.startsAt === start &&
      busy.serviceId === offer.serviceId &&
      busy.locationId === offer.locationId &&
      busy.capacity > 1,
  );
  return found ?? null;
}

/** Rule T3: start = a + k · step in elapsed time for a window [a, b) that it lies in. */
function onGrid(windows: readonly Span[], step: number, start: number): boolean {
  for (let at = firstFrom(windows, start + 1) - 1; at >= 0; at -= 1) {
    const window = windows[at] as Span;
    if (start < window.to && (start - window.from) % step === 0) return true;
    // Windows of one provider don't overlap, but may have been put by hand; two days back none can reach.
    if (window.from < start - 2 * 86_400_000) return false;
  }
  return false;
}
