import { ApiError } from '../../../widget/kit/api.js';
import type { Admin } from '../../admin-context.js';
import { errorWords } from '../../error-words.js';

/** Takes a bulk action back and says how far that went; `onDone` when it is taken back. */
export async function undoBulk(
  { api, words, toasts, sessionEnded }: Admin,
  id: number,
  onDone: () => void,
): Promise<void> {
  const { t } = words;
  try {
    const { done, skipped } = await api.call('POST /customers/bulk/:id/undo', { params: { id: String(id) }, body: {} });
    const text =
      skipped > 0 ? t('trash.bulk.undoneSome', { done, count: skipped }) : t('trash.bulk.undone', { count: done });
    toasts.show({ text, kind: skipped > 0 ? 'danger' : 'good' });
    onDone();
  } catch (error) {
    if (error instanceof ApiError && error.code === 'not_signed_in') return sessionEnded();
    const reason = error instanceof ApiError ? error.details['reason'] : undefined;
    const known =
      reason === 'undone' ? t('trash.bulk.undoneAlready') : reason === 'too_late' && t('trash.bulk.tooLate');
    toasts.show({ kind: 'danger', text: known || errorWords(words, error) });
  }
}
