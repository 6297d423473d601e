import { ApiError } from '../../../widget/kit/api.js';
import { useAdmin } from '../../admin-context.js';
import { errorWords } from '../../error-words.js';
import type { CustomerRecord } from '../detail/detail-types.js';
import type { Login } from './login-draft.js';

/** Disables the login of a customer, or enables it again; said with a way back. */
export function useLoginStatus({ number }: CustomerRecord, onChanged: () => void) {
  const { api, words, toasts, sessionEnded } = useAdmin();
  const { t } = words;
  const set = async (status: Login['status'], undoable = true): Promise<void> => {
    try {
      const params = { number: String(number) };
      const { email } = await api.call('PATCH /customers/:number/login', { params, body: { status } });
      const text = t(status === 'disabled' ? 'login.disabled' : 'login.enabled', { email });
      const back = status === 'disabled' ? 'active' : 'disabled';
      toasts.show({ text, ...(undoable ? { undo: () => set(back, false) } : {}) });
      onChanged();
    } catch (error) {
      if (error instanceof ApiError && error.code === 'not_signed_in') return sessionEnded();
      const isShared = error instanceof ApiError && error.code === 'forbidden';
      toasts.show({ kind: 'danger', text: isShared ? t('login.shared') : errorWords(words, error) });
    }
  };
  return set;
}
