import { ArrowLeftRight } from 'lucide';
import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { ApiError } from '../../../widget/kit/api.js';
import { Button } from '../../../widget/kit/button.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { Skeleton } from '../../../widget/kit/skeleton.js';
import { style } from '../../../widget/kit/styles.js';
import type { MergePreview } from '../../admin-api.js';
import { useAdmin } from '../../admin-context.js';
import { errorWords } from '../../error-words.js';
import { useLoad } from '../../kit/load.js';
import { Page } from '../../kit/page.js';
import { Problem } from '../../kit/problem.js';
import type { Params } from '../../routes.js';
import { MergeFields } from './merge-fields.js';
import css from './merge-page.css';

style(css);

type Field = MergePreview['fields'][number]['field'];

/** Two customers side by side: which is kept, which value of each field, and what moves. */
export function MergePage({ params }: { params: Params }): View {
  const { api, words, toasts, sessionEnded } = useAdmin();
  const { t } = words;
  const { route } = useLocation();
  const kept = params['kept'] ?? '';
  const gone = params['gone'] ?? '';
  const [taken, setTaken] = useState<ReadonlySet<Field>>(new Set());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const load = useLoad(`${kept} ${gone}`, (signal) =>
    api.call('GET /customers/:number/merge', { params: { number: kept }, query: { other: gone }, signal }),
  );
  const { data } = load;
  const versions = data && `${data.kept.version} ${data.gone.version}`;
  // What was chosen stands as long as neither of the two was changed.
  useEffect(() => {
    if (data) setTaken(new Set(data.fields.filter(({ take }) => take === 'gone').map(({ field }) => field)));
  }, [versions]);

  const merge = async () => {
    if (!data) return;
    setBusy(true);
    setProblem(null);
    try {
      const answer = await api.call('POST /customers/:number/merge', {
        params: { number: kept },
        body: {
          other: data.gone.number,
          version: data.kept.version,
          otherVersion: data.gone.version,
          take: [...taken],
        },
      });
      const undo = () => takeBack(answer.mergeId);
      toasts.show({ text: t('merge.done'), undo });
      route(`/admin/customers/${kept}`);
    } catch (error) {
      setBusy(false);
      if (error instanceof ApiError && error.code === 'not_signed_in') return sessionEnded();
      if (error instanceof ApiError && error.code === 'stale') load.reload();
      setProblem(wordsOf(error));
    }
  };
  const takeBack = async (id: number) => {
    try {
      await api.call('POST /customers/merges/:id/undo', { params: { id: String(id) }, body: {} });
      toasts.show({ text: t('merge.undone') });
      route(`/admin/customers/merge/${kept}/${gone}`);
    } catch (error) {
      toasts.show({ kind: 'danger', text: errorWords(words, error) });
    }
  };
  const wordsOf = (error: unknown): string => {
    if (error instanceof ApiError && error.code === 'stale') return t('merge.changed');
    if (error instanceof ApiError && error.code === 'conflict') return t('merge.unusable');
    return errorWords(words, error);
  };

  return h(Page, {
    title: t('merge.title'),
    children: html`
      <p class="merge-note"><a href="/admin/customers/duplicates">${t('duplicates.title')}</a> · ${t('merge.lead')}</p>
      ${problem && h(Notice, { meaning: 'danger', urgent: true, children: problem })}
      ${load.error !== undefined && !data && failed(load.error)}
      ${!data && load.error === undefined && h(Skeleton, { rows: 6, height: 48, label: t('common.loading') })}
      ${data && form(data)}
    `,
  });

  function failed(error: unknown): View {
    return error instanceof ApiError && error.code === 'conflict'
      ? h(Notice, { meaning: 'warning', children: t('merge.unusable') })
      : h(Problem, { error, onRetry: load.reload });
  }

  function form(preview: MergePreview): View {
    return html`
      ${h(MergeFields, { preview, taken, onTaken: setTaken })}
      <p class="merge-note"><strong>${t('merge.moves', { number: kept })}:</strong> ${movesOf(preview)}</p>
      <p class="merge-note">${t('merge.undoNote')}</p>
      <div class="merge-actions">
        ${h(Button, { icon: ArrowLeftRight, href: `/admin/customers/merge/${gone}/${kept}`, children: t('merge.swap') })}
        ${h(Button, { kind: 'primary', busy, onPress: merge, children: t('merge.submit') })}
      </div>
    `;
  }

  function movesOf({ moves, kept: stays, gone: goes }: MergePreview): string {
    const login = stays.login ? null : goes.login;
    const parts = [
      moves.bookings > 0 && t('merge.bookings', { count: moves.bookings }),
      moves.notes > 0 && t('merge.notes', { count: moves.notes }),
      moves.messages > 0 && t('merge.messages', { count: moves.messages }),
      login !== null && t('merge.login', { email: login.email }),
    ].filter((part) => part !== false);
    return parts.length > 0 ? new Intl.ListFormat(words.language).format(parts) : t('merge.nothing');
  }
}
