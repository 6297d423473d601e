import type { RowIssue } from './fields.js';

export const outcomes = ['new', 'update', 'skip', 'error'] as const;
export type OutcomeKind = (typeof outcomes)[number];

/**
 * Why a row is left out. `known`: the customer is there already; `unchanged`: and says the same; `in_trash`: lies in the trash, from
 * where nobody is brought back by a file; `twice`: an earlier row of the file is the same person.
 */
export type SkipReason = 'known' | 'unchanged' | 'in_trash' | 'twice';

/** What becomes (or became) of a row. */
export interface Outcome {
  kind: OutcomeKind;
  reason?: SkipReason;
  /** The customer number: of who is known, or was added. */
  customer?: number;
  issues?: readonly RowIssue[];
  /** The import was undone, and this row was not: the customer was changed or has booked since. */
  kept?: true;
}

/** What is known of a row's person when it is decided. */
export interface Situation {
  policy: 'skip' | 'fill_empty' | 'overwrite' | 'create';
  issues: readonly RowIssue[];
  /** Who is there already; null: nobody. */
  known: { id: number; trashed: boolean; changes: number } | null;
  /** An earlier row of the same file is the same person. */
  twice: boolean;
}

/**
 * What becomes of a row. A record that is there may lack what a new one must have, so a row that lacks it too is no error: an export
 * can be imported again as it is.
 */
export function decideRow({ policy, issues, known, twice }: Situation): Outcome {
  const grave = known !== null && policy !== 'create' ? issues.filter(({ reason }) => reason !== 'required') : issues;
  if (grave.length > 0) return { kind: 'error', issues: grave, ...(known ? { customer: known.id } : {}) };
  if (policy === 'create') return { kind: 'new' };
  if (known === null) {
    if (!twice) return { kind: 'new' };
    return policy === 'skip' ? { kind: 'skip', reason: 'twice' } : { kind: 'update' };
  }
  const customer = known.id;
  if (known.trashed) return { kind: 'skip', reason: 'in_trash', customer };
  if (policy === 'skip') return { kind: 'skip', reason: 'known', customer };
  return known.changes > 0 ? { kind: 'update', customer } : { kind: 'skip', reason: 'unchanged', customer };
}

export type Counts = Record<OutcomeKind, number>;

export function countOutcomes(list: readonly Outcome[]): Counts {
  const counts: Counts = { new: 0, update: 0, skip: 0, error: 0 };
  for (const { kind } of list) counts[kind] += 1;
  return counts;
}
