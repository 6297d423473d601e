import { AppError } from '../../server/lib/errors.js';

/** What a promise was refused with, as `code` or `code field`; `accepted` when it was not. Other errors go on. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'accepted';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.field ? `${error.code} ${error.field}` : error.code;
  }
}
