import type { Db } from '../../db/connect.js';
import { readChunk } from './chunk-store.js';
import type { Outcome, OutcomeKind } from './outcome-rules.js';

/** Which rows of an import are asked for; `kept` are those that an undo left. */
export type RowFilter = OutcomeKind | 'kept';

export interface ImportedRow {
  row: number;
  line: number;
  cells: string[];
  outcome: Outcome;
}

const countColumns: Record<RowFilter, string> = {
  new: 'n_new',
  update: 'n_update',
  skip: 'n_skip',
  error: 'n_error',
  kept: 'n_kept',
};

const fits = (outcome: Outcome, filter: RowFilter | null): boolean =>
  filter === null || (filter === 'kept' ? outcome.kept === true : outcome.kind === filter);

/**
 * A page of the rows of an import. The packets' own counts say in which of them the page lies, so only those are opened: at most one for
 * each row of the page.
 */
export async function rowsPage(
  db: Db,
  importId: number,
  filter: RowFilter | null,
  page: { limit: number; offset: number },
): Promise<{ items: ImportedRow[]; total: number }> {
  const column = filter === null ? 'row_count' : countColumns[filter];
  const counts: { chunk: number; count: number }[] = await db('import_chunks')
    .where({ import_id: importId })
    .andWhere(column, '>', 0)
    .orderBy('chunk')
    .select('chunk', { count: column });
  const items: ImportedRow[] = [];
  let before = 0;
  for (const { chunk, count } of counts) {
    if (before + count > page.offset && items.length < page.limit) {
      const rows = await rowsOf(db, importId, chunk, filter);
      items.push(...rows.slice(Math.max(0, page.offset - before)).slice(0, page.limit - items.length));
    }
    before += count;
  }
  return { items, total: before };
}

export async function rowsOf(
  db: Db,
  importId: number,
  chunk: number,
  filter: RowFilter | null,
): Promise<ImportedRow[]> {
  const found = await readChunk(db, importId, chunk);
  if (!found) return [];
  return found.outcomes.flatMap((outcome, at) =>
    fits(outcome, filter)
      ? [{ row: found.firstRow + at, line: found.lines[at] ?? 0, cells: found.cells[at] ?? [], outcome }]
      : [],
  );
}
