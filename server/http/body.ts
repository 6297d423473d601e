import type { RequestHandler } from 'express';
import express from 'express';
import { AppError } from '../lib/errors.js';
import { parseStrictJson } from './strict-json.js';

/** Largest request body of an endpoint that takes JSON. */
export const bodyLimit = 64 * 1024;

// Compressed bodies are refused: nobody needs one at this size, and a bomb is one (ATTACKS S108).
const readRaw = express.raw({ type: () => true, limit: bodyLimit, inflate: false });

/**
 * Reads a JSON body into `request.body`. Other media types answer 415, so that a form on another site can't send one without
 * the browser asking first (ATTACKS S83).
 */
export const jsonBody: RequestHandler = (request, response, next) => {
  const [media, ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  if (media?.trim() !== 'application/json' || (charset !== undefined && !/^charset="?utf-8"?$/.test(charset))) {
    next(new AppError('unsupported_media_type', 'Send the body as application/json in UTF-8.'));
    return;
  }
  readRaw(request, response, (error?: unknown) => {
    if (error) return next(bodyError(error));
    try {
      request.body = parseStrictJson(decode(request.body));
      next();
    } catch (refusal) {
      next(refusal);
    }
  });
};

function decode(body: unknown): string {
  if (!Buffer.isBuffer(body)) throw new AppError('invalid_request', 'The request has no body.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch (cause) {
    throw new AppError('invalid_request', 'The request body is not valid UTF-8.', { cause });
  }
}

function bodyError(error: unknown): unknown {
  const { type } = error as { type?: string };
  if (type === 'entity.too.large')
    return new AppError('payload_too_large', 'The request body is too large.', { cause: error });
  if (type === 'encoding.unsupported')
    return new AppError('unsupported_media_type', 'Send the body without compression.', { cause: error });
  if (typeof type === 'string')
    return new AppError('invalid_request', 'The request body could not be read.', { cause: error });
  return error;
}
