import { h } from 'preact';
import { useState } from 'preact/hooks';
import { TextField } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Skeleton } from '../../../widget/kit/skeleton.js';
import { useAdmin } from '../../admin-context.js';
import { useLoad } from '../../kit/load.js';
import { Problem } from '../../kit/problem.js';
import { useLiveText } from '../../kit/use-live-text.js';
import { ChoiceCards } from './choice-cards.js';
import type { Chosen } from './draft.js';
import type { StepProps } from './flow.js';

const most = 8;

/** One of the customers who are there: found as one types. */
export function CustomerSearch({ flow, invalid }: StepProps & { invalid: boolean }): View {
  const { api, words } = useAdmin();
  const { t } = words;
  const { draft, change } = flow;
  const [text, setText] = useState('');
  const [typed, setTyped] = useLiveText(text, setText);
  const found = useLoad<{ items: readonly Chosen[] }>(`customers for ${text}`, async (signal) =>
    text === '' ? { items: [] } : api.call('GET /customers', { query: { q: text, pageSize: String(most) }, signal }),
  );
  const { chosen } = draft;
  const items: Chosen[] = (found.data?.items ?? []).map(({ number, name, email, phone }) => ({
    number,
    name,
    email,
    phone,
  }));
  const shown = chosen && !items.some(({ number }) => number === chosen.number) ? [chosen, ...items] : items;
  return html`
    ${h(TextField, {
      label: t('create.search'),
      name: 'search',
      type: 'search',
      hint: t('create.searchHint'),
      value: typed,
      onValue: setTyped,
      autocomplete: 'off',
      maxLength: 100,
    })}
    <p class="hidden-text" role="status">${text !== '' && !found.outdated && t('create.found', { count: items.length })}</p>
    ${found.error !== undefined && h(Problem, { error: found.error, onRetry: found.reload, beside: true })}
    ${found.data === undefined && found.error === undefined && h(Skeleton, { rows: 3, height: 56, label: t('common.loading') })}
    ${text !== '' && !found.outdated && items.length === 0 && html`<p class="create-muted">${t('create.nobody')}</p>`}
    ${
      shown.length > 0 &&
      h(ChoiceCards, {
        label: t('create.step.existing'),
        name: 'customer',
        invalid,
        options: shown.map(({ number, name, email, phone }) => ({
          value: String(number),
          label: name,
          detail: [`#${number}`, email, phone].filter(Boolean).join(' · '),
        })),
        chosen: chosen ? [String(chosen.number)] : [],
        onChoose: (value) => {
          const next = shown.find(({ number }) => String(number) === value) ?? null;
          change((before) => ({ ...before, chosen: next }));
        },
      })
    }
  `;
}
