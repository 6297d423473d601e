import { Merge, UserRoundCheck } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { ApiError } from '../../../widget/kit/api.js';
import { Badge } from '../../../widget/kit/badge.js';
import { Button } from '../../../widget/kit/button.js';
import { formatDay, visitorZone } from '../../../widget/kit/dates.js';
import { Empty } from '../../../widget/kit/empty.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Skeleton } from '../../../widget/kit/skeleton.js';
import { style } from '../../../widget/kit/styles.js';
import type { DuplicatePair } from '../../admin-api.js';
import { useAdmin } from '../../admin-context.js';
import { errorWords } from '../../error-words.js';
import { addressWith, pageOf } from '../../kit/address.js';
import { useLoad } from '../../kit/load.js';
import { Page } from '../../kit/page.js';
import { Pager } from '../../kit/pager.js';
import { Problem } from '../../kit/problem.js';
import css from './duplicates-page.css';
import { MergeWithForm } from './merge-with-form.js';

style(css);

const pageSize = 25;

/** Pairs of customers who may be one person: compare and merge them, or say that they are two. */
export function DuplicatesPage(): View {
  const { api, words, toasts, sessionEnded } = useAdmin();
  const { t } = words;
  const { path, query, route } = useLocation();
  const [busy, setBusy] = useState<string | null>(null);
  const page = pageOf(query);
  const customer = /^[1-9]\d{0,15}$/.test(query['of'] ?? '') ? query['of'] : undefined;
  const asked = { customer, page: String(page), pageSize: String(pageSize) };
  const list = useLoad(JSON.stringify(asked), (signal) =>
    api.call('GET /customers/duplicates', { query: asked, signal }),
  );
  const { data } = list;

  const dismiss = async ({ low, high }: DuplicatePair) => {
    setBusy(keyOf({ low, high }));
    try {
      await api.call('POST /customers/duplicates/dismissal', { body: { numbers: [low.number, high.number] } });
      toasts.show({ text: t('duplicates.dismissed') });
      list.reload();
    } catch (error) {
      if (error instanceof ApiError && error.code === 'not_signed_in') return sessionEnded();
      toasts.show({ kind: 'danger', text: errorWords(words, error) });
    } finally {
      setBusy(null);
    }
  };

  return h(Page, {
    title: t('duplicates.title'),
    aside: data && t('duplicates.count', { count: data.total }),
    children: html`
      <p class="duplicates-lead"><a href="/admin/customers">${t('duplicates.back')}</a> · ${t('duplicates.lead')}</p>
      ${list.error !== undefined && h(Problem, { error: list.error, onRetry: list.reload, beside: data !== undefined })}
      ${
        data
          ? data.items.length > 0
            ? html`<ul class="pairs">${data.items.map((pair) => h(PairCard, { key: keyOf(pair), pair, busy: busy === keyOf(pair), onDismiss: dismiss }))}</ul>`
            : h(Empty, { icon: UserRoundCheck, title: t('duplicates.none'), children: t('duplicates.noneText') })
          : list.error === undefined && h(Skeleton, { rows: 4, height: 120, label: t('common.loading') })
      }
      ${customer !== undefined && h(MergeWithForm, { number: customer })}
      ${data && h(Pager, { page, pageSize, total: data.total, onPage: (to) => route(addressWith(path, query, { page: to === 1 ? null : to })) })}
    `,
  });
}

const keyOf = ({ low, high }: Pick<DuplicatePair, 'low' | 'high'>): string => `${low.number}-${high.number}`;

interface PairCardProps {
  pair: DuplicatePair;
  busy: boolean;
  onDismiss: (pair: DuplicatePair) => void;
}

function PairCard({ pair, busy, onDismiss }: PairCardProps): View {
  const { t } = useAdmin().words;
  const { low, high, reason } = pair;
  return html`<li class="pair">
    <p>${h(Badge, { meaning: 'warning', children: t(`duplicates.reason.${reason}` as 'duplicates.reason.email') })}</p>
    <div class="pair-sides">${h(Side, { side: low })}${h(Side, { side: high })}</div>
    <p class="pair-actions">
      ${h(Button, { size: 'small', busy, onPress: () => onDismiss(pair), children: t('duplicates.dismiss') })}
      ${h(Button, { size: 'small', kind: 'primary', icon: Merge, href: `/admin/customers/merge/${low.number}/${high.number}`, children: t('duplicates.merge') })}
    </p>
  </li>`;
}

function Side({ side }: { side: DuplicatePair['low'] }): View {
  const { t, language } = useAdmin().words;
  const day = (instant: string) => formatDay(language, instant, 'numeric', visitorZone());
  return html`<div class="pair-side">
    <p><a href=${`/admin/customers/${side.number}`}><strong>${side.name}</strong></a> <span class="muted tabular">${side.number}</span></p>
    ${side.email && html`<p>${side.email}</p>`}
    ${side.phone && html`<p class="tabular">${side.phone}</p>`}
    ${side.birthDate && html`<p>${t('duplicates.born', { day: formatDay(language, `${side.birthDate}T00:00:00Z`, 'numeric', 'UTC') })}</p>`}
    <p class="muted">${t('duplicates.since', { day: day(side.createdAt) })} · ${t('duplicates.visits', { count: side.appointments })}</p>
  </div>`;
}
