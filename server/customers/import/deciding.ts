import type { Db, Tx } from '../../db/connect.js';
import type { CustomerRow } from '../record/row.js';
import type { RowIssue } from './fields.js';
import type { ImportRow } from './import-row.js';
import { changesOf, findKnown, personKey } from './matching.js';
import type { Outcome } from './outcome-rules.js';
import { decideRow } from './outcome-rules.js';
import type { ReadyRow } from './ready-row.js';

export interface RowToDecide {
  ready: ReadyRow | null;
  issues: readonly RowIssue[];
}

export interface Decided {
  outcome: Outcome;
  known: CustomerRow | null;
}

/**
 * What becomes of each of some rows, by who is there now. `isNew` is told the key of each row that may become a customer and answers
 * whether no earlier row of the file had it.
 */
export async function decideRows(
  db: Db | Tx,
  settings: Pick<ImportRow, 'policy' | 'match_by'>,
  rows: readonly RowToDecide[],
  isNew: (key: string) => boolean,
): Promise<Decided[]> {
  const { policy, match_by: matching } = settings;
  const ready = rows.map((row) => row.ready);
  const known = policy === 'create' ? ready.map(() => null) : await findKnown(db, ready, matching);
  return rows.map((row, at) => {
    const found = known[at] ?? null;
    const person = found && {
      id: found.id,
      trashed: found.status === 'trashed',
      changes: row.ready ? Object.keys(changesOf(found, row.ready, policy)).length : 0,
    };
    const isFine = row.ready !== null && (found !== null || row.issues.length === 0);
    const key = isFine && row.ready ? personKey(row.ready, matching) : null;
    const twice = key !== null && !isNew(key);
    return { outcome: decideRow({ policy, issues: row.issues, known: person, twice }), known: found };
  });
}
