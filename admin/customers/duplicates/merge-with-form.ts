import { h } from 'preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { Button } from '../../../widget/kit/button.js';
import { TextField } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';

/** Merging with somebody whom nothing suggests: by the number, which the list and the detail page show. */
export function MergeWithForm({ number }: { number: string }): View {
  const { t } = useAdmin().words;
  const { route } = useLocation();
  const [other, setOther] = useState('');
  const [error, setError] = useState<string | undefined>();
  const compare = (event: Event) => {
    event.preventDefault();
    const typed = other.trim();
    if (!/^[1-9]\d{0,15}$/.test(typed)) setError(t('duplicates.otherWrong'));
    else if (typed === number) setError(t('duplicates.otherSame'));
    else route(`/admin/customers/merge/${number}/${typed}`);
  };
  return html`<form class="merge-with" onSubmit=${compare} novalidate>
    ${h(TextField, {
      label: t('duplicates.other', { number }),
      hint: t('duplicates.otherHint'),
      name: 'other',
      value: other,
      onValue: setOther,
      error,
      maxLength: 16,
      autocomplete: 'off',
    })}
    ${h(Button, { type: 'submit', size: 'small', children: t('duplicates.merge') })}
  </form>`;
}
