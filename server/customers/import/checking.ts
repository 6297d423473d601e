import { transact } from '../../db/transact.js';
import { breather } from '../../lib/courtesy.js';
import type { Chunk } from './chunk-store.js';
import { chunkCharacters, chunkRows, packChunk } from './chunk-store.js';
import type { FileRow } from './csv-reading.js';
import { csvReader } from './csv-reading.js';
import { decideRows } from './deciding.js';
import type { ImportDeps } from './deps.js';
import { decoderOf } from './encoding.js';
import type { ImportRow } from './import-row.js';
import type { Lease } from './lease.js';
import { hold } from './lease.js';
import { countOutcomes } from './outcome-rules.js';
import { ownPreset } from './own-file.js';
import { readPieces } from './pieces.js';
import { forgetChunks } from './removing.js';
import { cellsAsMeant, rowReader } from './row-plan.js';
import { createSeen } from './seen.js';

const noCounts = { n_new: 0, n_update: 0, n_skip: 0, n_error: 0, n_done: 0, next_chunk: 0 };

/**
 * The dry run: reads the whole file by the import's settings, decides every row by who is there now, and keeps the rows in packets
 * with what became of them. It begins anew when it was cut off; nothing of the customers is written.
 */
export async function checkImport(deps: ImportDeps, row: ImportRow, lease: Lease): Promise<void> {
  const { db, clock } = deps;
  const { customerFields } = await deps.forms();
  const read = rowReader(row, customerFields, clock.now());
  const edits = await editsOf(deps, row.id);
  const seen = createSeen(row.total);
  const pause = breather();
  await transact(db, (tx) => hold(tx, lease, clock.now(), {}, noCounts));
  await forgetChunks(db, row.id);
  let waiting: FileRow[] = [];
  let characters = 0;
  let chunk = 0;
  let rows = 0;
  let isFirst = row.header === 1;

  const keep = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const lines = waiting.map(({ line }) => line);
    const cells = waiting.map((one, at) => cellsAsMeant(one.cells, row.preset === ownPreset, edits.get(rows + at + 1)));
    waiting = [];
    characters = 0;
    const toDecide = cells.map(read);
    const decided = await decideRows(db, row, toDecide, (key) => seen.add(key));
    const made: Chunk = {
      ...{ chunk, firstRow: rows + 1, lines, cells },
      outcomes: decided.map(({ outcome }) => outcome),
      ready: toDecide.map(({ ready }, at) => (decided[at]?.outcome.kind === 'error' ? null : ready)),
    };
    const packed = await packChunk(row.id, made);
    const counts = countOutcomes(made.outcomes);
    await transact(db, async (tx) => {
      await hold(
        tx,
        lease,
        clock.now(),
        { next_chunk: chunk },
        {
          next_chunk: chunk + 1,
          n_done: rows + cells.length,
          n_new: tx.raw('n_new + ?', [counts.new]),
          n_update: tx.raw('n_update + ?', [counts.update]),
          n_skip: tx.raw('n_skip + ?', [counts.skip]),
          n_error: tx.raw('n_error + ?', [counts.error]),
        },
      );
      await tx('import_chunks').insert(packed);
    });
    chunk += 1;
    rows += cells.length;
    await pause();
  };

  const take = async (found: FileRow[]): Promise<void> => {
    for (const one of found) {
      if (isFirst) {
        isFirst = false;
        continue;
      }
      waiting.push(one);
      for (const cell of one.cells) characters += cell.length;
      if (waiting.length >= chunkRows || characters >= chunkCharacters) await keep();
    }
  };

  const reader = csvReader(row.delimiter);
  const decoder = decoderOf(row.encoding);
  for await (const piece of readPieces(db, row.id)) {
    await take(await reader.push(decoder.text(piece)));
    await pause();
  }
  await take(await reader.push(decoder.end()));
  await take(await reader.end());
  await keep();
  await transact(db, (tx) =>
    hold(tx, lease, clock.now(), {}, { status: 'checked', total: rows, n_done: rows, next_chunk: 0, failure: null }),
  );
}

async function editsOf({ db }: ImportDeps, importId: number): Promise<Map<number, Record<string, string>>> {
  const rows: { row_no: number; detail: string }[] = await db('import_rows')
    .where({ import_id: importId, kind: 'edit' })
    .select('row_no', 'detail');
  return new Map(rows.map((row) => [row.row_no, JSON.parse(row.detail)]));
}
