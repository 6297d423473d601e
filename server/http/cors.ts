import type { RequestHandler } from 'express';

/**
 * The public API may be called from any site, and never with credentials: no cookie is read there, so `*` gives nothing away
 * (ATTACKS S84).
 */
export const publicCors: RequestHandler = (request, response, next) => {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-expose-headers', 'Retry-After');
  if (request.method !== 'OPTIONS') return next();
  response.writeHead(204, {
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'Content-Type, Idempotency-Key, Authorization',
    'access-control-max-age': '86400',
  });
  response.end();
};
