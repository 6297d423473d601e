import type { RequestHandler } from 'express';
import { AppError } from '../lib/errors.js';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses changes that another site's page sends with our cookie (ATTACKS S83). Browsers say where a request comes from in
 * Sec-Fetch-Site, older ones in Origin; a request with neither is no browser's.
 */
export function sameOrigin(publicUrl: string): RequestHandler {
  return (request, _response, next) => {
    if (safe.has(request.method)) return next();
    const site = request.headers['sec-fetch-site'];
    const { origin } = request.headers;
    const own =
      site !== undefined
        ? site === 'same-origin'
        : origin === undefined || origin === publicUrl || hostOf(origin) === request.headers.host;
    next(own ? undefined : new AppError('cross_site', 'This request came from another site.'));
  };
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);
