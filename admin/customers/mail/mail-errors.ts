import { ApiError } from '../../../widget/kit/api.js';
import type { AdminWords } from '../../admin-words.js';
import { errorWords } from '../../error-words.js';

export interface MailProblem {
  /** The field at fault; null: the whole mail. */
  field: 'subject' | 'text' | null;
  words: string;
}

/** What a person reads when a mail is refused: what is wrong, and where. */
export function mailProblem(words: AdminWords, error: unknown): MailProblem {
  const { t } = words;
  if (!(error instanceof ApiError)) return { field: null, words: errorWords(words, error) };
  const { code, field, details } = error;
  const named = typeof details['placeholder'] === 'string' ? details['placeholder'] : null;
  if (code === 'invalid_request' && (field === 'subject' || field === 'text')) {
    if (named === null) return { field, words: t(field === 'subject' ? 'mail.subjectWrong' : 'mail.textWrong') };
    return { field, words: named === '' ? t('mail.braces') : t('mail.noPlaceholder', { name: `{{ ${named} }}` }) };
  }
  if (code === 'conflict' && details['reason'] === 'no_email') return { field: null, words: t('mail.noAddress') };
  if (code === 'conflict' && details['reason'] === 'nobody_subscribed') return { field: null, words: t('mail.nobody') };
  if (code === 'conflict' && typeof details['status'] === 'string') return { field: null, words: t('mail.notInUse') };
  if (code === 'too_many_requests' && details['most'] !== undefined) return { field: null, words: t('mail.enough') };
  return { field: null, words: errorWords(words, error) };
}
