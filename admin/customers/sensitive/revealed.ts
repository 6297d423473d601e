import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../../../widget/kit/api.js';
import { useAdmin } from '../../admin-context.js';
import { errorWords } from '../../error-words.js';

/** Milliseconds that a value stays readable. */
const shownFor = 30_000;

export interface Revealed {
  value: string | null;
  busy: boolean;
  reveal(): Promise<void>;
  hide(): void;
}

/** A sensitive value in full, for half a minute and only while this window is looked at (ATTACKS S115). */
export function useRevealed(number: number, field: string): Revealed {
  const { api, words, toasts, sessionEnded } = useAdmin();
  const [value, setValue] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const hide = () => setValue(null);

  useEffect(hide, [number, field]);
  useEffect(() => {
    if (value === null) return;
    const timer = setTimeout(hide, shownFor);
    window.addEventListener('blur', hide);
    document.addEventListener('visibilitychange', hide);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('blur', hide);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [value]);

  const reveal = async () => {
    setBusy(true);
    try {
      const answer = await api.call('POST /customers/:number/disclosure', {
        params: { number: String(number) },
        body: { field },
      });
      setValue(answer.value);
    } catch (error) {
      if (error instanceof ApiError && error.code === 'not_signed_in') return sessionEnded();
      toasts.show({ kind: 'danger', text: errorWords(words, error) });
    }
    setBusy(false);
  };
  return { value, busy, reveal, hide };
}
