import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Log } from '../lib/log.js';

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
          path: request.path,
          status: response.statusCode,
          ms: Math.round(performance.now() - began),
        },
        'request',
      );
    });
    next();
  };
}
