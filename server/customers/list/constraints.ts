import { instantOfWallTime, parseDay } from '../../lib/time-zone.js';
import type { Arm } from './arms.js';
import { armsOfStart, statusArm } from './arms.js';
import type { ListFilter } from './filter.js';
import type { Fragment } from './fragment.js';
import { fragment, joined } from './fragment.js';
import { termCheck } from './term-check.js';
import type { Term } from './terms.js';
import { readTerms } from './terms.js';

/**
 * One thing that a customer must fulfil to be listed. `check` decides it on a row of `customers`. The arms together hold everybody
 * who may fulfil it, and perhaps others.
 */
export interface Constraint {
  check: Fragment;
  arms: (statuses: readonly string[]) => Arm[];
  /** The same arms where only a part of the order of names is gone through: without those whom their indexes show to be outside. */
  narrowArms?: (statuses: readonly string[]) => Arm[];
  /** The index of names decides it without a look at the row. */
  inNames?: true;
  /** The beginning of a word that it asks for, where it asks for nothing else but perhaps the `piece`. */
  word?: string;
  /** What was typed as one (`silva-re`), which may begin an address instead of being words of a name. */
  piece?: string;
  /** The column that it is a range of, and the range: a list in the order of that column goes along the range alone. */
  range?: { column: string; condition: Fragment };
  /** The beginnings of names that a search puts first: a word, and all that was typed where it is more. */
  leads?: readonly string[];
}

/** What a filter asks for beside the status. */
export function constraintsOf(filter: ListFilter, now: number): Constraint[] {
  const { newsletter, coming, nationality, duplicates, import: importId } = filter;
  return [
    ...readTerms(filter.q ?? '').flatMap(termConstraints),
    ...(newsletter ? [column('newsletter = ?', newsletter === 'yes' ? 1 : 0)] : []),
    ...(coming === 'yes' ? [column('latest_start_at > ?', now)] : []),
    ...(coming === 'no' ? [notComing(now)] : []),
    ...days('last_start_at', filter.lastFrom, filter.lastTo, filter.zone),
    ...days('created_at', filter.createdFrom, filter.createdTo, filter.zone),
    ...(nationality ? [column('nationality = ?', nationality)] : []),
    ...(importId ? [column('import_id = ?', importId)] : []),
    ...(duplicates ? [paired] : []),
  ];
}

/** A comparison of a column that an index beginning with the status is for. */
function column(comparison: string, ...values: (string | number)[]): Constraint {
  return {
    check: fragment(`customers.${comparison}`, ...values),
    arms: (statuses) => [statusArm(statuses, comparison, ...values)],
  };
}

/** What most fulfil, so that no index is worth going through. */
const notComing = (now: number): Constraint => ({
  check: fragment('(customers.latest_start_at IS NULL OR customers.latest_start_at <= ?)', now),
  arms: anybody.arms,
});

/** Whole days in a zone, from the first instant of the one to the last of the other. */
function days(name: string, from: string | undefined, to: string | undefined, zone = 'UTC'): Constraint[] {
  if (from === undefined && to === undefined) return [];
  const midnight = (text: string, later: number): number => instantOfWallTime(zone, (parseDay(text) ?? 0) + later, 0);
  const start = from === undefined ? [] : [midnight(from, 0)];
  const end = to === undefined ? [] : [midnight(to, 1)];
  const comparison = [...start.map(() => `${name} >= ?`), ...end.map(() => `${name} < ?`)];
  const condition = fragment(comparison.join(' AND '), ...start, ...end);
  return [{ ...column(comparison.join(' AND customers.'), ...start, ...end), range: { column: name, condition } }];
}

/** In a suggested pair of two that are both in use, which nobody called two persons. */
const paired: Constraint = {
  check: joined(
    [
      fragment('(EXISTS (SELECT 1 FROM customer_pairs AS p JOIN customers AS other ON other.id = p.high_id'),
      fragment("WHERE p.low_id = customers.id AND p.dismissed_at IS NULL AND other.status = 'active')"),
      fragment('OR EXISTS (SELECT 1 FROM customer_pairs AS p JOIN customers AS other ON other.id = p.low_id'),
      fragment(
        "WHERE p.high_id = customers.id AND p.dismissed_at IS NULL AND other.status = 'active')) AND customers.status = 'active'",
      ),
    ],
    ' ',
  ),
  arms: () => [
    { id: 'low_id', from: fragment('customer_pairs WHERE dismissed_at IS NULL') },
    { id: 'high_id', from: fragment('customer_pairs WHERE dismissed_at IS NULL') },
  ],
};

function termConstraints(term: Term): Constraint[] {
  const { ways, number } = term;
  const check = termCheck(term);
  const words = number === null ? (ways.at(-1) ?? []) : [];
  const piece = ways.length > 1 ? ways[0]?.[0] : undefined;
  const through = (at: number): Constraint => ({
    check: at === 0 ? check : fragment('1 = 1'),
    inNames: true,
    ...(words.every(isOfLetters) && words[at] !== undefined ? { word: words[at] } : {}),
    ...(at === 0 && piece !== undefined ? { piece } : {}),
    ...(at === 0 ? { leads: leadsOf(ways) } : {}),
    arms: (statuses) => [
      ...ways.flatMap((way) => armsOfStart(way[Math.min(at, way.length - 1)] as string, statuses)),
      ...(number === null ? [] : [{ id: 'id', from: fragment('customers WHERE id = ?', number) }]),
    ],
  });
  // Where a way has several words, each is a way through an index, and the plan takes the rarest.
  const longest = Math.max(1, ...ways.map((way) => way.length));
  return Array.from({ length: Math.min(longest, mostWords) }, (_, at) => through(at));
}

const isOfLetters = (word: string): boolean => /^[\p{L}\p{M}]+$/u.test(word);

/** What a name may begin with: the first word of what was typed, and all of it where that is several (`silva-re`). */
function leadsOf(ways: Term['ways']): string[] {
  const inNames = /^[\p{L}\p{M}'’-]+$/u;
  return [...new Set([...ways].reverse().flatMap(([first = '']) => (inNames.test(first) ? [first] : [])))];
}

/** Words of one piece (`ana-maria-lena`) that are tried as the way to it. */
const mostWords = 3;

/** The customers of one provider; the check is `withinScope`, which every query of a list has. */
export const ofProvider = (providerId: number): Constraint => ({
  check: fragment('1 = 1'),
  arms: () => [
    {
      id: 'DISTINCT bookings.customer_id',
      from: fragment(
        `appointments JOIN booking_items ON booking_items.appointment_id = appointments.id
         JOIN bookings ON bookings.id = booking_items.booking_id WHERE appointments.provider_id = ?`,
        providerId,
      ),
    },
  ],
});

/** Everybody with one of these statuses: few in a small business, and in most trashes. */
export const anybody: Constraint = {
  check: fragment('1 = 1'),
  arms: (statuses) => [statusArm(statuses, '1 = 1')],
};
