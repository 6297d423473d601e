import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { transact } from '../../db/transact.js';
import type { Actor } from '../../lib/actor.js';
import { breather } from '../../lib/courtesy.js';
import { sha256 } from '../../lib/ids.js';
import { csvReader, fileLimits, fileRefused } from './csv-reading.js';
import { detectDelimiter } from './delimiter-rules.js';
import type { ImportDeps } from './deps.js';
import type { Encoding } from './encoding.js';
import { encodingByHead, structureDecoder, utf8Watch } from './encoding.js';
import { accountIdOf } from './import-row.js';
import { inPieces, keepPiece } from './pieces.js';
import { removeImport } from './removing.js';
import type { Understanding } from './understanding.js';
import { firstRows, rememberedMapping, understand } from './understanding.js';

/**
 * Takes a file in, piece by piece: each is kept in the database as it came and taken apart at once, so that what can't be read is
 * refused at the line where that shows (ATTACKS S93). Answers the new import's id. AppErrors: `invalid_request` with
 * `details.reason`, `payload_too_large`. After any of them nothing is left of the file.
 */
export async function takeUpload(deps: ImportDeps, actor: Actor, file: Readable, fileName: string): Promise<number> {
  const { db, clock, record } = deps;
  const { country } = await deps.forms();
  const at = clock.now();
  const [id] = await transact(db, (tx) =>
    tx('imports').insert({
      ...{ account_id: accountIdOf(actor), status: 'staged', file_name: fileName, bytes: 0, country },
      ...{
        encoding: 'utf-8',
        delimiter: ',',
        header: 0,
        date_order: 'DMY',
        columns_read: '[]',
        head: '[]',
        mapping: '[]',
      },
      ...{ policy: 'skip', match_by: 'person', created_at: at, touched_at: at },
    }),
  );
  const importId = Number(id);
  try {
    const found = await readThrough(deps, importId, file.iterator({ destroyOnReturn: false }));
    const rows = (await firstRows(found.head, found, found.bytes === found.head.length)).map(({ cells }) => cells);
    // A first row that was a header before is one again, whatever it looks like.
    const named = understand(rows, true, country);
    const remembered = await rememberedFor(deps, named);
    const understood = remembered ? named : understand(rows, null, country);
    const { preset, columns, header } = understood;
    const total = found.rows - (header ? 1 : 0);
    if (total <= 0) throw fileRefused('empty');
    await transact(db, async (tx) => {
      await tx('imports')
        .where({ id: importId })
        .update({
          ...{ bytes: found.bytes, encoding: found.encoding, delimiter: found.delimiter, preset, total },
          ...{ header: header ? 1 : 0, date_order: remembered?.dateOrder ?? understood.dateOrder },
          ...{ columns_read: JSON.stringify(columns), head: JSON.stringify(understood.head) },
          ...{ mapping: JSON.stringify(remembered?.mapping ?? understood.mapping), remembered: remembered ? 1 : 0 },
        });
      const values = { bytes: found.bytes, rows: total };
      await record(tx, [{ at, actor, action: 'customer.import_uploaded', subject: `import:${importId}`, values }]);
    });
    return importId;
  } catch (error) {
    await removeImport(db, importId);
    // Whoever is still sending reads the answer only afterwards; cut off, a browser would know of no reason.
    await finished(file.resume()).catch(() => {});
    throw error;
  }
}

interface Found {
  bytes: number;
  encoding: Encoding;
  delimiter: ReturnType<typeof detectDelimiter>;
  rows: number;
  head: Buffer;
}

/** Reads a file to its end: keeps its pieces, counts its rows, holds its limits. */
async function readThrough({ db }: ImportDeps, importId: number, file: AsyncIterable<Buffer>): Promise<Found> {
  const pause = breather();
  const proper = utf8Watch();
  let found: Omit<Found, 'encoding' | 'bytes' | 'rows'> | null = null;
  let reader: ReturnType<typeof csvReader> | null = null;
  let decoder: ReturnType<typeof structureDecoder> | null = null;
  let byHead: ReturnType<typeof encodingByHead> = { encoding: null, marked: false };
  let bytes = 0;
  let rows = 0;
  let piece = 0;
  for await (const part of inPieces(file)) {
    if (found === null) {
      refusePacked(part);
      byHead = encodingByHead(part);
      decoder = structureDecoder(byHead.encoding);
      found = {
        head: part,
        delimiter: detectDelimiter(structureDecoder(byHead.encoding).text(part.subarray(0, 65_536))),
      };
      reader = csvReader(found.delimiter);
    }
    bytes += part.length;
    if (bytes > fileLimits.bytes) throw fileRefused('too_many_rows');
    const wide = byHead.encoding === 'utf-16le' || byHead.encoding === 'utf-16be';
    if (!wide) {
      if (part.includes(0)) throw fileRefused('nul');
      proper.add(part);
    }
    rows += (await reader!.push(decoder!.text(part))).length;
    await keepPiece(db, importId, piece, part);
    piece += 1;
    await pause();
  }
  if (found === null || reader === null) throw fileRefused('empty');
  rows += (await reader.push(decoder!.end())).length + (await reader.end()).length;
  if (byHead.encoding === 'utf-8' && !proper.holds()) throw fileRefused('encoding');
  return { ...found, bytes, rows, encoding: byHead.encoding ?? (proper.holds() ? 'utf-8' : 'windows-1252') };
}

/** How spreadsheets, archives, compressed files and PDFs begin, in hex: the wrong file was chosen (ATTACKS S93). */
const packedStarts = ['504b0304', '1f8b', 'd0cf11e0', '25504446', '425a68', '377abcaf', '52617221', '28b52ffd'];

function refusePacked(head: Buffer): void {
  const start = head.subarray(0, 4).toString('hex');
  if (packedStarts.some((mark) => start.startsWith(mark))) throw fileRefused('packed');
}

async function rememberedFor({ db }: ImportDeps, { headerText, columns }: Understanding) {
  if (headerText === null) return null;
  const row = await db('import_mappings')
    .where({ header_hash: sha256(headerText) })
    .first();
  const mapping = row ? rememberedMapping(row.mapping, columns.length) : null;
  return mapping === null ? null : { mapping, dateOrder: row.date_order };
}
