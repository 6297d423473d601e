import type { Fragment } from './fragment.js';
import { beyond, fragment } from './fragment.js';

/** A way through an index to customers who may fulfil a constraint. */
export interface Arm {
  /** What gives the id, and the table with its condition. */
  id: string;
  from: Fragment;
  /**
   * There when the index holds the sort name too. `block`: it is a range of the sort name itself, so it lies in order already.
   * Otherwise the condition that keeps out those who are in the block.
   */
  sorted?: { block: true } | { block: false; outside: Fragment };
}

/** The ids of an arm; each once with `UNION`, not by itself. */
export const idsOfArm = ({ id, from }: Arm): Fragment =>
  fragment(`SELECT ${id} AS id FROM ${from.sql}`, ...from.bindings);

const places = (statuses: readonly string[]): string => statuses.map(() => '?').join(', ');

/** Through an index that begins with the status. */
export const statusArm = (statuses: readonly string[], condition: string, ...values: (string | number)[]): Arm => ({
  id: 'id',
  from: fragment(`customers WHERE status IN (${places(statuses)}) AND ${condition}`, ...statuses, ...values),
});

/** A word of a name holds letters and digits alone. */
const isWord = (start: string): boolean => /^[\p{L}\p{N}\p{M}]+$/u.test(start);

/** Whose tokens begin so: through the last name, the other words of the name, the address, the telephone. */
export function armsOfStart(start: string, statuses: readonly string[]): Arm[] {
  const range = (column: string, from: string): Arm =>
    statusArm(statuses, `${column} >= ? AND ${column} < ?`, from, beyond(from));
  const email = range('email_folded', start);
  if (!isWord(start)) return [{ ...email, sorted: { block: false, outside: fragment('1 = 1') } }];
  const outside = fragment('NOT (sort_name >= ? AND sort_name < ?)', start, beyond(start));
  const sorted = { block: false, outside } as const;
  const phones = /^\d+$/.test(start) ? [range('phone_e164', `+${start}`), range('phone_national', start)] : [];
  return [
    { ...range('sort_name', start), sorted: { block: true } },
    {
      id: 'customer_id',
      from: fragment('customer_words WHERE word >= ? AND word < ?', start, beyond(start)),
      sorted,
    },
    ...[email, ...phones].map((arm) => ({ ...arm, sorted })),
  ];
}
