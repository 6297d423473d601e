import type { ErrorRequestHandler, RequestHandler } from 'express';
import { AppError } from '../lib/errors.js';
import type { Log } from '../lib/log.js';
import { loggedPath } from './request-log.js';
import { sendJson } from './respond.js';

/** The last handler: every error becomes `{ error: { code, message, field?, details? } }`; unknown ones say nothing of themselves. */
export function answerErrors(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const tell = (what: string): void => {
      const { method, path } = request;
      const requestId = response.getHeader('x-request-id');
      log.error({ err: error, method, path: loggedPath(path), requestId }, what);
    };
    if (response.headersSent) {
      // A download whose source failed halfway. Express itself would print the error beside the log, as it is.
      tell('an answer broke off');
      request.socket.destroy();
      return;
    }
    const known = recognise(error);
    if (known.status >= 500) tell('request failed');
    if (known.retryAfter !== undefined) response.setHeader('retry-after', String(known.retryAfter));
    const { code, message, field, details } = known;
    sendJson(response, known.status, {
      error: { code, message, ...(field ? { field } : {}), ...(details ? { details } : {}) },
    });
  };
}

/** A path that nothing answers. */
export const answerNotFound: RequestHandler = (_request, _response, next) => {
  next(new AppError('not_found', 'There is nothing here.'));
};

const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'PROTOCOL_CONNECTION_LOST',
  'SQLITE_BUSY',
]);
/** Too many connections, server going down, Galera node not ready. */
const awayErrnos = new Set([1040, 1053, 1047]);

const isDatabaseAway = (error: unknown): boolean => {
  const { code, errno } = (error ?? {}) as { code?: string; errno?: number };
  return awayCodes.has(code ?? '') || awayErrnos.has(errno ?? 0);
};

function recognise(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { status, name } = (error ?? {}) as { status?: number; name?: string };
  // Express's own refusals: a path that can't be decoded, for one.
  if (status === 400)
    return new AppError('invalid_request', 'The address of the request is not valid.', { cause: error });
  if (name === 'KnexTimeoutError' || isDatabaseAway(error)) {
    return new AppError('overloaded', 'The server is busy. Please try again.', { cause: error, retryAfter: 2 });
  }
  return new AppError('internal', 'Something went wrong on our side. Please try again.', { cause: error });
}
