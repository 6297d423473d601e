import { parse } from 'csv-parse';
import { AppError } from '../../lib/errors.js';
import type { Delimiter } from './delimiter-rules.js';

/** What a file may be at most (ATTACKS S93). A cell is counted in characters. */
export const fileLimits = {
  bytes: 100 * 1024 * 1024,
  rows: 1_000_000,
  columns: 200,
  cell: 32 * 1024,
  /** Characters of one row: a quote that is never closed is noticed after as many. */
  row: 1024 * 1024,
} as const;

/** Why a file as a whole is refused. */
export type FileReason =
  | 'empty'
  | 'too_many_rows'
  | 'too_many_columns'
  | 'cell_too_long'
  | 'row_too_long'
  | 'open_quote'
  | 'broken_quote'
  | 'nul'
  | 'encoding'
  | 'packed';

/** The error of a file that can't be read, with its line where one is at fault. */
export const fileRefused = (reason: FileReason, line?: number): AppError =>
  new AppError('invalid_request', 'This file can’t be read as a table.', {
    field: 'file',
    details: { reason, ...(line === undefined ? {} : { line }) },
  });

/** Line of the file in which a row ends (the first is 1), and its cells. */
export interface FileRow {
  line: number;
  cells: string[];
}

/**
 * Takes a text apart that comes in pieces: `push` answers the rows that are complete. Line ends may be of all three kinds, mixed; rows
 * of empty cells are left out; a quote inside a cell that is not quoted is text. Throws `invalid_request` with `details.reason`.
 */
export function csvReader(delimiter: Delimiter): {
  push(text: string): Promise<FileRow[]>;
  end(): Promise<FileRow[]>;
} {
  let rows: FileRow[] = [];
  let failed: Error | null = null;
  let lastLine = 0;
  let count = 0;
  /** Rows that ended, empty ones too, and characters since the last of them. */
  let ended = 0;
  let open = 0;
  const parser = parse({
    delimiter,
    quote: '"',
    escape: '"',
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: fileLimits.row,
    on_record: (cells: string[], { lines }: { lines: number }) => {
      lastLine = lines;
      ended += 1;
      if (cells.length > fileLimits.columns) throw fileRefused('too_many_columns', lines);
      if (cells.every((cell) => cell.trim() === '')) return null;
      count += 1;
      // The first row may be a header.
      if (count > fileLimits.rows + 1) throw fileRefused('too_many_rows', lines);
      for (const cell of cells) {
        if (cell.length > fileLimits.cell) throw fileRefused('cell_too_long', lines);
        if (cell.includes('\0')) throw fileRefused('nul', lines);
      }
      rows.push({ line: lines, cells });
      return null;
    },
  });
  parser.on('error', (error) => {
    failed ??= error;
  });
  // Nothing comes out, since rows are taken as they are made; still the end of the stream wants a reader.
  parser.resume();
  const taken = (): FileRow[] => {
    if (failed) throw asRefusal(failed, lastLine);
    const complete = rows;
    rows = [];
    return complete;
  };
  /** The parser counts the characters of cells: a row of nothing but delimiters is as long as memory. */
  const insistOnEnds = (text: string, before: number): void => {
    open = endedNow() > before ? text.length : open + text.length;
    if (open > fileLimits.row + text.length) failed ??= fileRefused('row_too_long', lastLine + 1);
  };
  const endedNow = (): number => ended + parser.info.empty_lines;
  return {
    push: (text) =>
      new Promise((resolve, reject) => {
        if (failed) return reject(asRefusal(failed, lastLine));
        const before = endedNow();
        parser.write(text, (error) => {
          failed ??= error ?? null;
          insistOnEnds(text, before);
          settle(resolve, reject, taken);
        });
      }),
    end: () =>
      new Promise((resolve, reject) => {
        if (failed) return reject(asRefusal(failed, lastLine));
        parser.once('error', (error) => reject(asRefusal(error, lastLine)));
        parser.once('end', () => settle(resolve, reject, taken));
        parser.end();
      }),
  };
}

function settle<T>(resolve: (value: T) => void, reject: (error: unknown) => void, work: () => T): void {
  try {
    resolve(work());
  } catch (error) {
    reject(error);
  }
}

function asRefusal(error: Error, line: number): Error {
  if (error instanceof AppError) return error;
  const code = (error as Error & { code?: string }).code ?? '';
  if (code === 'CSV_QUOTE_NOT_CLOSED') return fileRefused('open_quote', line + 1);
  if (code === 'CSV_MAX_RECORD_SIZE') return fileRefused('row_too_long', line + 1);
  if (code.startsWith('CSV_')) return fileRefused('broken_quote', line + 1);
  return error;
}
