import type { RequestHandler } from 'express';
import { AppError } from '../lib/errors.js';

/**
 * The public API may be called from any site, and never with credentials: no cookie is read there, so `*` gives nothing away
 * (ATTACKS S84). Where the business names the sites that may show its booking, pages of all others are refused, and each answer is
 * for the site that asked alone (S85). Only browsers keep to this: a program calls as it likes, and sends no origin.
 * `onForeign` is told of the pages of other sites that are let in.
 */
export const publicCors =
  (allowedSites: () => Promise<readonly string[]>, onForeign: (origin: string) => void): RequestHandler =>
  (request, response, next) => {
    const admit = (sites: readonly string[]): void => {
      const { origin } = request.headers;
      if (sites.length > 0) {
        response.vary('origin');
        if (origin !== undefined && !sites.includes(origin) && hostOf(origin) !== request.headers.host)
          throw new AppError('cross_site', 'This site may not show this booking.');
      }
      if (origin !== undefined && hostOf(origin) !== request.headers.host) onForeign(origin);
      const admitted = sites.length === 0 ? '*' : origin;
      if (admitted) response.setHeader('access-control-allow-origin', admitted);
      response.setHeader('access-control-expose-headers', 'Retry-After');
      if (request.method !== 'OPTIONS') {
        next();
        return;
      }
      response.writeHead(204, {
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': 'Content-Type, Idempotency-Key, Authorization',
        'access-control-max-age': sites.length === 0 ? '86400' : '600',
      });
      response.end();
    };
    allowedSites().then(admit).catch(next);
  };

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);
