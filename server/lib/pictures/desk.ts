import type { Readable } from 'node:stream';
import { AppError } from '../errors.js';
import type { EncodedPicture } from './encode.js';
import { encodePicture } from './encode.js';

/** Uploads that may be in hand at once, each of at most 10 MB; who comes beyond them is asked to come again. */
const seats = 8;

/**
 * Where pictures are handed in: read to their end side by side, decoded one after the other, so that a crowd of uploads costs time and
 * not the server's memory (ATTACKS S97, S112).
 */
export function createPictureDesk(encode: (bytes: Buffer) => Promise<EncodedPicture> = encodePicture) {
  let taken = 0;
  let last: Promise<unknown> = Promise.resolve();
  return async (upload: Readable): Promise<EncodedPicture> => {
    if (taken >= seats)
      throw new AppError('overloaded', 'Many pictures are being sent just now. Please try again.', { retryAfter: 5 });
    taken += 1;
    try {
      const bytes = await readAll(upload);
      const turn = last.then(() => encode(bytes));
      last = turn.catch(() => {});
      return await turn;
    } finally {
      taken -= 1;
    }
  };
}

/** The upload stream itself fails with `payload_too_large` beyond its limit. */
async function readAll(upload: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of upload) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
