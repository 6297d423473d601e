import { MINUTE } from '../lib/time-zone.js';
import type { Diary, Limits } from './diary.js';
import { busyWithin } from './diary.js';
import type { Span } from './intervals.js';
import { covers, meets } from './intervals.js';
import type { RefusalReason } from './schema.js';
import type { Candidate } from './visit.js';

/*
 * A stretch of a provider's time as staff look at it: what fills it, and which starts are refused and why. The starts are asked of
 * the checks that list the slots (rule T9); the bands say what a person sees behind them.
 */

/** What fills a piece of time, from what hides everything else to what is left. */
export const bandKinds = [
  'closure',
  'absence',
  'busy',
  'buffer',
  'past',
  'lead_time',
  'horizon',
  'open',
  'elsewhere',
  'closed',
] as const;
export type BandKind = (typeof bandKinds)[number];

export interface Band extends Span {
  kind: BandKind;
}

/** `count` starts from `first` to `last`, both inclusive, that get the same answer; `reason` null: they can be booked. */
export interface StartRun {
  first: number;
  last: number;
  count: number;
  reason: RefusalReason | null;
}

/** [from, to) cut into bands that neither overlap nor leave a gap. */
export function bandsOf(diary: Diary, limits: Limits, { from, to }: Span): Band[] {
  const busy = busyWithin(diary, from, to);
  const edges = new Set<number>([from, to]);
  const add = (...instants: number[]): void => {
    for (const instant of instants) if (instant > from && instant < to) edges.add(instant);
  };
  for (const spans of [diary.open, diary.elsewhere, diary.closures, diary.absences])
    for (const span of spans) add(span.from, span.to);
  for (const one of busy) add(one.from, one.startsAt, one.endsAt, one.to);
  add(limits.now, limits.earliest, limits.horizonEnd);
  const sorted = [...edges].sort((left, right) => left - right);
  const bands: Band[] = [];
  for (const [index, start] of sorted.slice(0, -1).entries()) {
    const end = sorted[index + 1] as number;
    const kind = kindAt({ from: start, to: end });
    const last = bands.at(-1);
    if (last?.kind === kind) bands[bands.length - 1] = { ...last, to: end };
    else bands.push({ kind, from: start, to: end });
  }
  return bands;

  function kindAt(piece: Span): BandKind {
    if (meets(diary.closures, piece.from, piece.to)) return 'closure';
    if (meets(diary.absences, piece.from, piece.to)) return 'absence';
    if (busy.some(({ startsAt, endsAt }) => startsAt < piece.to && endsAt > piece.from)) return 'busy';
    if (busy.some((one) => one.from < piece.to && one.to > piece.from)) return 'buffer';
    if (!covers(diary.open, piece.from, piece.to))
      return covers(diary.elsewhere, piece.from, piece.to) ? 'elsewhere' : 'closed';
    if (piece.from < limits.now) return 'past';
    if (piece.from < limits.earliest) return 'lead_time';
    return piece.from >= limits.horizonEnd ? 'horizon' : 'open';
  }
}

/**
 * What `judge` answers each start in [from, to): those every `step` minutes from `from` on, and those of the provider's own grid. It is
 * `explainCandidate` for a new visit and `checkMove` for an appointment that would move.
 */
export function runsOf(
  candidate: Candidate,
  { from, to }: Span,
  step: number,
  judge: (start: number) => RefusalReason | null,
): StartRun[] {
  const runs: StartRun[] = [];
  for (const start of startsOf(candidate, { from, to }, step * MINUTE)) {
    const reason = judge(start);
    const last = runs.at(-1);
    if (last?.reason === reason) {
      last.last = start;
      last.count += 1;
    } else runs.push({ first: start, last: start, count: 1, reason });
  }
  return runs;
}

function startsOf({ offers, diary }: Candidate, { from, to }: Span, step: number): number[] {
  const starts = new Set<number>();
  for (let start = from; start < to; start += step) starts.add(start);
  const own = offers[0]?.step ?? step;
  for (const window of diary.windows)
    for (let start = window.from; start < window.to && start < to; start += own) if (start >= from) starts.add(start);
  // A group appointment stands where it was put, and can be joined there.
  for (const { startsAt } of diary.busy) if (startsAt >= from && startsAt < to) starts.add(startsAt);
  return [...starts].sort((left, right) => left - right);
}
