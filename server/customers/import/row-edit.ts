import { transact } from '../../db/transact.js';
import type { Actor } from '../../lib/actor.js';
import { AppError, notFound } from '../../lib/errors.js';
import { chunkOfRow, packOutcomes } from './chunk-store.js';
import { fileLimits } from './csv-reading.js';
import { decideRows } from './deciding.js';
import type { ImportDeps } from './deps.js';
import type { ImportRow } from './import-row.js';
import { findImport, mappingOf, wrongState } from './import-row.js';
import { countOutcomes } from './outcome-rules.js';
import { pack } from './packing.js';
import { cellsAsMeant, rowReader } from './row-plan.js';
import type { ImportedRow } from './rows-page.js';

/** Single rows that can be corrected; more is a matter of the file. */
const mostEdits = 5000;

/**
 * Corrects cells of a row (by column, from 0) and checks it again. The correction is kept beside the file, so it holds when the check
 * is made anew. AppErrors: `not_found`; `conflict` unless a check has just shown the row; `invalid_request`.
 */
export async function correctRow(
  deps: ImportDeps,
  actor: Actor,
  id: number,
  rowNo: number,
  cells: Record<string, string>,
): Promise<ImportedRow> {
  const { db, clock } = deps;
  await findImport(db, actor, id);
  const { customerFields } = await deps.forms();
  return transact(db, async (tx) => {
    const at = clock.now();
    // Written first: corrections of one packet come one after another.
    const held = await tx('imports').where({ id, status: 'checked' }).update({ touched_at: at });
    const row: ImportRow | undefined = await tx('imports').where({ id }).first();
    if (!row) throw notFound();
    if (held !== 1) throw wrongState(row);
    const chunk = await chunkOfRow(tx, id, rowNo);
    if (!chunk) throw notFound();
    const index = rowNo - chunk.firstRow;
    const edit = checkedCells(cells, mappingOf(row).length);
    chunk.cells[index] = cellsAsMeant(chunk.cells[index] ?? [], false, edit);
    await keepEdit(tx, id, rowNo, edit);
    const read = rowReader(row, customerFields, at)(chunk.cells[index] as string[]);
    const [decided] = await decideRows(tx, row, [read], () => true);
    const before = countOutcomes(chunk.outcomes);
    const outcome = decided?.outcome ?? { kind: 'error' as const, issues: read.issues };
    chunk.outcomes[index] = outcome;
    chunk.ready[index] = outcome.kind === 'error' ? null : read.ready;
    const after = countOutcomes(chunk.outcomes);
    await tx('import_chunks')
      .where({ import_id: id, chunk: chunk.chunk })
      .update({
        ...(await packOutcomes(chunk.outcomes)),
        cells: await pack({ lines: chunk.lines, rows: chunk.cells }),
        ready: await pack(chunk.ready),
      });
    const by = (column: string, amount: number) => tx.raw('?? + ?', [column, amount]);
    await tx('imports')
      .where({ id })
      .update({
        n_new: by('n_new', after.new - before.new),
        n_update: by('n_update', after.update - before.update),
        n_skip: by('n_skip', after.skip - before.skip),
        n_error: by('n_error', after.error - before.error),
      });
    return { row: rowNo, line: chunk.lines[index] ?? 0, cells: chunk.cells[index] as string[], outcome };
  });
}

function checkedCells(cells: Record<string, string>, columns: number): Record<string, string> {
  for (const [column, text] of Object.entries(cells)) {
    if (!/^\d{1,3}$/.test(column) || Number(column) >= columns)
      throw new AppError('invalid_request', 'cells must be named by the number of a column.', { field: 'cells' });
    if (text.includes('\0') || text.length > fileLimits.cell)
      throw new AppError('invalid_request', 'A cell is too long.', { field: `cells.${column}` });
  }
  return cells;
}

async function keepEdit(
  tx: Parameters<typeof chunkOfRow>[0],
  importId: number,
  rowNo: number,
  edit: Record<string, string>,
): Promise<void> {
  const key = { import_id: importId, kind: 'edit', row_no: rowNo };
  const known: { detail: string } | undefined = await tx('import_rows').where(key).first('detail');
  const [row] = known ? [] : await tx('import_rows').where({ import_id: importId, kind: 'edit' }).count({ count: '*' });
  if (Number(row?.['count'] ?? 0) >= mostEdits)
    throw new AppError('conflict', 'Too many rows were corrected; correct the file instead.', {
      details: { reason: 'too_many_edits' },
    });
  const detail = JSON.stringify({ ...(known ? JSON.parse(known.detail) : {}), ...edit });
  await tx('import_rows')
    .insert({ ...key, detail })
    .onConflict(['import_id', 'kind', 'row_no'])
    .merge({ detail });
}
