import type { LeftOut } from './change-batch.js';
import type { BulkOutcome } from './schema.js';
import { mostNamed } from './schema.js';

/** Counts what batches did, and keeps the names of the first that were left out. */
export function emptyTally() {
  const results: BulkOutcome['results'] = [];
  const counts = { done: 0, skipped: 0, failed: 0 };
  return {
    count(done: number, left: readonly LeftOut[], outcome: 'skipped' | 'failed' = 'skipped'): void {
      counts.done += done;
      counts[outcome] += left.length;
      for (const { row, reason } of left.slice(0, mostNamed - results.length))
        results.push({ number: row.id, name: row.display_name, outcome, reason });
    },
    outcome: (id: number): BulkOutcome => ({ id, ...counts, results }),
  };
}
