import type { Arm } from './arms.js';
import { armsOfStart, statusArm } from './arms.js';
import type { Constraint } from './constraints.js';
import type { Fragment } from './fragment.js';
import { beyond, fragment, joined } from './fragment.js';

/**
 * The way to those who have several frequent words, which are seldom together: a sort name shows most words of a name, and every
 * index that a search goes through holds it, so that nearly all who lack one of the words are left out before anything is sorted.
 *
 * Each word is in the sort name, or begins the address, or is a word of the name that the sort name does not show (`Reis` of
 * Silva-Reis, a display name). An address that begins with two of them begins with the longer, so it is enough to go along: one
 * word, with all others in the sort name; each address, with all others in the sort name; and whatever the sort name does not show.
 * What was typed as one piece (`silva-re`) may begin an address too. Null unless all that is asked for are words, two at least.
 */
export function togetherInNames(constraints: readonly Constraint[], lead: string | undefined): Constraint | null {
  const starts = constraints.flatMap(({ word }) => (word === undefined ? [] : [word]));
  if (starts.length < 2 || starts.length < constraints.length) return null;
  const first = lead ?? (starts[0] as string);
  const shown = (but: string): Fragment => joined(starts.filter((start) => start !== but).map(inSortName), ' AND ');
  const pieces = constraints.flatMap(({ piece }) => (piece === undefined ? [] : [piece]));
  return {
    check: fragment('1 = 1'),
    arms: (statuses) => [
      ...pieces.map((piece) => ({ ...addressArm(piece, statuses), sorted: anywhere })),
      ...armsOfStart(first, statuses).map((arm) => ({
        ...arm,
        from: joined([arm.from, shown(first)], ' AND '),
      })),
      ...starts.flatMap((start) => {
        const email = addressArm(start, statuses);
        const isShown = inSortName(start);
        const hidden = fragment(
          `customer_words WHERE word >= ? AND word < ? AND NOT ${isShown.sql}`,
          start,
          beyond(start),
          ...isShown.bindings,
        );
        return [
          ...(start === first
            ? []
            : [{ ...email, from: joined([email.from, shown(start)], ' AND '), sorted: anywhere }]),
          { id: 'customer_id', from: hidden, sorted: anywhere },
        ];
      }),
    ],
  };
}

const addressArm = (start: string, statuses: readonly string[]): Arm =>
  statusArm(statuses, 'email_folded >= ? AND email_folded < ?', start, beyond(start));

const anywhere = { block: false, outside: fragment('1 = 1') } as const;

/** Begins a word of the sort name: nothing but spaces parts words there that a search begins with. */
const inSortName = (start: string): Fragment =>
  fragment('((sort_name >= ? AND sort_name < ?) OR INSTR(sort_name, ?) > 0)', start, beyond(start), ` ${start}`);
