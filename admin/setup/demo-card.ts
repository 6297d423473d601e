import { Store } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { Dialog } from '../../widget/kit/dialog.js';
import { TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { useAdmin } from '../admin-context.js';
import { errorWords } from '../error-words.js';
import type { LaunchWords } from './launch-words.js';

/** The way out of the demo: it is removed whole, and the set-up opens. */
export function DemoCard({ words, name }: { words: LaunchWords; name: string }): View {
  const { api } = useAdmin();
  const { t } = words;
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const remove = async () => {
    if (busy || typed.trim() !== name) return;
    setBusy(true);
    setError(null);
    try {
      const { token } = await api.call('POST /demo/clearing', { body: { name: typed } });
      location.assign(`/admin/setup#${token}`);
    } catch (reason) {
      setError(reason);
      setBusy(false);
    }
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    void remove();
  };
  const close = () => setOpen(false);
  return html`<section class="launch demo" aria-labelledby="demo-title">
    <div>
      <h2 id="demo-title">${t('demo.title')}</h2>
      <p>${t('demo.text')}</p>
    </div>
    ${h(Button, { icon: Store, onPress: () => setOpen(true), children: t('demo.start') })}
    ${h(Dialog, {
      open,
      title: t('demo.question'),
      closeLabel: t('common.close'),
      onClose: close,
      actions: [
        h(Button, { onPress: close, children: t('demo.keep') }),
        h(Button, {
          kind: 'danger',
          busy,
          disabled: typed.trim() !== name,
          onPress: () => void remove(),
          children: t('demo.remove'),
        }),
      ],
      children: html`<form class="launch-question" novalidate onSubmit=${onSubmit}>
        <p>${t('demo.warning')}</p>
        ${h(TextField, { label: t('demo.name', { name }), name: 'demoName', maxLength: 120, value: typed, onValue: setTyped })}
        ${error !== null && h(Notice, { meaning: 'danger', urgent: true, children: errorWords(words, error) })}
      </form>`,
    })}
  </section>`;
}
