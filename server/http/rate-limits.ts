import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { LimitName } from '../lib/endpoint.js';
import { AppError } from '../lib/errors.js';

/** Requests a minute from one address (an IPv6 network counts as one). */
const perMinute: Record<LimitName, number> = {
  read: 600,
  write: 120,
  book: 20,
  'sign-in': 20,
  upload: 30,
  export: 20,
};

export type RateLimits = Record<LimitName, RequestHandler>;

/**
 * One limiter a name, in the memory of this process: a guard of the machine. What must hold across servers (failed sign-ins of
 * an account) is counted in the database by the feature itself.
 */
export function createRateLimits(enabled: boolean): RateLimits {
  const limiter = (name: LimitName): RequestHandler => {
    if (!enabled) return (_request, _response, next) => next();
    return rateLimit({
      windowMs: 60_000,
      limit: perMinute[name],
      standardHeaders: false,
      legacyHeaders: false,
      handler: (_request, _response, next) =>
        next(new AppError('too_many_requests', 'Too many requests. Please wait a moment.', { retryAfter: 60 })),
    });
  };
  return {
    read: limiter('read'),
    write: limiter('write'),
    book: limiter('book'),
    'sign-in': limiter('sign-in'),
    upload: limiter('upload'),
    export: limiter('export'),
  };
}
