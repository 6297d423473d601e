import { Search } from 'lucide';
import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { AdminApi } from '../../../server/api.js';
import { ApiError } from '../../../widget/kit/api.js';
import { Button } from '../../../widget/kit/button.js';
import { Dialog } from '../../../widget/kit/dialog.js';
import { TextField } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { style } from '../../../widget/kit/styles.js';
import { useAdmin } from '../../admin-context.js';
import { errorWords } from '../../error-words.js';
import { fieldLabel } from './profiles.js';
import css from './sensitive-search.css';

style(css);

type Match = AdminApi['POST /customers/sensitive-search']['answer']['items'][number];

export interface SensitiveSearchProps {
  open: boolean;
  onClose: () => void;
}

/** Finds who has a national id. The number stands in no address and no history, and each search is on record. */
export function SensitiveSearch({ open, onClose }: SensitiveSearchProps): View {
  const { t } = useAdmin().words;
  return h(Dialog, {
    open,
    title: t('sensitive.search'),
    closeLabel: t('common.close'),
    onClose,
    children: open && h(Asking, { onClose }),
  });
}

function Asking({ onClose }: { onClose: () => void }): View {
  const { api, words, sessionEnded } = useAdmin();
  const { t } = words;
  const [value, setValue] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>();
  const [matches, setMatches] = useState<Match[] | null>(null);
  // What was found belongs to what was asked.
  useEffect(() => {
    setMatches(null);
    setError(undefined);
  }, [value]);
  const search = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    if (value.trim() === '') return setError(t('sensitive.searchEmpty'));
    setBusy(true);
    try {
      setMatches((await api.call('POST /customers/sensitive-search', { body: { value } })).items);
    } catch (problem) {
      if (problem instanceof ApiError && problem.code === 'not_signed_in') return sessionEnded();
      const isPart = problem instanceof ApiError && problem.code === 'invalid_request';
      setError(isPart ? t('sensitive.searchWhole') : errorWords(words, problem));
    }
    setBusy(false);
  };
  return html`<div class="sensitive-search">
    <form class="sensitive-search-form" onSubmit=${search} novalidate>
      ${h(TextField, {
        label: t('sensitive.number'),
        name: 'sensitive-value',
        value,
        onValue: setValue,
        hint: t('sensitive.searchHint'),
        error,
        autocomplete: 'off',
        maxLength: 200,
      })}
      ${h(Button, { kind: 'primary', type: 'submit', icon: Search, busy, children: t('sensitive.find') })}
    </form>
    <div role="status">
      ${matches?.length === 0 && h(Notice, { meaning: 'info', children: t('sensitive.nobody') })}
      ${
        matches &&
        matches.length > 0 &&
        html`<ul class="sensitive-search-list">
          ${matches.map(
            (match) => html`<li key=${`${match.number} ${match.field}`}>
              <a href=${`/admin/customers/${match.number}`} onClick=${onClose}>${match.name}</a>
              <span>${fieldLabel(words, match.field, match.label)} · ${t('sensitive.customerNumber', { number: String(match.number) })}</span>
            </li>`,
          )}
        </ul>`
      }
    </div>
  </div>`;
}
