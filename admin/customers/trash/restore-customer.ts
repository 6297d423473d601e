import { ApiError } from '../../../widget/kit/api.js';
import type { Admin } from '../../admin-context.js';
import { trashErrorWords } from './trash-error-words.js';

/** Takes a customer out of the trash and says so; `onDone` when it is out. */
export async function restoreCustomer(
  { api, words, toasts, sessionEnded }: Admin,
  { number, name }: { number: number; name: string },
  onDone: () => void,
): Promise<void> {
  try {
    await api.call('DELETE /customers/:number/trash', { params: { number: String(number) } });
    toasts.show({ text: words.t('trash.restored', { name }) });
    onDone();
  } catch (error) {
    if (error instanceof ApiError && error.code === 'not_signed_in') return sessionEnded();
    toasts.show({ kind: 'danger', text: trashErrorWords(words, error) });
  }
}
