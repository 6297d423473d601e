import type { Db } from '../../db/connect.js';
import { transact } from '../../db/transact.js';
import { packBytes, unpackBytes } from './packing.js';

/** Bytes of a piece of the file before it is compressed. */
export const pieceBytes = 512 * 1024;

/** Keeps one piece of a file. */
export async function keepPiece(db: Db, importId: number, piece: number, bytes: Uint8Array): Promise<void> {
  const data = await packBytes(bytes);
  await transact(db, (tx) => tx('import_pieces').insert({ import_id: importId, piece, data }));
}

/** The file piece by piece: one at a time is in memory. */
export async function* readPieces(db: Db, importId: number): AsyncGenerator<Buffer> {
  for (let piece = 0; ; piece += 1) {
    const row: { data: Uint8Array } | undefined = await db('import_pieces')
      .where({ import_id: importId, piece })
      .first('data');
    if (!row) return;
    yield await unpackBytes(row.data);
  }
}

/** Cuts a stream into pieces of one size. */
export async function* inPieces(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const chunk of source) {
    waiting.push(chunk);
    length += chunk.length;
    if (length < pieceBytes) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(waiting);
}
