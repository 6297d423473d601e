import { ApiError } from '../../widget/kit/api.js';
import { useAdmin } from '../admin-context.js';
import { errorWords } from '../error-words.js';

export type Attempt = (
  work: () => Promise<unknown>,
  explain?: (error: ApiError) => string | undefined,
) => Promise<boolean>;

/** Does something and loads anew; says in a toast when it fails, takes back what was shown ahead, and answers whether it worked. */
export function useAttempt(reload: () => void, takeBack: () => void): Attempt {
  const { words, toasts, sessionEnded } = useAdmin();
  return async (work, explain) => {
    try {
      await work();
      reload();
      return true;
    } catch (error) {
      if (error instanceof ApiError && error.code === 'not_signed_in') sessionEnded();
      else {
        const known = error instanceof ApiError ? explain?.(error) : undefined;
        const stale = error instanceof ApiError && error.code === 'stale' ? words.t('catalog.stale') : undefined;
        toasts.show({ kind: 'danger', text: known ?? stale ?? errorWords(words, error) });
        takeBack();
        reload();
      }
      return false;
    }
  };
}
