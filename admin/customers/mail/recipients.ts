import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../../../widget/kit/api.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import { Problem } from '../../kit/problem.js';
import type { MailTarget } from './draft.js';

export interface RecipientsCount {
  /** null until it is known. */
  count: number | null;
  error: unknown;
  reload: () => void;
}

/** How many of a selection would get a newsletter; asked once, when the panel opens. */
export function useRecipients(target: MailTarget): RecipientsCount {
  const { api, sessionEnded } = useAdmin();
  const [count, setCount] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!('selection' in target)) return;
    const abort = new AbortController();
    setError(null);
    api.call('POST /newsletters/recipients', { body: { selection: target.selection }, signal: abort.signal }).then(
      ({ recipients }) => setCount(recipients),
      (problem: unknown) => {
        if (abort.signal.aborted) return;
        if (problem instanceof ApiError && problem.code === 'not_signed_in') sessionEnded();
        else setError(problem);
      },
    );
    return () => abort.abort();
  }, [round]);
  return { count, error, reload: () => setRound(round + 1) };
}

export function Recipients({ count, error, reload, selected }: RecipientsCount & { selected: number }): View {
  const { t } = useAdmin().words;
  if (error !== null) return h(Problem, { error, onRetry: reload, beside: true });
  return html`<p role="status">
    ${count === null ? t('mail.counting') : t('mail.recipients', { count, selected })}
    <span class="field-hint mail-why">${t('mail.recipientsWhy')}</span>
  </p>`;
}
