import type { Db, Tx } from '../../db/connect.js';
import type { Outcome } from './outcome-rules.js';
import { countOutcomes } from './outcome-rules.js';
import { pack, unpack } from './packing.js';
import type { ReadyRow } from './ready-row.js';

/**
 * Rows of a packet, and about how many characters end it earlier. One packet is one transaction: on the embedded database whoever
 * writes meanwhile waits for it, some 0.3 s; packets of 500 rows would write the same pages of the indexes twice as often.
 */
export const chunkRows = 2000;
export const chunkCharacters = 512 * 1024;

/** A packet of rows as the code knows it. Rows are numbered from 1, headers not counted. */
export interface Chunk {
  chunk: number;
  firstRow: number;
  /** Line of the file in which each row ends. */
  lines: number[];
  cells: string[][];
  outcomes: Outcome[];
  /** What is to be written, where a row can be. */
  ready: (ReadyRow | null)[];
}

interface ChunkRow {
  chunk: number;
  first_row: number;
  cells: Uint8Array;
  outcomes: Uint8Array;
  ready: Uint8Array;
}

/** What of a packet is written again when the outcomes of its rows change. */
export interface PackedOutcomes {
  outcomes: Buffer;
  customer_ids: string;
  n_new: number;
  n_update: number;
  n_skip: number;
  n_error: number;
  n_kept: number;
}

export async function packOutcomes(list: readonly Outcome[]): Promise<PackedOutcomes> {
  const counts = countOutcomes(list);
  const numbers = list.flatMap(({ customer }) => (customer === undefined ? [] : [customer]));
  return {
    outcomes: await pack(list),
    customer_ids: numbers.length > 0 ? `,${numbers.join(',')},` : '',
    n_new: counts.new,
    n_update: counts.update,
    n_skip: counts.skip,
    n_error: counts.error,
    n_kept: list.filter(({ kept }) => kept).length,
  };
}

/** A packet ready to be inserted. */
export async function packChunk(importId: number, chunk: Chunk): Promise<Record<string, unknown>> {
  const [cells, ready, outcomes] = await Promise.all([
    pack({ lines: chunk.lines, rows: chunk.cells }),
    pack(chunk.ready),
    packOutcomes(chunk.outcomes),
  ]);
  return {
    import_id: importId,
    chunk: chunk.chunk,
    first_row: chunk.firstRow,
    row_count: chunk.cells.length,
    cells,
    ready,
    ...outcomes,
  };
}

export async function readChunk(db: Db | Tx, importId: number, chunk: number): Promise<Chunk | null> {
  const row: ChunkRow | undefined = await db('import_chunks')
    .where({ import_id: importId, chunk })
    .first('chunk', 'first_row', 'cells', 'outcomes', 'ready');
  return row ? open(row) : null;
}

/** A packet as it is written: without the cells, which the import itself has no use for. */
export type DecidedChunk = Pick<Chunk, 'chunk' | 'firstRow' | 'outcomes' | 'ready'>;

export async function readDecided(db: Db | Tx, importId: number, chunk: number): Promise<DecidedChunk | null> {
  const row: Omit<ChunkRow, 'cells'> | undefined = await db('import_chunks')
    .where({ import_id: importId, chunk })
    .first('chunk', 'first_row', 'outcomes', 'ready');
  if (!row) return null;
  const [outcomes, ready] = await Promise.all([
    unpack<Outcome[]>(row.outcomes),
    unpack<(ReadyRow | null)[]>(row.ready),
  ]);
  return { chunk: row.chunk, firstRow: row.first_row, outcomes, ready };
}

/** What became of the rows of a packet, and nothing else of it. */
export type WrittenChunk = Pick<Chunk, 'chunk' | 'firstRow' | 'outcomes'>;

export async function readWritten(db: Db | Tx, importId: number, chunk: number): Promise<WrittenChunk | null> {
  const row: Pick<ChunkRow, 'chunk' | 'first_row' | 'outcomes'> | undefined = await db('import_chunks')
    .where({ import_id: importId, chunk })
    .first('chunk', 'first_row', 'outcomes');
  return row ? { chunk: row.chunk, firstRow: row.first_row, outcomes: await unpack<Outcome[]>(row.outcomes) } : null;
}

async function open(row: ChunkRow): Promise<Chunk> {
  const [file, outcomes, ready] = await Promise.all([
    unpack<{ lines: number[]; rows: string[][] }>(row.cells),
    unpack<Outcome[]>(row.outcomes),
    unpack<(ReadyRow | null)[]>(row.ready),
  ]);
  return { chunk: row.chunk, firstRow: row.first_row, lines: file.lines, cells: file.rows, outcomes, ready };
}

/** Where a row of the file is. */
export async function chunkOfRow(db: Db | Tx, importId: number, rowNo: number): Promise<Chunk | null> {
  const row: ChunkRow | undefined = await db('import_chunks')
    .where({ import_id: importId })
    .andWhere('first_row', '<=', rowNo)
    .orderBy('chunk', 'desc')
    .first('chunk', 'first_row', 'cells', 'outcomes', 'ready');
  if (!row) return null;
  const chunk = await open(row);
  return rowNo < chunk.firstRow + chunk.cells.length ? chunk : null;
}
