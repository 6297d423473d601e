import { ApiError } from '../../../widget/kit/api.js';
import type { AdminWords, WordKey } from '../../admin-words.js';
import { errorWords } from '../../error-words.js';

const byStatus: Record<string, WordKey> = {
  active: 'trash.isActive',
  trashed: 'trash.isTrashed',
  merged: 'trash.isMerged',
  erased: 'trash.isErased',
};

/** What a person reads when somebody else was faster with this customer, and otherwise the common words. */
export function trashErrorWords(words: AdminWords, error: unknown): string {
  const status = error instanceof ApiError && error.code === 'conflict' ? error.details['status'] : undefined;
  const key = byStatus[String(status)];
  return key ? words.t(key as 'trash.isActive') : errorWords(words, error);
}
