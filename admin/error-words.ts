import { ApiError } from '../widget/kit/api.js';
import type { AdminWords, WordKey } from './admin-words.js';

const keys: Record<string, WordKey> = {
  offline: 'error.offline',
  timeout: 'error.timeout',
  unreachable: 'error.unreachable',
  too_many_requests: 'error.tooMany',
  forbidden: 'error.forbidden',
  not_found: 'error.notFound',
  already_decided: 'error.decided',
};

/** What a person reads about a failed call: what happened and what to do. */
export function errorWords({ t }: AdminWords, error: unknown): string {
  const key = error instanceof ApiError ? keys[error.code] : undefined;
  return t((key ?? 'error.other') as 'error.other');
}
