import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ApiError } from '../../widget/kit/api.js';
import { useAdmin } from '../admin-context.js';

export interface Loaded<T> {
  /** What was last loaded; stays while something else is on its way. */
  data: T | undefined;
  /** Why the last try failed. */
  error: unknown;
  waiting: boolean;
  /** What is there belongs to an earlier key. */
  outdated: boolean;
  reload(): void;
}

/** A minute: how long a page that is looked at may lag behind. */
const refreshEvery = 60_000;

/**
 * Loads what `key` stands for, again whenever the key changes, when somebody comes back to the page, and every minute while it is
 * looked at. An ended session is told to the admin, not to the page.
 */
export function useLoad<T>(key: string, load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const { sessionEnded } = useAdmin();
  const [state, setState] = useState<{ key?: string; data?: T; error?: unknown; waiting: boolean }>({ waiting: true });
  const [round, setRound] = useState(0);
  const loader = useRef(load);
  loader.current = load;
  const reload = useCallback(() => setRound((count) => count + 1), []);

  useEffect(() => {
    const abort = new AbortController();
    setState((before) => ({ ...before, waiting: true }));
    loader.current(abort.signal).then(
      (data) => !abort.signal.aborted && setState({ key, data, waiting: false }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        if (error instanceof ApiError && error.code === 'not_signed_in') sessionEnded();
        else setState((before) => ({ ...before, error, waiting: false }));
      },
    );
    return () => abort.abort();
  }, [key, round]);

  useEffect(() => {
    const refresh = () => document.visibilityState === 'visible' && reload();
    const timer = setInterval(refresh, refreshEvery);
    document.addEventListener('visibilitychange', refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', refresh);
    };
  }, [reload]);

  const { data, error, waiting } = state;
  return { data, error, waiting, outdated: state.key !== key, reload };
}
