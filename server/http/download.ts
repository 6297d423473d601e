import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { Download } from '../lib/endpoint.js';

/**
 * Sends a file piece by piece, no faster than it is read, so that memory stays as it is however long it is (ATTACKS S92, S112).
 * It is never run as part of our site, whatever is in it (S96).
 */
export async function sendDownload(response: Response, status: number, download: Download): Promise<void> {
  const { media, fileName, body, caching } = download;
  response.setHeader('content-security-policy', "sandbox; default-src 'none'; frame-ancestors 'none'");
  if (caching) response.setHeader('cache-control', caching);
  response.writeHead(status, {
    'content-type': media,
    ...(fileName === null ? {} : { 'content-disposition': disposition(fileName) }),
  });
  try {
    await pipeline(Readable.from(body), response);
  } catch (error) {
    // The reader went away, or the source failed halfway: the connection is cut, so that half a file is never taken for one.
    if ((error as { code?: string }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

/** RFC 6266: a plain name for everybody, the real one in UTF-8 beside it. */
function disposition(fileName: string): string {
  const plain = fileName.replace(/[^A-Za-z0-9. _-]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
}
