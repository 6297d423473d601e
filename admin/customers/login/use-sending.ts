import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiError } from '../../../widget/kit/api.js';
import { useAdmin } from '../../admin-context.js';
import { errorWords } from '../../error-words.js';
import { focusNamed } from './focus-named.js';
import type { LoginForm } from './use-login-draft.js';

/**
 * Sends a form about a login. The focus goes to its first field, and to what is wrong; `explain` has the words for a refusal that is
 * no field's fault, where there are better ones than usual.
 */
export function useSending(form: LoginForm, explain: (error: ApiError) => string | undefined) {
  const { words, sessionEnded } = useAdmin();
  const element = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => element.current?.querySelector<HTMLElement>('input')?.focus(), []);
  const send = async (event: Event, work: () => Promise<void>): Promise<void> => {
    event.preventDefault();
    const faults = form.check();
    setProblem(null);
    if (faults.length > 0) return focusNamed(element.current, faults);
    setBusy(true);
    try {
      await work();
    } catch (error) {
      setBusy(false);
      if (!(error instanceof ApiError)) return setProblem(errorWords(words, error));
      if (error.code === 'not_signed_in') return sessionEnded();
      const fields = form.refused(error);
      if (fields.length > 0) focusNamed(element.current, fields);
      else setProblem(explain(error) ?? errorWords(words, error));
    }
  };
  return { element, busy, problem, send };
}
