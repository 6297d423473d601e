import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Log } from '../lib/log.js';

/** Tokens that stand in an address, since mail programs and downloads send nothing else: they open something, so no log has them. */
const longSegment = /[^/]{32,}/g;

/** The path as it may be logged (ATTACKS S105, S114). Ours have names and numbers in them, and nothing else that is as long. */
export const loggedPath = (path: string): string =>
  /^\/(?:api|links)\//.test(path) ? path.replace(longSegment, '[redacted]') : path;

/** One line a request: never its query, body or headers, which may hold a person's data. */
export function logRequests(log: Log): RequestHandler {
  return (request, response, next) => {
    const requestId = randomUUID();
    response.setHeader('x-request-id', requestId);
    const began = performance.now();
    response.on('finish', () => {
      const level = response.statusCode >= 500 ? 'error' : request.path.startsWith('/api/') ? 'info' : 'debug';
      log[level](
        {
          requestId,
          method: request.method,
          path: loggedPath(request.path),
          status: response.statusCode,
          ms: Math.round(performance.now() - began),
        },
        'request',
      );
    });
    next();
  };
}
