import { stringify } from 'csv-stringify/sync';
import type { Db } from '../../db/connect.js';
import type { Actor } from '../../lib/actor.js';
import type { Download } from '../../lib/endpoint.js';
import { guard } from '../export/spreadsheet-safe.js';
import type { ImportRow } from './import-row.js';
import { columnsOf, findImport } from './import-row.js';
import { reasonText, reasonTitle } from './reason-words.js';
import { rowsOf } from './rows-page.js';

/**
 * The rows that can't be, or were not, imported, as a file like the one that came: the same delimiter and columns, and one more that
 * says what is wrong. UTF-8 with its mark, which spreadsheets want. One packet at a time is in memory.
 */
export async function refusedRows(db: Db, actor: Actor, id: number, language: string): Promise<Download> {
  const row = await findImport(db, actor, id);
  const body = refusedLines(db, row, language);
  return { media: 'text/csv; charset=utf-8', fileName: `refused-${id}.csv`, body };
}

async function* refusedLines(db: Db, row: ImportRow, language: string): AsyncGenerator<string> {
  const names = columnsOf(row).map(({ name }) => name);
  const write = (lines: string[][]): string =>
    stringify(
      lines.map((cells) => cells.map(guard)),
      { delimiter: row.delimiter, record_delimiter: '\r\n' },
    );
  yield `\uFEFF${write([[...names, reasonTitle(language)]])}`;
  const chunks: { chunk: number }[] = await db('import_chunks')
    .where({ import_id: row.id })
    .andWhere('n_error', '>', 0)
    .orderBy('chunk')
    .select('chunk');
  for (const { chunk } of chunks) {
    const rows = await rowsOf(db, row.id, chunk, 'error');
    yield write(
      rows.map(({ cells, outcome }) => {
        const whole = names.map((_, at) => cells[at] ?? '');
        const reasons = (outcome.issues ?? []).map((issue) => reasonText(language, issue, names));
        return [...whole, reasons.join('; ')];
      }),
    );
  }
}
