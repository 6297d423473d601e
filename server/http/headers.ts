import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '../config.js';

const hsts = (config: Pick<Config, 'publicUrl'>) =>
  config.publicUrl.startsWith('https:') ? { maxAge: 31_536_000, includeSubDomains: false } : false;

/** Headers of API answers: nothing is cached, framed or run (ATTACKS S86, S118). */
export function apiHeaders(
  config: Pick<Config, 'publicUrl'>,
  resourcePolicy: 'same-origin' | 'cross-origin',
): RequestHandler {
  const guard = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    crossOriginResourcePolicy: { policy: resourcePolicy },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: hsts(config),
  });
  return (request, response, next) => {
    response.setHeader('cache-control', 'no-store');
    guard(request, response, next);
  };
}

/** Headers of our own pages: scripts and styles of this site alone, never in a frame (ATTACKS S51, S86). */
export function pageHeaders(config: Pick<Config, 'publicUrl'>): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'https:'],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        frameSrc: ["'self'"],
        formAction: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: hsts(config),
  });
}
