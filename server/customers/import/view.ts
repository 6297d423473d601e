import type { z } from 'zod';
import { formatInstant } from '../../lib/time-zone.js';
import { isInternalColumn } from './column-words.js';
import type { ImportRow } from './import-row.js';
import { columnsOf, headOf, mappingOf, undoFor } from './import-row.js';
import type { ImportedRow } from './rows-page.js';
import type { importedRow, importSummary, importView } from './schema.js';

const at = (instant: number | null): string | null => (instant === null ? null : formatInstant(instant));

const isOver = ({ status }: ImportRow): boolean => ['done', 'cancelled', 'undoing', 'undone'].includes(status);
const isDecided = (row: ImportRow): boolean => ['checked', 'running'].includes(row.status) || isOver(row);

/** An import in the history. */
export function summaryOf(row: ImportRow, accountName: string | null, now: number): z.output<typeof importSummary> {
  const canBeUndone =
    (row.status === 'done' || row.status === 'cancelled') &&
    row.pruned_at === null &&
    (row.finished_at ?? 0) > now - undoFor;
  return {
    id: row.id,
    status: row.status,
    fileName: row.file_name,
    rows: row.total,
    done: row.n_done,
    account: accountName,
    createdAt: formatInstant(row.created_at),
    finishedAt: at(row.finished_at),
    undoneAt: at(row.undone_at),
    undoUntil: canBeUndone ? at((row.finished_at ?? 0) + undoFor) : null,
    counts: isDecided(row) ? { new: row.n_new, update: row.n_update, skip: row.n_skip, error: row.n_error } : null,
    undone:
      row.status === 'undone' || row.status === 'undoing'
        ? { removed: row.n_removed, restored: row.n_restored, kept: row.n_kept }
        : null,
  };
}

/** An import with everything that its steps show. */
export function viewOf(row: ImportRow, accountName: string | null, now: number): z.output<typeof importView> {
  const mapping = mappingOf(row);
  const failure = row.failure === null ? null : (JSON.parse(row.failure) as { reason?: string; line?: number });
  return {
    ...summaryOf(row, accountName, now),
    bytes: row.bytes,
    encoding: row.encoding,
    delimiter: row.delimiter,
    header: row.header === 1,
    dateOrder: row.date_order,
    preset: row.preset,
    remembered: row.remembered === 1,
    policy: row.policy,
    match: row.match_by,
    country: row.country,
    columns: columnsOf(row).map(({ name, samples }, index) => ({
      name,
      samples,
      field: mapping[index] ?? null,
      internal: name !== '' && isInternalColumn(name),
    })),
    head: headOf(row),
    failure: failure && { reason: failure.reason ?? 'unknown', line: failure.line ?? null },
  };
}

export const rowView = ({ row, line, cells, outcome }: ImportedRow): z.output<typeof importedRow> => ({
  row,
  line,
  cells,
  outcome: outcome.kind,
  reason: outcome.reason ?? null,
  customer: outcome.customer ?? null,
  kept: outcome.kept === true,
  issues: [...(outcome.issues ?? [])],
});
