import { Readable, Transform } from 'node:stream';
import type { Request } from 'express';
import type { Endpoint } from '../lib/endpoint.js';
import { AppError } from '../lib/errors.js';

const tooLarge = (maxBytes: number): AppError =>
  new AppError('payload_too_large', 'The file is too large.', { details: { maxBytes } });

/**
 * The file that a request brings. AppErrors: `unsupported_media_type` when it is none of the wanted kinds, `payload_too_large` at
 * once when the request says so, and from the stream when it turns out so. Compressed bodies are refused (ATTACKS S93).
 */
export function openUpload(
  request: Request,
  { media, maxBytes }: NonNullable<Endpoint['upload']>,
): { upload: Readable; uploadMedia: string } {
  const [type = ''] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const uploadMedia = type.trim();
  if (!media.includes(uploadMedia) || (request.headers['content-encoding'] ?? 'identity') !== 'identity')
    throw new AppError('unsupported_media_type', `Send the file as ${media.join(', ')}.`);
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  let read = 0;
  const upload = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      read += chunk.length;
      if (read > maxBytes) done(tooLarge(maxBytes));
      else done(null, chunk);
    },
  });
  const breakOff = (): void => {
    if (!request.complete) upload.destroy(new AppError('invalid_request', 'The upload broke off.'));
  };
  request.on('close', breakOff);
  // Whoever never reads it must not bring the server down when it fails.
  upload.on('error', () => request.unpipe(upload));
  request.pipe(upload);
  // It may have gone away while we looked who it is: then no event comes any more, and whoever reads would wait for ever.
  if (request.destroyed) breakOff();
  return { upload, uploadMedia };
}

/** What a request without a file has in its place. */
export const noUpload = (): { upload: Readable; uploadMedia: string } => ({
  upload: Readable.from([]),
  uploadMedia: '',
});
